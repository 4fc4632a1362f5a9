import { el } from '../shell/dom.js';
import { language, languages, translate } from '../text/i18n.js';
import { field, textArea, textInput } from './field.js';

/**
 * One text in the languages that it is known in: that of the page first, the others behind a fold until they are used.
 * @param {{ at: string, label: string, model: Record<string, any>, area?: boolean, word?: string, hint?: string }} about
 */
export function textsField({ at, label, model, area, word, hint }) {
  model[at] ??= {};
  const texts = model[at];
  const draw = (code, isFirst) => field(
    { at: code, label: isFirst ? label : `${label} (${languages[code].name})`, word: isFirst ? word : undefined, hint: isFirst && hint },
    (area ? textArea : textInput)(texts, code, { lang: code, maxlength: area ? '16000' : '300' }));
  const others = Object.keys(languages).filter(code => code !== language());
  return el('div', { class: 'texts', 'data-at': at },
    draw(language(), true),
    el('details', { open: others.some(code => texts[code]) },
      el('summary', {}, translate('form.otherLanguages')),
      others.map(code => draw(code, false))));
}

/** The languages in which something is written; undefined where it is in none. */
export function written(texts) {
  const some = Object.entries(texts ?? {}).map(([code, text]) => [code, text.trim()]).filter(([, text]) => text);
  return some.length > 0 ? Object.fromEntries(some) : undefined;
}

/** It in the page's language, or in any. */
export const anyText = texts => [language(), ...Object.keys(texts ?? {})].map(code => texts?.[code]?.trim()).find(Boolean) ?? '';
