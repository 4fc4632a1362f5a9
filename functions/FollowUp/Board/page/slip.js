import { dateIn, dateText, daysBetween } from './dates.js';
import { el, fact } from './el.js';
import { names } from './roles.js';
import { moveOf, sectionOf, stateOf, wasMoved, closedAt } from './standing.js';
import { inWords, say } from './words.js';

/** An item as one card of the board: how urgent, what, whose, by when, and who heard that it is late. */
export function slip(item, { agreements, people, now }) {
  return el('li', { class: 'slip', 'data-slip': colourOf(item) },
    tab(item, now),
    el('div', { class: 'slip-what' },
      el('h3', {}, el('a', { href: itemAddress(item) }, inWords('span', item.title))),
      el('p', { class: 'source' }, source(item, agreements)),
      el('p', { class: 'standing' }, standing(item, people))),
    el('dl', { class: 'facts' },
      fact(say('fact.owner'), el('bdi', {}, people.name(item.owner))),
      fact(say('fact.due'), dueDate(item, 'short'))),
    item.open && item.daysLate > 0 && el('dl', { class: 'heard' },
      fact(say('fact.told'), names(item.toldLate, people, item) || say('fact.toldNobody'))));
}

export const itemAddress = item => `#/agreements/${encodeURIComponent(item.agreement)}/items/${encodeURIComponent(item.id)}`;

export const agreementAddress = id => `#/agreements/${encodeURIComponent(id)}`;

export function colourOf(item) {
  const section = sectionOf(item);
  return ['reported', 'closed'].includes(section) ? section : item.slip ?? 'none';
}

/** The due date and, beside it, the one that was first agreed. */
export function dueDate(item, month) {
  return [
    el('time', { datetime: item.dueOn }, dateText(item.dueOn, month)),
    wasMoved(item) && el('span', { class: 'moved' }, say('fact.moved', { date: dateText(item.originalDueOn, month) })),
  ];
}

export function source(item, agreements) {
  const agreement = agreements.get(item.agreement);
  return [
    el('a', { href: agreementAddress(item.agreement) }, agreement ? inWords('span', agreement.title) : item.agreement),
    item.clause && ' ',
    item.clause && el('span', { class: 'clause-id' }, '· ', say('fact.clause', { clause: item.clause })),
  ];
}

/** How many days there are, or were, in figures that can be read across a room; the colour's name beside the colour. */
export function tab(item, now) {
  const { figure, words } = days(item, now);
  return el('p', { class: 'tab' },
    figure !== null && el('span', { class: 'figure' }, figure),
    ' ',
    el('span', { class: 'unit' }, words),
    ' ',
    item.open && item.slip && el('span', { class: 'colour' }, say(`slip.${item.slip}`)));
}

function days(item, now) {
  if (!item.open) {
    return { figure: null, words: say(`state.${item.state}`) };
  }

  if (item.daysLate > 0) {
    return { figure: item.daysLate, words: say('days.late', { count: item.daysLate }) };
  }

  const left = daysBetween(dateIn(now, item.timeZone), item.dueOn);
  if (left === 0) {
    return { figure: null, words: say('days.today') };
  }

  return { figure: Math.abs(left), words: say(left > 0 ? 'days.left' : 'days.over', { count: Math.abs(left) }) };
}

function standing(item, people) {
  const move = moveOf(item);
  if (move?.who) {
    return say('move.waits', { who: people.name(move.who), what: say(`move.${move.what}`) });
  }

  return move ? say('move.waitsOther') : [say(`state.${stateOf(item)}`), closedOn(item)];
}

function closedOn(item) {
  const late = item.daysLate > 0 ? ` · ${item.daysLate} ${say('days.late', { count: item.daysLate })}` : '';
  return !item.open && closedAt(item) ? ` · ${dateText(dateIn(closedAt(item), item.timeZone))}${late}` : '';
}
