import { newIdempotencyKey } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { translate, translateOr } from '../text/i18n.js';
import { journalText } from '../text/journal-text.js';
import { verbs } from './verbs.js';

/**
 * What was done last on this page.
 * @typedef {{
 *   path: string, verb: string, by: string, revision: number, seen: number, undo: import('./verbs.js').Counterpart | null, key: string,
 *   isUndo: boolean, trouble?: string,
 * }} Done
 *   `revision` is the item's after it, `seen` the last entry of the journal before
 */

/** @type {Done | null} */
let done = null;

export const lastDone = path => (done?.path === path ? done : null);

/** @param {{ path: string, verb: string, by: string, before: any, after: any, seen: number, isUndo?: boolean }} act */
export function recordDone({ path, verb, by, before, after, seen, isUndo = false }) {
  const undo = isUndo ? null : verbs[verb].undo?.(before, translate('acts.undo.reason')) ?? null;
  done = { path, verb, by, revision: after.revision, seen, undo, key: newIdempotencyKey(), isUndo };
}

/** What was done, as the journal has it. Somebody else may have been first: then it says who. */
export function doneText(one, { item, journal, people, before }) {
  const { events } = verbs[one.verb];
  const some = journal.filter(entry => events.includes(entry.event));
  const ours = some.findLast(entry => entry.seq > one.seen && entry.by === one.by);
  const entry = ours ?? some.at(-1);
  const said = entry && journalText(entry, item, { people, before }).said;
  const what = entry
    ? [translateOr('event', entry.event), people.name(entry.by), said].filter(Boolean).join(' · ')
    : translate(`acts.${one.verb}`);
  return translate(ours || !entry ? (one.isUndo ? 'acts.undone' : 'acts.done') : 'acts.doneBefore', { what });
}

/** Whether nothing else happened since, and whoever did it may take it back. */
export function canUndo(one, item) {
  const offer = (item.verbs ?? []).find(({ verb }) => verb === one.undo?.verb);
  return item.revision === one.revision && Boolean(offer?.by.includes(one.by));
}

/** @param {() => void} undo */
export function doneLine(one, read, undo) {
  return el('div', { class: 'act-done', tabindex: '-1', role: 'group', 'aria-labelledby': 'act-done' },
    el('p', { id: 'act-done' }, doneText(one, read)),
    canUndo(one, read.item) && el('button', { type: 'button', class: 'undo', 'data-key': 'undo', click: undo }, translate('acts.undo')),
    one.trouble && el('p', { class: 'act-trouble', role: 'alert' }, translate(one.trouble)));
}

// Elsewhere it is no news.
addEventListener('hashchange', () => { done = null; });
