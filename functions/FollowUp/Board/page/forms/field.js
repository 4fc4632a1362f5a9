import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { term } from './term.js';

let made = 0;

/** An id that no other element of the page has. */
export const freshId = kind => `${kind}-${++made}`;

/**
 * A label, what is typed, what would help to type it, and room for what is wrong with it.
 * @param {{ at: string, label: string, hint?: string | false, word?: string, wide?: boolean }} about
 *   `at` is its name in what is sent; `word` is a word of the glossary that the label leans on
 * @param {HTMLElement} input
 */
export function field({ at, label, hint, word, wide }, input) {
  input.id ||= freshId('field');
  const error = el('p', { class: 'error', id: `${input.id}-error` });
  const about = hint && el('p', { class: 'hint', id: `${input.id}-hint` }, hint);
  input.setAttribute('aria-describedby', [about && about.id, error.id].filter(Boolean).join(' '));
  return el('div', { class: wide ? 'field wide' : 'field', 'data-at': at },
    el('span', { class: 'label' }, el('label', { for: input.id }, label), word && term(word)),
    input, about, error);
}

/** What is typed goes into the model at once, so that nothing has to be gathered later. */
const into = (model, key) => ({ target }) => { model[key] = target.value; };

/**
 * @param {Record<string, any>} model
 * @param {string} key
 */
export const textInput = (model, key, properties = {}) =>
  el('input', { type: 'text', autocomplete: 'off', ...properties, value: model[key] ?? '', input: into(model, key) });

export const textArea = (model, key, properties = {}) =>
  el('textarea', { rows: '2', ...properties, input: into(model, key) }, model[key] ?? '');

/**
 * A choice; `options()` are `[value, text]`, asked again whenever what can be chosen may have changed.
 * @param {() => [string, string][]} options
 */
export function choice(model, key, options, properties = {}) {
  const select = el('select', { ...properties, input: into(model, key) });
  const fill = () => {
    const chosen = model[key] ?? '';
    const all = options();
    // What was chosen and is gone stays in sight until somebody chooses anew: it is not passed over.
    const shown = all.some(([value]) => value === chosen) ? all : [[chosen, chosen], ...all];
    const texts = JSON.stringify(shown);
    if (select.dataset.shown !== texts) {
      select.dataset.shown = texts;
      select.replaceChildren(...shown.map(([value, text]) => el('option', { value, selected: value === chosen }, text)));
      select.value = chosen;
    }
  };
  fill();
  select.addEventListener('refill', fill);
  return select;
}

/** Something that is there or not. */
export function tick(model, key, label, at = key) {
  const id = freshId('field');
  return el('div', { class: 'field tick', 'data-at': at },
    el('input', { type: 'checkbox', id, checked: Boolean(model[key]), 'aria-describedby': `${id}-error`, input: ({ target }) => { model[key] = target.checked; } }),
    el('label', { for: id }, label), el('p', { class: 'error', id: `${id}-error` }));
}

/** What is known already can be chosen, anything else be typed. */
export function suggestions(values) {
  return el('datalist', { id: freshId('list') }, [...new Set(values)].map(value => el('option', { value })));
}

/** The choices of a form are asked for anew: people and items have names only while they are being typed. */
export const refill = form => form.querySelectorAll('select').forEach(one => one.dispatchEvent(new Event('refill')));

/**
 * A choice that may be left open.
 * @param {string} [text]
 * @returns {[string, string][]}
 */
export const open = text => [['', text ?? translate('form.choose')]];
