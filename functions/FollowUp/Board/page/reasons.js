import { dateText } from './dates.js';
import { el } from './el.js';
import { roleText } from './roles.js';
import { shiftText } from './shifts.js';
import { language, say, sayOr } from './words.js';

/** What the service says by itself, and how this page says it. It speaks English; ids and dates in it are its own. */
const sentences = [
  [/^before assignment$/, () => say('why.beforeAssignment')],
  [/^before it was registered$/, () => say('why.beforeRegistration')],
  [/^it was never assigned$/, () => say('why.neverAssigned')],
  [/^it was handed over since$/, () => say('why.handedOver')],
  [/^the due date was near then$/, () => say('why.dueNear')],
  [/^its moment had passed when the item was re-based$/, () => say('why.rebased')],
  [/^it waited for the other side$/, () => say('why.waited')],
  [/^the (\S+) was never told$/, role => say('why.neverTold', { role: roleText(role) })],
  [/^superseded by (\w+)\/([^/ ]+)\/\d+ to \S+$/, (ladder, rung) => say('why.superseded', { notice: noticeText(ladder, rung) })],
  [/^overtaken: the item moved on first$/, () => say('why.overtaken')],
  [/^it could not be handed over in a day of trying \(\S+\)$/, () => say('why.undeliverable')],
  [/^A notice to (\S+) was refused: (.+)$/s, (who, why, { people }) => say('why.refused', { who: people.name(who), why })],
  [/^It was registered after its due date, (\S+): .+$/, date => say('warning.late', { date: dateText(date) })],
  [/^Calendar (\S+) is known through (\S+) only: .+$/, (calendar, date) => say('warning.calendar', { calendar, date: dateText(date) })],
  [/^The next occurrence, due (\S+), was not opened: (.+)\. Register it by hand\.$/, (date, why) => say('warning.next', { date: dateText(date), why })],
  [/^Plan (\S+) speaks to level (\d); the chain of agreement \S+ has (\d)\.$/, (plan, level, count) => say('warning.levels', { plan, level, count })],
];

/**
 * A sentence of the service in the reader's language. One that is not known here stays as it came, and is marked as English.
 * @param context people, calendars by id, and the instant near which its days lie
 */
export function inReadersWords(tag, text, properties, context) {
  const known = knownText(text, context);
  return el(tag, { dir: 'auto', ...properties, lang: known === null && language() !== 'en' ? 'en' : null }, known ?? text);
}

export const noticeText = (ladder, rung) => [sayOr('ladder', ladder), sayOr('rung', rung)].join(say('due.and'));

/** "A absent → B absent → C", with names for ids. */
export function traceText(trace, people) {
  return trace.split(' → ').map(step => {
    const [, absent] = /^(\S+) absent$/.exec(step) ?? [];
    return absent ? say('trace.absent', { who: people.name(absent) }) : people.name(step);
  }).join(' → ');
}

function knownText(text, context) {
  for (const [form, words] of sentences) {
    const found = form.exec(text);
    if (found) {
      return words(...found.slice(1), context);
    }
  }

  return shiftText(text, context.near, context.calendars ?? new Map());
}
