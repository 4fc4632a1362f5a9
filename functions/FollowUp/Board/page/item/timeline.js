import { dateIn, dayText, isSameMinute, momentText, timeText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { historyOf } from './history.js';
import { translate, translateOr } from '../text/i18n.js';
import { journalText } from '../text/journal-text.js';
import { phraseElement, phrasesText, phraseText, rungText } from '../text/phrase-text.js';
import { roleText } from '../text/roles.js';
import { toldAddress } from '../told/told-data.js';

const pastMax = 6; // more than this pushes the mark of now out of sight
const futureMax = 12; // a liaison who asks every month for ten years would fill ten screens

/** One line from the first entry to the last expected letter, with a plain mark where we are now. */
export function timeline({ item, journal, ledger, timetable, people, before }) {
  const asked = toldAddress({ person: item.owner, agreement: item.agreement, item: item.id });
  const { now, past, future } = historyOf({ journal, ledger, timetable });
  const context = { zone: item.timeZone, item, people, before };
  const mark = el('p', { class: 'now', tabindex: '-1' },
    el('strong', {}, translate('item.now')), ' ', el('time', { datetime: now }, momentText(now, item.timeZone)));

  return el('section', { class: 'timeline', 'aria-labelledby': 'timeline' },
    el('h2', { id: 'timeline' }, translate('item.timeline')),
    el('p', { class: 'about' }, translate('times', { zone: item.timeZone }), ' ',
      past.length > pastMax && el('button', { type: 'button', class: 'to-now', 'data-key': 'to-now', click: goToNow }, `${translate('item.toNow')} ↓`)),
    el('p', { class: 'acts told-link' }, el('a', { href: asked }, translate('told.link'))),
    el('h3', { class: 'unseen' }, translate('item.past')),
    past.length === 0 ? el('p', { class: 'about' }, translate('item.nothingYet')) : el('ol', { class: 'line past' }, days(past, context)),
    mark,
    el('h3', { class: 'unseen' }, translate('item.future')),
    future.length === 0 ? el('p', { class: 'about' }, translate('item.nothingMore')) : coming(future, context),
    // That the chain is shorter than its plan is worth knowing where one looks at what will be said, and no trouble.
    timetable.unheard && phraseElement('p', phraseText('warning', timetable.unheard, { people }), timetable.unheard.text, { class: 'about' }));
}

/** What comes next, and behind a fold what comes much later. */
function coming(future, context) {
  const later = future.slice(futureMax);
  const until = later.length > 0 && dayText(later.at(-1).moment, context.zone);
  return [
    el('ol', { class: 'line future' }, days(future.slice(0, futureMax), context)),
    later.length > 0 && el('details', { class: 'later' },
      el('summary', {}, translate('item.later', { count: later.length, date: until })),
      el('ol', { class: 'line future' }, days(later, context))),
  ];
}

function goToNow({ target }) {
  const mark = target.closest('.timeline').querySelector('.now');
  mark.focus({ preventScroll: true });
  mark.scrollIntoView({ block: 'center' });
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
      el('div', { class: 'told' }, happening.kind === 'event' ? [eventText(happening.entry, context), el('p', { class: 'proof' }, proof(happening.entry))] : letter(happening, context)));
  });
}

/** What happened, by whom, and what they said to it. */
export function eventText(entry, context) {
  const { item, people } = context;
  const { said, quote } = journalText(entry, item, context);
  return [
    el('p', { class: 'headline' },
      el('strong', {}, translateOr('event', entry.event)), ' ',
      entry.by && el('span', { class: 'by' }, translate('event.by', { who: people.name(entry.by) }), throughText(entry, people))),
    said && el('p', { class: 'said' }, said),
    quote && el('p', { class: 'text', dir: 'auto' }, quote),
  ];
}

/** That it was not they themselves, signed in: through whom it came. */
function throughText({ through }, people) {
  const [way, name] = (through ?? '').split(':');
  const said = { letter: 'through.letter', office: 'through.office', key: 'through.key', person: 'through.person' }[way];
  return said ? ` (${translate(said, { name, who: way === 'person' ? people.name(name) : '' })})` : '';
}

function letter({ row, recipients, entries, moment }, { people, zone }) {
  const to = recipients.map(one => recipient(one, people)).join(translate('notice.and'));
  const rung = rungText(row.ladder, row.rung);
  const isAgain = row.occurrence > 0 && row.ladder !== 'review'; // a week's letter is no repeated reminder
  return [
    el('p', { class: 'headline' },
      el('span', { class: 'rung' }, translateOr('ladder', row.ladder)), ' ',
      el('span', { class: 'rung-id' }, isAgain ? translate('notice.again', { rung, time: row.occurrence + 1 }) : rung), ' ',
      el('span', { class: 'chip', 'data-state': row.state }, translate(`notice.${row.state}`)), ' ',
      el('span', { class: 'to' }, translate('notice.to', { who: to }))),
    reasons(row, people),
    row.state === 'expected' && !row.dueAt && el('p', { class: 'why' }, translate('notice.waits')),
    el('p', { class: 'why' },
      !isSameMinute(moment, row.planned) && el('span', { class: 'planned' }, translate('notice.plannedFor', { moment: planned(row, moment, zone) })),
      entries.map(entry => el('span', { class: 'proof' }, proof(entry))),
      recipients.map(one => envelope(one, people))),
  ];
}

/** Where its letter went, in the words in which a mail server is asked for it; letters of earlier versions did not note it. */
const envelope = ({ to, address, messageId }, people) => address
  && el('span', { class: 'envelope' }, translate('notice.envelope', { who: people.name(to), address, id: messageId }));

/** Why it was not sent, why it is that day, and how it came to whom it went. */
export const reasons = (row, people) => [
  [row.why, phraseText('reason', row.reason, { people })],
  [row.explanation, phrasesText('shift', row.shifts, { people }) ?? phraseText('cause', row.cause, { people })],
  [row.held, phraseText('hold', row.hold, { people })],
  [row.trace, phrasesText('trace', row.steps, { people }, ' → ')],
].filter(([english]) => english).map(([english, text]) => phraseElement('p', text, english, { class: 'why' }));

const proof = entry => translate('event.entry', { seq: entry.seq, hash: (entry.hash ?? '').slice(0, 12) });

/** A day that is written beside the letter need not be written again. */
function planned(row, moment, zone) {
  const isThatDay = dateIn(row.planned, zone) === dateIn(moment, zone);
  return isThatDay ? timeText(row.planned, zone) : momentText(row.planned, zone);
}

function recipient({ to, role, instead }, people) {
  const part = roleText(role);
  const name = instead ? `${people.name(instead)} → ${people.name(to)}` : people.name(to);
  return part ? `${name} (${part})` : name;
}
