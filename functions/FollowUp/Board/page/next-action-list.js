import { el } from './dom.js';
import { localized, translate } from './i18n.js';
import { colourOf, itemAddress } from './item-card.js';
import { actionText } from './next-action-text.js';
import { nextActionsByPerson } from './next-action.js';

/** Who keeps what waiting: a fold for each person, so that forty items of one owner do not hide the others. */
export function nextActionList(items, { people, find }) {
  const waiting = nextActionsByPerson(items, find);
  // Beside the cards there is room to show some open; above them they would push the late ones off the screen.
  const openMax = matchMedia('(min-width: 68rem)').matches ? 3 : 0;
  return el('section', { class: 'moves', 'aria-labelledby': 'moves' },
    el('h2', { id: 'moves', tabindex: '-1' }, translate('move.title')),
    el('p', { class: 'about' }, translate(waiting.length === 0 ? 'move.none' : 'move.about')),
    waiting.map(([who, steps], place) => person(who === null ? translate('move.otherSide') : people.name(who), steps, people, place < openMax)));
}

function person(name, steps, people, isOpen) {
  return el('details', { open: isOpen },
    el('summary', {}, el('bdi', {}, name), ' ', el('span', { class: 'many' }, steps.length)),
    el('ul', {}, steps.map(({ item, move }) => el('li', { 'data-slip': colourOf(item) },
      el('a', { href: itemAddress(item) }, localized('span', item.title)),
      el('span', { class: 'what', dir: 'auto' }, actionText(move, item, people), item.recurrence && ` · ${translate('round.short', { count: item.recurrence.number })}`)))));
}
