import { isAnotherReader, Refused, write } from '../shell/api.js';
import { callOf } from './verbs.js';

/**
 * @typedef {{
 *   kind: 'done' | 'faults' | 'changed' | 'signed-out' | 'another-reader' | 'refused' | 'busy' | 'unanswered', item?: any, faults?: any[], problem?: any,
 * }} Outcome `busy` and `unanswered` may be sent again under their key
 */

/**
 * Does a verb, decided on an item as it was shown.
 * @param {{ verb: string, item: any, values: Record<string, string>, by: string, key: string }} act
 * @returns {Promise<Outcome>}
 */
export async function sendAct({ verb, item, values, by, key }) {
  const { method, path, body } = callOf(verb, item, values, by);
  try {
    return { kind: 'done', item: await write(method, path, body, { etag: etagOf(item), idempotencyKey: key }) };
  } catch (failure) {
    return !(failure instanceof Refused) ? { kind: 'unanswered' } : isAnotherReader(failure) ? { kind: 'another-reader' } : outcomeOf(failure);
  }
}

/** Decisions are made on the revision; what the tag has beside it is for readers. */
const etagOf = item => `"${item.revision}"`;

/** @returns {Outcome} */
function outcomeOf({ status, problem }) {
  const type = (problem.type ?? '').split('/').at(-1);
  // What was said under this key before arrived after all, in other words.
  if (type === 'key-reused' || [403, 404, 409, 412].includes(status)) {
    return { kind: 'changed', problem: type === 'stale' || type === 'key-reused' ? undefined : problem };
  }

  if (status === 422 && problem.errors?.length > 0) {
    return { kind: 'faults', faults: problem.errors };
  }

  /** @type {Record<number, Outcome['kind']>} */
  const kinds = { 401: 'signed-out', 429: 'busy', 503: 'busy' };
  return { kind: kinds[status] ?? (status >= 500 ? 'unanswered' : 'refused'), problem };
}

/**
 * What a form says of it: beside the fields that it has, and above its buttons.
 * @param {Outcome} outcome
 * @param {string[]} names of its fields
 * @returns {Pick<import('./drafts.js').Draft, 'faults' | 'trouble'>}
 */
export function refusalOf({ kind, faults, problem }, names) {
  const found = (faults ?? []).map(({ pointer, detail: text, code, args }) => ({ name: pointer.split('/').at(-1) ?? '', text, code, args }));
  const elsewhere = found.find(fault => !names.includes(fault.name));
  return {
    faults: found.filter(fault => names.includes(fault.name)),
    trouble: kind !== 'faults' ? { kind, problem } : elsewhere ? { kind: 'refused', problem: { ...elsewhere, detail: elsewhere.text } } : null,
  };
}
