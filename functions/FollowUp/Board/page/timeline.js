import { dayText, isSameMinute, momentText, timeText, dateIn } from './dates.js';
import { el } from './el.js';
import { story } from './story.js';
import { say, sayOr } from './words.js';

/** One line from the first entry to the last expected letter, with a plain mark where we are now. */
export function timeline({ item, journal, ledger, timetable, people }) {
  const { now, past, future } = story({ journal, ledger, timetable });
  const context = { zone: item.timeZone, people };

  return el('section', { class: 'timeline', 'aria-labelledby': 'timeline' },
    el('h2', { id: 'timeline' }, say('item.timeline')),
    el('p', { class: 'about' }, say('times', { zone: item.timeZone })),
    el('h3', { class: 'unseen' }, say('item.past')),
    past.length === 0 ? el('p', { class: 'about' }, say('item.nothingYet')) : el('ol', { class: 'line past' }, days(past, context)),
    el('p', { class: 'now' }, el('strong', {}, say('item.now')), ' ', el('time', { datetime: now }, momentText(now, item.timeZone))),
    el('h3', { class: 'unseen' }, say('item.future')),
    future.length === 0 ? el('p', { class: 'about' }, say('item.nothingMore')) : el('ol', { class: 'line future' }, days(future, context)));
}

/** A day is written once, beside the first thing that happened on it. */
function days(happenings, context) {
  let written = '';
  return happenings.map(happening => {
    const date = dateIn(happening.moment, context.zone);
    const isNew = date !== written;
    written = date;
    const mark = happening.kind === 'event' ? { class: 'event', 'data-event': happening.entry.event } : { class: 'letter', 'data-state': happening.row.state };
    return el('li', mark,
      el('p', { class: 'when' },
        el('span', { class: isNew ? 'day' : 'day again' }, dayText(happening.moment, context.zone, 'short')),
        ' ',
        el('time', { datetime: happening.moment }, timeText(happening.moment, context.zone))),
      el('div', { class: 'told' }, happening.kind === 'event' ? event(happening.entry, context) : letter(happening, context)));
  });
}

function event(entry, { people }) {
  return [
    el('p', { class: 'headline' },
      el('strong', {}, sayOr('event', entry.event)), ' ',
      entry.by && el('span', { class: 'by' }, say('event.by', { who: people.name(entry.by) }))),
    entry.text && el('p', { class: 'text', dir: 'auto' }, entry.text),
    entry.hash && el('p', { class: 'proof' }, say('event.entry', { seq: entry.seq, hash: entry.hash.slice(0, 12) })),
  ];
}

function letter({ row, recipients }, { people, zone }) {
  const wasMoved = row.at && !isSameMinute(row.at, row.planned);
  return [
    el('p', { class: 'headline' },
      el('span', { class: 'rung' }, sayOr('ladder', row.ladder)), ' ',
      el('span', { class: 'rung-id' }, row.occurrence > 0 ? say('notice.again', { rung: row.rung, time: row.occurrence + 1 }) : row.rung), ' ',
      el('span', { class: 'to' }, say('notice.to', { who: recipients.map(one => recipient(one, people)).join(', ') })), ' ',
      el('span', { class: 'chip', 'data-state': row.state }, say(`notice.${row.state}`))),
    [row.why, row.explanation, row.lateBy].filter(Boolean).map(reason => el('p', { class: 'why', dir: 'auto' }, reason)),
    wasMoved && el('p', { class: 'why' }, say('notice.plannedFor', { moment: momentText(row.planned, zone) })),
  ];
}

function recipient({ to, role, instead }, people) {
  const level = /^level-(\d)$/.exec(role ?? '');
  const part = level ? say('role.level', { level: level[1] }) : role && sayOr('role', role);
  const name = instead ? `${people.name(instead)} → ${people.name(to)}` : people.name(to);
  return part ? `${name} (${part})` : name;
}
