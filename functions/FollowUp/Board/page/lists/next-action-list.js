import { el } from '../shell/dom.js';
import { localized, translate } from '../text/i18n.js';
import { colourOf, itemAddress } from './item-card.js';
import { stepsOf, stepText } from '../text/next-action-text.js';

/** Who keeps what waiting: a fold for each person, so that forty items of one owner do not hide the others. */
export function nextActionList(items, { people, find }) {
  const waiting = stepsByPerson(items);
  // Beside the cards there is room to show some open; above them they would push the late ones off the screen.
  const openMax = matchMedia('(min-width: 68rem)').matches ? 3 : 0;
  return el('section', { class: 'moves', 'aria-labelledby': 'moves' },
    el('h2', { id: 'moves', tabindex: '-1' }, translate('action.title')),
    el('p', { class: 'about' }, translate(waiting.length === 0 ? 'action.none' : 'action.about')),
    waiting.map(([who, steps], place) => person(who === null ? translate('action.otherSide') : people.name(who), steps, { people, find }, place < openMax)));
}

/** Steps by the person they wait for, null for the other side as a whole; whoever keeps most waiting comes first. */
function stepsByPerson(items) {
  const waiting = new Map();
  for (const item of items) {
    for (const step of stepsOf(item)) {
      for (const who of step.action === 'move-first' && step.who.length === 0 ? [null] : step.who) {
        waiting.set(who, [...(waiting.get(who) ?? []), { item, step }]);
      }
    }
  }

  return [...waiting].sort(([, some], [, others]) => others.length - some.length);
}

function person(name, steps, { people, find }, isOpen) {
  return el('details', { open: isOpen },
    el('summary', {}, el('bdi', {}, name), ' ', el('span', { class: 'many' }, steps.length)),
    el('ul', {}, steps.map(({ item, step }) => el('li', { 'data-slip': colourOf(item) },
      el('a', { href: itemAddress(item) }, localized('span', item.title)),
      el('span', { class: 'what', dir: 'auto' },
        stepText(step, item, people, id => find(item.agreement, id)), item.recurrence && ` · ${translate('round.short', { count: item.recurrence.number })}`)))));
}
