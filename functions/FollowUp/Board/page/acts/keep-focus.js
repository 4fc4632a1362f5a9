import { el } from '../shell/dom.js';
import { morph } from '../shell/morph.js';

/** Whoever types while the page is drawn anew goes on in the same field. */
export function keepFocus(place) {
  const typing = document.activeElement?.closest('.act-form') && document.activeElement;
  if (typing instanceof HTMLElement && typing.id) {
    const { id } = typing;
    queueMicrotask(() => document.activeElement === document.body && /** @type {HTMLElement | null} */ (place.querySelector(`#${id}`))?.focus({ preventScroll: true }));
  }
}

/**
 * Everything around what somebody types in becomes as it is now; where they were on something that is gone, they go on at what took its place.
 * @param {HTMLElement} place
 * @param {any[]} parts what is to stand in it
 * @param {import('./drafts.js').Draft} [draft] what was chosen, and what no longer is
 */
export function updateAround(place, parts, draft) {
  const hadFocus = place.contains(document.activeElement);
  const same = Object.fromEntries([...place.attributes].map(({ name, value }) => [name, value]));
  morph(place, el('section', same, parts));
  const whose = place.querySelector('#act-by');
  if (whose instanceof HTMLSelectElement && draft) {
    whose.value = draft.by;
  }

  for (const choice of /** @type {NodeListOf<HTMLInputElement>} */ (place.querySelectorAll('.act-choice input'))) {
    choice.checked = draft?.values[choice.name.replace(/^act-/, '')] === choice.value;
  }

  if (hadFocus && !place.contains(document.activeElement)) {
    /** @type {HTMLElement | null} */ (place.querySelector('.act-trouble, .act-changed, .verb'))?.focus({ preventScroll: true });
  }
}
