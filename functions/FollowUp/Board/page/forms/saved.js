import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/** @type {{ words: string, at: string } | null} */
let said = null;

/**
 * Something is stored, and another page is on its way: there it is said.
 * @param {string} words their key
 * @param {string} [at] the address of that page
 */
export function sayAfter(words, at = location.hash) {
  said = { words, at };
}

/** What is to be said here, once; null where that is nothing. */
export function saidBefore() {
  const here = said?.at === location.hash ? said : null;
  said = null;
  return here && translate(here.words);
}

export const savedNote = text => text && el('p', { class: 'note saved' }, text);
