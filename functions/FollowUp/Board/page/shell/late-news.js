import { byId, el } from './dom.js';

/**
 * An answer that came when its reader looks at something else: told at the edge of the page, where it moves nothing and takes no focus,
 * until another page is shown.
 * @param {string} text
 * @param {{ href: string, words: string }} where it is about
 */
export function tellLate(text, { href, words }) {
  document.querySelectorAll('.late-news').forEach(one => one.remove());
  byId('announce').textContent = text;
  byId('main').append(el('p', { class: 'late-news' }, text, ' ', el('a', { href }, words)));
}
