import { phraseElement, phraseText } from './phrase-text.js';

/** @typedef {{ people?: { name: (id: string) => string } }} Context `people` says ids as names. */

const byId = { name: id => id };

/**
 * What the service refused, in the reader's language; in its own words where it has none here.
 * @param {any} error one of a problem's `errors`, a problem, or the `Refused` that was thrown of it
 * @param {Context} [context]
 * @returns {string}
 */
export const faultText = (error, context) => wordsOf(error, context) ?? englishOf(error);

/**
 * The same, marked as English where there are no words for it here.
 * @param {any} error
 * @param {Context} [context]
 */
export const faultElement = (error, context) => phraseElement('span', wordsOf(error, context), englishOf(error));

const saidIn = error => error.problem ?? error;

const englishOf = error => saidIn(error).detail ?? saidIn(error).title ?? error.message ?? '';

/**
 * @param {any} error
 * @param {Context} [context]
 */
function wordsOf(error, context) {
  const people = context?.people ?? byId;
  const { code, args = {} } = saidIn(error);
  return phraseText('fault', code ? { code, args } : null, { people });
}
