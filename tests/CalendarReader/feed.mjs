// Reads calendars that are subscribed to, as ical.js does, and holds that against what node-ical reads, which shares no line with it. One
// a line, {"file": base64}; one answer a line: {"calendar", "events"}, or {"error"} where one of the two cannot read the file, where they
// read different things, or where its lines are not as RFC 5545, 3.1 has them.
import { deepStrictEqual } from 'node:assert';
import { createInterface } from 'node:readline';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

const longest = 75; // octets, without the end of the line

function lines(bytes) {
  const physical = bytes.toString('latin1').split('\r\n');
  const wrong = physical.find(line => line.length > longest || /[\r\n]/.test(line));
  if (wrong !== undefined || physical.at(-1) !== '') {
    throw new Error(`not a line: ${Buffer.from(wrong ?? physical.at(-1), 'latin1')}`);
  }

  // Each is whole: half a character at the end of a line is what programs show as two marks.
  physical.forEach(line => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1')));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

const alarm = component => ({
  action: component.getFirstPropertyValue('action'),
  trigger: `${component.getFirstPropertyValue('trigger')}`,
  description: component.getFirstPropertyValue('description'),
});

function event(component) {
  const one = new ICAL.Event(component);
  const text = name => `${component.getFirstPropertyValue(name) ?? ''}`;
  return {
    uid: one.uid, sequence: one.sequence, summary: one.summary, description: one.description, isDay: one.startDate.isDate,
    start: `${one.startDate}`, end: `${one.endDate}`, status: text('status'), stamp: text('dtstamp'), url: text('url'),
    transparency: text('transp'), alarms: component.getAllSubcomponents('valarm').map(alarm),
    properties: component.getAllProperties().map(property => property.name).sort(),
  };
}

// What has no other type is text (RFC 5545, 3.8.8.2); ical.js leaves what it does not know as it is written.
const said = property => (property.type === 'unknown'
  ? `${property.getFirstValue()}`.replace(/\\([\\;,nN])/g, (_, letter) => (/n/i.test(letter) ? '\n' : letter))
  : `${property.getFirstValue()}`);

// Of what node-ical has of a day: a day is a midnight where the program runs.
const day = date => `${date.getFullYear()}-${`${date.getMonth() + 1}`.padStart(2, '0')}-${`${date.getDate()}`.padStart(2, '0')}`;

function otherReading(text) {
  const { vcalendar, ...all } = nodeIcal.sync.parseICS(text);
  return {
    name: vcalendar['WR-CALNAME'].trim(),
    events: Object.values(all).filter(one => one.type).map(one => ({
      type: one.type, uid: one.uid, sequence: one.sequence, summary: one.summary.trim(), description: one.description.trim(),
      isDay: one.datetype === 'date', start: day(one.start), end: day(one.end), status: one.status, stamp: one.dtstamp.getTime(),
      url: one.url, alarms: (one.alarms ?? []).map(({ action, trigger, description }) =>
        ({ action, trigger, description: description.trim() })),
    })),
  };
}

// node-ical takes a backslash of the text, where an n follows it, for the end of a line as well (RFC 5545, 3.3.11 does not).
const asOther = text => text.replace(/\\n/gi, '\\\n').trim();

function read(bytes) {
  const text = lines(bytes);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const it = {
    calendar: Object.fromEntries(calendar.getAllProperties().map(property => [property.name, said(property)])),
    components: calendar.getAllSubcomponents().map(component => component.name),
    events: calendar.getAllSubcomponents('vevent').map(event),
  };
  deepStrictEqual(otherReading(text), {
    name: asOther(it.calendar['x-wr-calname']),
    events: it.events.map(({ properties, transparency, ...one }) => ({
      ...one, type: 'VEVENT', summary: asOther(one.summary), description: asOther(one.description), stamp: Date.parse(one.stamp),
      alarms: one.alarms.map(alarm => ({ ...alarm, description: asOther(alarm.description) })),
    })),
  });
  return it;
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = read(Buffer.from(JSON.parse(line).file, 'base64'));
  } catch (error) {
    answer = { error: `${error}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
