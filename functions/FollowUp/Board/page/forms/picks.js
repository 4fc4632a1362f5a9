import { el } from '../shell/dom.js';
import { choice, open } from './field.js';
import { fieldsetList } from './fieldset-list.js';

/** Several of what can be chosen, a line each. */
export function picks(at, title, model, options, word, about) {
  model[at] ??= []; // Drafts of an earlier day may lack it.
  return fieldsetList({
    at, title, one: title, word, about, members: model[at], blank: () => ({ who: '' }), inline: true, level: 3,
    draw: pick => {
      const select = choice(pick, 'who', () => [...open(), ...options()], { 'aria-label': title });
      return el('div', { class: 'field' }, select, el('p', { class: 'error' }));
    },
  });
}
