import { el } from '../shell/dom.js';

/**
 * In the place of a form that its reader came to by its address: whose it is, before they type into what would be refused.
 * @param {string} title
 * @param {{ href: string, words: string }} back where they go on
 * @param {string} whose
 */
export const notTheirs = (title, { href, words }, whose) => ({
  title,
  content: el('div', { class: 'state' },
    el('p', { class: 'back' }, el('a', { href }, `← ${words}`)),
    el('h1', { tabindex: '-1' }, title),
    el('p', { class: 'note' }, whose)),
});
