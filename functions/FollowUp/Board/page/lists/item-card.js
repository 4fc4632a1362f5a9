import { dateIn, dateText, daysBetween } from '../text/dates.js';
import { el, fact } from '../shell/dom.js';
import { dueDate } from '../item/due-date.js';
import { clauseName } from '../text/clause-name.js';
import { localized, translate } from '../text/i18n.js';
import { closedAt, silentDays, silentDaysNoted, stateOf, waitingOf } from '../item/item-state.js';
import { nextActionText, stepsOf } from '../text/next-action-text.js';
import { phraseElement, phraseText } from '../text/phrase-text.js';
import { names } from '../text/roles.js';
import { cardAbsences } from '../people/absence-note.js';

/** An item as one card of the board: how urgent, what, whose, by when, and who heard that it is late. */
export function itemCard(item, { agreements, people, find, now }) {
  return el('li', { class: 'slip', 'data-slip': colourOf(item), 'data-agreement': item.agreement, 'data-clause': item.clause },
    tab(item, now),
    el('div', { class: 'slip-what' },
      el('h3', {}, el('a', { href: itemAddress(item) }, localized('span', item.title))),
      el('p', { class: 'source' }, source(item, agreements)),
      standing(item, people, id => find(item.agreement, id)),
      cardAbsences(item, stepsOf(item).flatMap(({ who }) => who), people, now),
      silence(item, now),
      item.open && item.warnings?.length > 0 && [
        el('p', { class: 'noted' }, translate('item.noted', { count: item.warnings.length })), warningList(item, people, { class: 'on-paper' }),
      ]),
    el('dl', { class: 'facts' },
      fact(translate('fact.owner'), el('bdi', {}, people.name(item.owner))),
      fact(translate('fact.due'), dueDate(item, 'short'))),
    item.open && item.daysLate > 0 && el('dl', { class: 'heard' },
      fact(translate('fact.told'), names(item.toldLate, people, item) || translate('fact.toldNobody'))));
}

/** What is to be known about an item: on its page and, in place of their number, on paper. */
export const warningList = ({ warningDetails }, people, properties = {}) => el('ul', properties,
  (warningDetails ?? []).map(warning => phraseElement('li', phraseText('warning', warning, { people }), warning.text)));

export const itemAddress = item => `#/agreements/${encodeURIComponent(item.agreement)}/items/${encodeURIComponent(item.id)}`;

export const agreementAddress = id => `#/agreements/${encodeURIComponent(id)}`;

export function colourOf(item) {
  return ['reported', 'waiting', 'closed'].includes(item.section) ? item.section : item.slip ?? 'none';
}

export function source(item, agreements) {
  const agreement = agreements.get(item.agreement);
  return [
    el('a', { href: agreementAddress(item.agreement) }, agreement ? localized('span', agreement.title) : item.agreement),
    item.clause && ' ',
    item.clause && el('span', { class: 'clause-id' }, '· ', translate('fact.clause', { clause: clauseName(agreement, item.clause) })),
    item.recurrence && [' ', el('span', { class: 'clause-id' }, '· ', translate('round.short', { count: item.recurrence.number }))],
  ];
}

/** How many days there are, or were, in figures that can be read across a room; the colour's name beside the colour. */
export function tab(item, now) {
  const { figure, words } = days(item, now);
  // Where the figure stands among its words is each language's to say.
  const [before, after] = figure === null ? ['', words] : words.split(String(figure)).map(part => part.trim());
  return el('p', { class: 'tab' },
    before && [el('span', { class: 'unit' }, before), ' '],
    figure !== null && el('span', { class: 'figure' }, figure),
    ' ',
    after && el('span', { class: 'unit' }, after),
    ' ',
    item.open && item.slip && el('span', { class: 'colour' }, translate(`slip.${item.slip}`)));
}

function days(item, now) {
  if (!item.open) {
    return { figure: null, words: translate(`state.${item.state}`) };
  }

  if (item.state === 'registered' && !item.slip) {
    return { figure: null, words: translate('days.registered') };
  }

  const today = dateIn(now, item.timeZone);
  if (waitingOf(item)) {
    const count = daysBetween(dateIn(waitingOf(item).at, item.timeZone), today);
    return count === 0 ? { figure: null, words: translate('days.waitingNow') } : { figure: count, words: translate('days.waiting', { count }) };
  }

  if (item.daysLate > 0) {
    return { figure: item.daysLate, words: translate('days.late', { count: item.daysLate }) };
  }

  const left = daysBetween(today, item.dueOn);
  if (left === 0) {
    return { figure: null, words: translate('days.today') };
  }

  return { figure: Math.abs(left), words: translate(left > 0 ? 'days.left' : 'days.over', { count: Math.abs(left) }) };
}

/** Whose move it is or, where it is nobody's, how it stands; and why its clock stands still. */
function standing(item, people, find) {
  const steps = stepsOf(item);
  return [
    steps.length === 0
      ? el('p', { class: 'standing' }, translate(`state.${stateOf(item)}`), closedOn(item))
      : steps.map(step => el('p', { class: 'standing' }, nextActionText(step, item, people, find))),
    waitingSince(item),
  ];
}

/** Since when the clock stands still and why, with how late it was by then. */
export function waitingSince(item) {
  const waiting = waitingOf(item);
  return waiting && el('p', { class: 'since' },
    translate('waiting.since', { date: dateText(dateIn(waiting.at, item.timeZone)) }), late(item), el('bdi', { class: 'block' }, waiting.reason));
}

/** Since when nobody has said anything about it, once that is long. */
export function silence(item, now) {
  const days = silentDays(item, now);
  return days >= silentDaysNoted && el('p', { class: 'since silent' },
    translate('silent.since', { count: days, date: dateText(dateIn(item.silentSince, item.timeZone)) }));
}

function closedOn(item) {
  return !item.open && closedAt(item) ? ` · ${dateText(dateIn(closedAt(item), item.timeZone))}${late(item)}` : '';
}

const late = item => (item.daysLate > 0 ? ` · ${translate('days.late', { count: item.daysLate })}` : '');
