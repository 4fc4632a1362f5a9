import { dateText } from './dates.js';
import { el } from './dom.js';
import { language, translate, translateOr } from './i18n.js';
import { roleText } from './roles.js';
import { shiftText } from './shift-text.js';

/** What the service says by itself, and how this page says it. It speaks English; ids and dates in it are its own. */
const sentences = [
  [/^before assignment$/, () => translate('why.beforeAssignment')],
  [/^before it was registered$/, () => translate('why.beforeRegistration')],
  [/^it was never assigned$/, () => translate('why.neverAssigned')],
  [/^it was handed over since$/, () => translate('why.handedOver')],
  [/^the due date was near then$/, () => translate('why.dueNear')],
  [/^its moment had passed when the item was re-based$/, () => translate('why.rebased')],
  [/^it waited for the other side$/, () => translate('why.waited')],
  [/^the (\S+) was never told$/, role => translate('why.neverTold', { role: roleText(role) })],
  [/^superseded by (\w+)\/([^/ ]+)\/\d+ to \S+$/, (ladder, rung) => translate('why.superseded', { notice: noticeText(ladder, rung) })],
  [/^overtaken: the item moved on first$/, () => translate('why.overtaken')],
  [/^it could not be handed over in a day of trying \(\S+\)$/, () => translate('why.undeliverable')],
  [/^A notice to (\S+) was refused: (.+)$/s, (who, why, { people }) => translate('why.refused', { who: people.name(who), why })],
  [/^It was registered after its due date, (\S+): .+$/, date => translate('warning.late', { date: dateText(date) })],
  [/^Calendar (\S+) is known through (\S+) only: .+$/, (calendar, date) => translate('warning.calendar', { calendar, date: dateText(date) })],
  [/^The next occurrence, due (\S+), was not opened: (.+)\. Register it by hand\.$/, (date, why) => translate('warning.next', { date: dateText(date), why })],
  [/^Plan (\S+) tells nobody in (.+): the chain of agreement \S+ has (\d)\.$/, (plan, rungs, count) => translate('warning.levels', { plan, rungs: rungs.split(', ').map(rung => noticeText(...rung.split('/'))).join('; '), count })],
  [/^(\S+) is (\S+(?: and \S+)+): told once(; nobody else confirms [^;]+)?(; where it is about them, [^;]+)?\.$/, partsText],
];

/**
 * A sentence of the service in the reader's language. One that is not known here stays as it came, and is marked as English.
 * @param context people, calendars by id, and the instant near which its days lie
 */
export function reasonElement(tag, text, properties, context) {
  const known = knownText(text, context);
  return el(tag, { dir: 'auto', ...properties, lang: known === null && language() !== 'en' ? 'en' : null }, known ?? text);
}

export const noticeText = (ladder, rung) => [translateOr('ladder', ladder), translateOr('rung', rung)].join(translate('due.and'));

/** Why somebody was not the one who got it, and how this page says it. */
const steps = [
  [/^(\S+) absent$/, 'trace.absent'],
  [/^(\S+) owns it$/, 'trace.owns'],
  [/^(\S+) stands in for (\S+)$/, 'trace.standsIn'],
  [/^(\S+) reported it$/, 'trace.reported'],
  [/^(\S+) asked for it$/, 'trace.askedFor'],
  [/^(\S+) was asked$/, 'trace.wasAsked'],
];

/** "A absent → B owns it → C", with names for ids. */
export const traceText = (trace, people) => trace.split(' → ').map(step => stepText(step, people)).join(' → ');

function stepText(step, people) {
  for (const [form, words] of steps) {
    const [, who, other] = form.exec(step) ?? [];
    if (who) {
      return translate(words, { who: people.name(who), other: other && people.name(other) });
    }
  }

  return people.name(step);
}

/** One person in several parts, and what comes of it. */
function partsText(who, parts, alone, above, { people }) {
  return translate('warning.parts', {
    who: people.name(who),
    parts: parts.split(' and ').map(roleText).join(', '),
    alone: alone ? translate('warning.parts.alone') : '',
    above: above ? translate('warning.parts.above') : '',
  });
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
