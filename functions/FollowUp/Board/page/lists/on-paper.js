import { el } from '../shell/dom.js';

/** What was agreed, by agreement and clause: of all that is looked at. @type {Map<string, { label?: string, text?: Record<string, string> }>} */
let agreed = new Map();

/** Folds that have nothing to print: ways to files, and addresses that are nobody else's and are read when they are opened. */
const notOnPaper = '.exports, .feed, .wording';

/** Folds that were opened for paper alone. @type {HTMLDetailsElement[]} */
let opened = [];

/** @param {{ id: string, clauses?: { id: string, label?: string, text?: Record<string, string> }[] }[]} agreements whose words stand beside their items on paper */
export function quoteOnPaper(agreements) {
  agreed = new Map(agreements.flatMap(({ id: agreement, clauses }) => (clauses ?? []).map(clause => [placeOf(agreement, clause.id), clause])));
}

const placeOf = (agreement, clause) => `${agreement}/${clause}`;

/** What a page says on paper alone, at the moment at which it is printed. */
let say = () => {};

/** @param {() => void} before */
export function onPaper(before) {
  say = before;
}

/** Paper has no folds to open, and nobody can press a title to read what was agreed. */
addEventListener('beforeprint', () => {
  say();
  opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(`details:not(${notOnPaper})`))].filter(fold => !fold.open);
  opened.forEach(fold => { fold.open = true; });
  for (const card of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.slip[data-clause]'))) {
    const { label, text } = agreed.get(placeOf(card.dataset.agreement, card.dataset.clause)) ?? {};
    card.querySelector('.slip-what')?.append(...Object.entries(text ?? {}).map(([code, words]) =>
      el('blockquote', { class: 'agreed', lang: code, dir: 'auto' }, label && `${label} `, words)));
  }
});

addEventListener('afterprint', () => {
  opened.forEach(fold => { fold.open = false; });
  opened = [];
  document.querySelectorAll('.agreed').forEach(text => text.remove());
});

// Elsewhere other things were agreed.
addEventListener('hashchange', () => {
  quoteOnPaper([]);
  onPaper(() => {});
});
