import { el } from './el.js';
import { colourOf, itemAddress } from './slip.js';
import { movesByPerson } from './standing.js';
import { stepText } from './whose.js';
import { inWords, say } from './words.js';

/** Who keeps what waiting: a fold for each person, so that forty items of one owner do not hide the others. */
export function moves(items, { people, find }) {
  const waiting = movesByPerson(items, find);
  // Beside the cards there is room to show some open; above them they would push the late ones off the screen.
  const openMax = matchMedia('(min-width: 68rem)').matches ? 3 : 0;
  return el('section', { class: 'moves', 'aria-labelledby': 'moves' },
    el('h2', { id: 'moves', tabindex: '-1' }, say('move.title')),
    el('p', { class: 'about' }, say(waiting.length === 0 ? 'move.none' : 'move.about')),
    waiting.map(([who, steps], place) => person(who === null ? say('move.otherSide') : people.name(who), steps, people, place < openMax)));
}

function person(name, steps, people, isOpen) {
  return el('details', { open: isOpen },
    el('summary', {}, el('bdi', {}, name), ' ', el('span', { class: 'many' }, steps.length)),
    el('ul', {}, steps.map(({ item, move }) => el('li', { 'data-slip': colourOf(item) },
      el('a', { href: itemAddress(item) }, inWords('span', item.title)),
      el('span', { class: 'what', dir: 'auto' }, stepText(move, item, people), item.recurrence && ` · ${say('round.short', { count: item.recurrence.number })}`)))));
}
