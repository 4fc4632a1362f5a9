import { isAnotherReader, itemPath, Refused, write } from '../shell/api.js';
import { upload } from '../shell/upload.js';
import { showProgress } from './file-field.js';
import { callOf } from './verbs.js';

/**
 * @typedef {{
 *   kind: 'done' | 'faults' | 'changed' | 'signed-out' | 'another-reader' | 'refused' | 'busy' | 'unanswered', item?: any, faults?: any[], problem?: any,
 * }} Outcome `busy` and `unanswered` may be sent again under their key
 */

/**
 * Does a verb, decided on an item as it was shown; a file that goes with it is handed in before.
 * @param {{ verb: string, item: any, values: Record<string, string>, by: string, key: string, file?: File }} act
 * @returns {Promise<Outcome>}
 */
export async function sendAct({ verb, item, values, by, key, file }) {
  try {
    const handedIn = file && await handIn(item, file, by, key);
    if (verb === 'add-evidence') {
      return { kind: 'done', item: handedIn?.item };
    }

    const shown = handedIn?.item ?? item;
    const { method, path, body } = callOf(verb, shown, handedIn ? { ...values, handedIn: handedIn.sha256 } : values, by);
    return { kind: 'done', item: await write(method, path, body, { etag: etagOf(shown), idempotencyKey: key }) };
  } catch (failure) {
    return !(failure instanceof Refused) ? { kind: 'unanswered' } : isAnotherReader(failure) ? { kind: 'another-reader' } : outcomeOf(failure);
  }
}

/**
 * Under a key of its own: where what comes after it fails, it is sent again with it, and taken once.
 * @param {any} item as it was decided on
 * @param {File} file
 * @returns {Promise<{ item: any, sha256: string }>}
 */
async function handIn(item, file, by, key) {
  const query = `name=${encodeURIComponent(file.name)}&by=${encodeURIComponent(by)}`;
  const { body, location } = await upload(`${itemPath(item.agreement, item.id)}/evidence?${query}`, file, {
    etag: etagOf(item), idempotencyKey: `${key}-file`, progressed: showProgress,
  });
  return { item: body, sha256: location.split('/').at(-1) ?? '' };
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

  if (status === 413) {
    return { kind: 'faults', faults: [{ pointer: '/file', code: 'file-large' }] };
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
  const found = (faults ?? []).map(({ pointer, detail: text, code, args }) => ({ name: fieldOf(pointer, names), text, code, args }));
  const elsewhere = found.find(fault => !names.includes(fault.name));
  return {
    faults: found.filter(fault => names.includes(fault.name)),
    trouble: kind !== 'faults' ? { kind, problem } : elsewhere ? { kind: 'refused', problem: { ...elsewhere, detail: elsewhere.text } } : null,
  };
}

/** What is wrong with a file, or with its name, is wrong with the field that it was chosen in. */
function fieldOf(pointer, names) {
  const name = pointer.split('/').at(-1) ?? '';
  return names.includes('file') && ['', 'name', 'Content-Type'].includes(name) ? 'file' : name;
}
