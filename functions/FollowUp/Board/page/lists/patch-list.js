import { el } from '../shell/dom.js';
import { itemPath } from '../shell/api.js';
import { translate } from '../text/i18n.js';

/** What each card was made from. @type {WeakMap<Element, { path: string, item: any, people: any }>} */
const madeFrom = new WeakMap();

/**
 * Brings a list of cards to what it should show: cards that say the same stay the very same, and whoever is on one of them stays there.
 * @param {Element} list
 * @param {any[]} items
 * @param {(item: any) => HTMLElement} cardOf
 * @param {{ marks: boolean, people?: any }} how `marks`: whether what is new, or different, is marked as such; `people` is who they are drawn with
 * @returns how many are new or different
 */
export function patchList(list, items, cardOf, { marks, people }) {
  const held = heldIn(list);
  const before = new Map([...list.children].map(card => [madeFrom.get(card)?.path, card]));
  let changed = 0;
  let at = list.firstElementChild;
  for (const item of items) {
    const path = itemPath(item.agreement, item.id);
    const old = before.get(path);
    before.delete(path);
    let card = old;
    const was = old && madeFrom.get(old);
    const isOther = !was || !isSame(was.item, item);
    if (isOther || !isSame(was.people, people)) {
      card = cardOf(item);
      madeFrom.set(card, { path, item, people });
      if (marks && isOther) {
        changed++;
        mark(card, old ? 'changed' : 'new');
      }

      if (old) {
        at = at === old ? card : at;
        old.replaceWith(card);
      }
    }

    if (card === at) {
      at = at.nextElementSibling;
    } else {
      list.insertBefore(/** @type {Element} */ (card), at);
    }
  }

  before.forEach(card => card.remove());
  hold(list, held);
  return changed;
}

/**
 * Cards at the end of a list that grew: nothing above them is looked at, however long it is.
 * @param {Element} list
 * @param {any[]} items
 * @param {(item: any) => HTMLElement} cardOf
 * @param {any} [people] who they are drawn with
 */
export function appendCards(list, items, cardOf, people) {
  list.append(...items.map(item => {
    const card = cardOf(item);
    madeFrom.set(card, { path: itemPath(item.agreement, item.id), item, people });
    return card;
  }));
}

/** A list that grew has the very same items above; one that was read anew has others, which may say the same. */
const isSame = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);

function mark(card, word) {
  card.dataset.fresh = word;
  card.querySelector('.slip-what')?.prepend(el('p', { class: 'fresh' }, translate(`fresh.${word}`)));
}

/** Where in a list the focus is; null where it is elsewhere. What is moved in a page, or replaced, loses it. */
function heldIn(list) {
  const cards = [...list.children];
  const at = cards.findIndex(card => card.contains(document.activeElement));
  return at < 0 ? null : { at, path: madeFrom.get(cards[at])?.path, place: places(cards[at]).indexOf(/** @type {HTMLElement} */ (document.activeElement)) };
}

/** The focus is again where it was: on the same card or, where that is gone, on the one that took its place. */
function hold(list, held) {
  if (held && !list.contains(document.activeElement)) {
    const cards = [...list.children];
    const card = cards.find(one => madeFrom.get(one)?.path === held.path) ?? cards[Math.min(held.at, cards.length - 1)];
    const there = card ? places(card) : [];
    (there[held.place] ?? there[0])?.focus({ preventScroll: true });
  }
}

/** @returns {HTMLElement[]} */
const places = card => [...card.querySelectorAll('a[href], button, summary, input, select, textarea')];

/**
 * Does something to the page while what the reader looks at stays where it is, and the focus with it.
 * @param {Element} main
 * @param {() => void} change
 */
export function keepingPlace(main, change) {
  const focused = /** @type {HTMLElement | null} */ (document.activeElement);
  const looked = main.contains(focused) && isSeen(focused) ? focused : [...main.querySelectorAll('.slip, h2')].find(isSeen);
  // Of a card the whole counts: it may be made anew.
  const anchor = looked?.closest('.slip') ?? looked;
  const path = anchor ? madeFrom.get(anchor)?.path : undefined;
  const before = anchor?.getBoundingClientRect().top ?? 0;
  change();
  if (focused && focused !== document.activeElement && focused.isConnected) {
    focused.focus({ preventScroll: true });
  }

  const still = anchor?.isConnected ? anchor : [...main.querySelectorAll('.slip')].find(card => path && madeFrom.get(card)?.path === path);
  if (still) {
    scrollBy({ top: still.getBoundingClientRect().top - before, behavior: 'instant' });
  }
}

function isSeen(element) {
  const box = element.getBoundingClientRect();
  return box.bottom > 0 && box.top < innerHeight;
}
