// Reads iCalendar files as ical.js does. One request a line, {"file": base64, "through", "working", "ignore"}; one answer a line:
// {"days": ["2024-06-10 off name"]}, or {"error"} where it cannot read the file.
//
// Where the standard leaves open what ical.js leaves to its callers, this does what calendar programs do; each place says why.
import { createInterface } from 'node:readline';
import ICAL from 'ical.js';

const DAY = 86_400_000;
const day = time => Date.UTC(time.year, time.month - 1, time.day);
const iso = number => new Date(number).toISOString().slice(0, 10);
const isMidnight = time => time.isDate || (time.hour === 0 && time.minute === 0 && time.second === 0);

// ical.js takes text: lines are unfolded before they are decoded (RFC 5545, 3.1), and it knows no line that ends with CR alone.
function text(bytes) {
  if (bytes[0] === 0xFF && bytes[1] === 0xFE) return new TextDecoder('utf-16le').decode(bytes).replace(/\r\n?/g, '\n');
  if (bytes[0] === 0xFE && bytes[1] === 0xFF) return new TextDecoder('utf-16be').decode(bytes).replace(/\r\n?/g, '\n');
  const unfolded = Buffer.from(bytes.toString('latin1').replace(/(?:\r\n|\n|\r)[ \t]/g, ''), 'latin1');
  return new TextDecoder('utf-8', { fatal: true }).decode(unfolded).replace(/\r\n?/g, '\n');
}

// ical.js takes a day for a broken hour where VALUE=DATE is missing, which programs leave out.
// It takes a space at the end of a line for part of the value, which no program means.
const said = lines => lines.replace(/[ \t]+$/gm, '').replace(/^((?:DTSTART|DTEND|EXDATE|RDATE|RECURRENCE-ID)(?:;(?!VALUE)[^:\n]*)?)(:[0-9]{8}(?:,[0-9]{8})*[ \t]*)$/gim, '$1;VALUE=DATE$2');

// An hour in UTC is the hour that the calendar's zone has then: ical.js leaves X-WR-TIMEZONE, which is no part of the standard, to its callers.
function local(time, zone) {
  if (time.isDate || time.zone !== ICAL.Timezone.utcTimezone || !zone) return time;
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-CA', { timeZone: zone, hourCycle: 'h23', dateStyle: 'short', timeStyle: 'medium' })
    .formatToParts(time.toJSDate()).map(part => [part.type, Number(part.value)]));
  return new ICAL.Time({ year: parts.year, month: parts.month, day: parts.day, hour: parts.hour, minute: parts.minute, second: parts.second, isDate: false });
}

// Programs that write an hour behind a day of an all-day event mean that day; in UTC another hour than midnight is that of the calendar's zone.
function asDay(time, zone) {
  const there = isMidnight(time) ? time : local(time, zone);
  return ICAL.Time.fromData({ year: there.year, month: there.month, day: there.day, isDate: true });
}

// ical.js compares a day with an hour by their instants, and leaves in what stands in EXDATE behind a day that the event does not have:
// what is left out is found here.
function leftOut(component, zone, isAllDay) {
  const times = component.getAllProperties('exdate').flatMap(property => property.getValues()).map(time => isAllDay ? asDay(time, zone) : time);
  component.removeAllProperties('exdate');
  return start => times.some(time => day(time) === day(start) && (time.isDate || time.hour === start.hour));
}

function starts(event, zone, through) {
  const days = [];
  const isLeftOut = leftOut(event.component, zone, event.startDate.isDate);
  const iterator = event.iterator();
  for (let next = iterator.next(); next && iso(day(next)) <= through && days.length < 6000; next = iterator.next()) days.push(next);
  return days.filter(start => !isLeftOut(start));
}

// An end that is no later than the beginning, or that lies within the day, is that day, as every program shows it.
function spanned(start, end) {
  const last = isMidnight(end) ? day(end) - DAY : day(end);
  return Math.max(1, (last - day(start)) / DAY + 1);
}

function read(component, zone, through) {
  const event = new ICAL.Event(component);
  for (const property of event.startDate.isDate ? component.getAllProperties('rdate') : []) {
    const days = property.getValues().map(time => asDay(time, zone));
    property.resetType('date');
    property.setValues(days);
  }

  const rule = component.getFirstPropertyValue('rrule');
  if (event.startDate.isDate && rule?.until) rule.until = asDay(rule.until, zone);
  const [start, end] = [local(event.startDate, zone), local(event.endDate, zone)];
  const shift = day(start) - day(event.startDate);
  const length = spanned(start, end);
  return {
    uid: event.uid || {},
    sequence: Number(component.getFirstPropertyValue('sequence') ?? 0),
    isCancelled: /^cancell?ed$/i.test((component.getFirstPropertyValue('status') ?? '').trim()),
    changes: component.getFirstPropertyValue('recurrence-id'),
    name: (event.summary ?? '').trim().normalize('NFC'),
    sort: (event.description ?? '').split('\n')[0].trim(),
    length,
    starts: component.hasProperty('recurrence-id') ? [day(start)] : starts(event, zone, through).map(one => day(one) + shift),
  };
}

// The newest of a UID counts, and a cancelled day of it does not: ical.js reads one event at a time.
function counted(events) {
  return [...new Set(events.map(one => one.uid))].map(uid => events.filter(one => one.uid === uid)).flatMap(same => {
    const own = same.filter(one => !one.changes);
    const newest = own.toSorted((one, other) => other.sequence - one.sequence)[0];
    const changes = same.filter(one => one.changes);
    const changed = new Set(changes.map(one => day(one.changes)));
    const kept = newest && !newest.isCancelled ? [{ ...newest, starts: newest.starts.filter(start => !changed.has(start)) }] : [];
    return [...kept, ...changes.filter(one => !one.isCancelled)];
  });
}

function days({ file, through, working, ignore }) {
  const parsed = ICAL.parse(said(text(Buffer.from(file, 'base64'))));
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed).map(one => new ICAL.Component(one));
  const events = calendars.flatMap(one => {
    const zone = one.getFirstPropertyValue('x-wr-timezone');
    return one.getAllSubcomponents('vevent').map(event => read(event, zone, through));
  });
  const shown = counted(events).filter(one => !one.name.includes(ignore) && (one.name.includes(working) || one.sort !== 'Observance'));
  return [...new Set(shown.flatMap(one => one.starts.flatMap(start => Array.from({ length: one.length }, (_, n) =>
    `${iso(start + n * DAY)} ${one.name.includes(working) ? 'worked' : 'off'} ${one.name}`))))].filter(one => one.slice(0, 10) <= through).sort();
}

for await (const line of createInterface({ input: process.stdin })) {
  let answer;
  try {
    answer = { days: days(JSON.parse(line)) };
  } catch (error) {
    answer = { error: `${error}` };
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
