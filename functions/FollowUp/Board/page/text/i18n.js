import { el } from '../shell/dom.js';
import { isolate } from './bidi-isolation.js';
import en from '../words/en/index.js';
import ru from '../words/ru/index.js';
import zh from '../words/zh/index.js';

/** Another language is one more folder of words with the same keys, and a line here. A key it lacks is said in English. */
export const languages = {
  en: { name: 'English', locale: 'en-GB', words: en },
  zh: { name: '中文', locale: 'zh-CN', words: zh },
  ru: { name: 'Русский', locale: 'ru-RU', words: ru },
};

const remembered = 'followup-language';
let current = firstLanguage();

export const language = () => current;

export const locale = () => languages[current].locale;

export function setLanguage(code) {
  current = code;
  localStorage.setItem(remembered, code);
}

/** The words for a key: `{name}` is filled in; where there are several forms, `count` chooses. */
export function translate(key, values = {}) {
  const words = languages[current].words[key] ?? en[key] ?? key;
  const form = typeof words === 'string' ? words : words[plural(values.count)] ?? words.other;
  return form.replace(/\{(\w+)\}/g, (_, name) => isolate(String(values[name] ?? '')));
}

/** Whether this page has words for a key. */
export const has = key => Object.hasOwn(en, key);

/** A word of the register for which there may be none here, such as an event or a kind that came later. */
export function translateOr(prefix, word) {
  const key = `${prefix}.${word}`;
  return has(key) ? translate(key) : word;
}

/** An element with a text in the reader's language, or in any there is: marked as what it is, and kept apart. */
export function localized(tag, texts, properties = {}) {
  const code = codeOf(texts);
  return el(tag, { dir: 'auto', ...properties, lang: code === current ? null : code }, textIn(texts, code));
}

/** The same, where no element can be: a page's title. */
export const localizedText = texts => isolate(textIn(texts, codeOf(texts)));

const codeOf = texts => [current, 'en', ...Object.keys(texts ?? {})].find(candidate => texts?.[candidate]);

const textIn = (texts, code) => (code ? texts[code] : '');

/** @param {number} [count] */
function plural(count = 1) {
  return new Intl.PluralRules(locale()).select(count);
}

function firstLanguage() {
  const wanted = [localStorage.getItem(remembered) ?? '', ...navigator.languages.map(tag => tag.slice(0, 2))];
  return wanted.find(code => code in languages) ?? 'en';
}
