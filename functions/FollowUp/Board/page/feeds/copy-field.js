import { freshId } from '../forms/field.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/**
 * A text to be taken elsewhere as a whole: selected where it is clicked, and copied by a button. Browsers let a page copy over https and on
 * this machine alone; elsewhere it is selected, and the reader is told how.
 * @param {{ label: string, value: string, tell: (words: string) => void }} of
 */
export function copyField({ label, value, tell }) {
  const input = el('input', { id: freshId('copy'), type: 'text', readonly: true, value, spellcheck: 'false', dir: 'ltr', focus: () => input.select() });

  async function copy() {
    input.focus();
    input.select();
    const isCopied = await (navigator.clipboard?.writeText(value).then(() => true, () => false) ?? false);
    tell(translate(isCopied ? 'feeds.copied' : 'feeds.selected'));
  }

  return el('div', { class: 'copy-field' },
    el('label', { for: input.id }, label),
    el('p', { class: 'ask' }, input, el('button', { type: 'button', class: 'act second', click: copy }, translate('feeds.copy'))));
}
