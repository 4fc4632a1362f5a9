import { el } from '../shell/dom.js';
import { localized, translate } from '../text/i18n.js';
import { stepAddress } from '../acts/act-address.js';
import { colourOf, itemAddress } from './item-card.js';
import { registerAddress } from './list-query.js';
import { stepsOf, stepText } from '../text/next-action-text.js';
import { absenceText } from '../people/absence-note.js';

const openMax = 3; // beside the cards; above them they would push the late ones off the screen

/**
 * Who keeps what waiting: a fold for each person, so that forty items of one owner do not hide the others. The figures count all; of what
 * is not named here, the register has the rest.
 */
export function nextActionList(element, { overview, moves, people, find, now }) {
  const was = new Map([...element.querySelectorAll('details')].map(fold => [fold.dataset.who, fold]));
  const held = /** @type {HTMLElement | null} */ (document.activeElement?.closest('.moves details'))?.dataset.who;
  const hold = element.contains(document.activeElement) ? document.activeElement?.getAttribute('href') : undefined;
  const steps = stepsByPerson(moves.items);
  const isWide = matchMedia('(min-width: 68rem)').matches;
  element.replaceChildren(
    el('h2', { id: 'moves', tabindex: '-1' }, translate('action.title')),
    el('p', { class: 'about' }, translate(overview.waits.length === 0 ? 'action.none' : 'action.about')),
    ...overview.waits.map(({ who = null, count }, place) => person(who, count, steps.get(who) ?? [], {
      people, find, now, isOpen: was.get(who ?? '')?.open ?? (isWide && place < openMax),
    })));
  if (held !== undefined) {
    const fold = [...element.querySelectorAll('details')].find(one => one.dataset.who === held);
    const link = [...(fold?.querySelectorAll('a') ?? [])].find(one => one.getAttribute('href') === hold);
    (link ?? fold?.querySelector('summary'))?.focus({ preventScroll: true });
  }
}

/** Steps by the person they wait for, null for the other side as a whole. */
function stepsByPerson(items) {
  const waiting = new Map();
  for (const item of items) {
    for (const step of stepsOf(item)) {
      for (const who of step.action === 'move-first' && step.who.length === 0 ? [null] : step.who) {
        waiting.set(who, [...(waiting.get(who) ?? []), { item, step }]);
      }
    }
  }

  return waiting;
}

function person(who, count, steps, { people, find, now, isOpen }) {
  const away = who !== null && absenceText(who, people, now);
  const name = who === null ? translate('action.otherSide') : people.name(who);
  const named = new Set(steps.map(({ item }) => itemAddress(item))).size;
  return el('details', { open: isOpen, 'data-who': who ?? '' },
    el('summary', {}, el('bdi', {}, name), ' ', el('span', { class: 'many' }, count), away && el('span', { class: 'away' }, away)),
    el('ul', {}, steps.map(({ item, step }) => el('li', { 'data-slip': colourOf(item) },
      el('a', { href: stepAddress(item, step) }, localized('span', item.title)),
      el('span', { class: 'what', dir: 'auto' },
        stepText(step, item, people, id => find(item.agreement, id)), item.recurrence && ` · ${translate('round.short', { count: item.recurrence.number })}`)))),
    count > named && el('p', { class: 'rest' }, el('a', { href: registerAddress(who === null ? { section: 'waiting' } : { awaits: who }) }, translate('list.rest', { count }))));
}
