import { phraseText } from './phrase-text.js';

const byId = { name: id => id };

/**
 * What the service refused, in the reader's language; in its own words where it has none here.
 * @param {any} error one of a problem's `errors`, a problem, or the `Refused` that was thrown of it
 * @param {{ people?: { name: (id: string) => string } }} [context] `people` says ids as names.
 * @returns {string}
 */
export function faultText(error, { people = byId } = {}) {
  const said = error.problem ?? error;
  return phraseText('fault', said.code ? { code: said.code, args: said.args ?? {} } : null, { people }) ?? said.detail ?? said.title ?? error.message ?? '';
}

/**
 * The faults of one field, or of what lies in it, in words.
 * @param {any} problem
 * @param {string} pointer such as `/title`
 * @returns {string[]}
 */
export const faultsAt = (problem, pointer, context = {}) => (problem.errors ?? [])
  .filter(error => error.pointer === pointer || error.pointer.startsWith(`${pointer}/`)).map(error => faultText(error, context));
