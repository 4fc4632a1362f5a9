import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/** The words of the trade that a page may lean on; each has its meaning in `term.*`. */
export const terms = [
  'agreement', 'clause', 'party', 'item', 'kind', 'stage', 'series', 'owner', 'supporting', 'issuer', 'coordinator', 'counterpart', 'liaison', 'level',
  'calendar', 'substitute', 'plan', 'ladder', 'rung', 'notice', 'letter', 'slip', 'receipt', 'progress', 'completion', 'evidence',
  'confirmation', 'extension', 'question', 'escalation', 'waiting', 'working-day', 'rebase', 'correction', 'succession',
];

let made = 0;

/** A small button beside a word: its meaning opens in place, and closes again. */
export function term(word) {
  const note = el('span', { class: 'meaning', id: `term-${++made}`, role: 'note', hidden: true }, translate(`term.${word}`));
  const button = el('button', {
    type: 'button', class: 'term', 'aria-expanded': 'false', 'aria-controls': note.id,
    'aria-label': translate('term.what', { word: translate(`word.${word}`) }),
    click: () => show(note.hidden),
    keydown: event => event.key === 'Escape' && show(false),
  }, '?');

  function show(isOpen) {
    note.hidden = !isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
  }

  return [' ', button, note];
}

/** All of them on one page. */
export function glossaryPage() {
  const title = translate('glossary.title');
  return {
    title,
    content: el('div', { class: 'glossary' },
      el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
      el('h1', { tabindex: '-1' }, title),
      el('p', { class: 'about' }, translate('glossary.about')),
      el('dl', {}, terms.map(word => el('div', {}, el('dt', {}, translate(`word.${word}`)), el('dd', {}, translate(`term.${word}`)))))),
  };
}
