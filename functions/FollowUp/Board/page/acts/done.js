import { entriesSince } from './changed-since.js';
import { newIdempotencyKey } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { session } from '../shell/session.js';
import { dateIn } from '../text/dates.js';
import { faultElement } from '../text/fault-text.js';
import { translate, translateOr } from '../text/i18n.js';
import { journalText } from '../text/journal-text.js';
import { wrongWith } from './checks.js';
import { verbs } from './verbs.js';

/**
 * What was done last on this page.
 * @typedef {{
 *   path: string, verb: string, by: string, revision: number, seen: number, undo: import('./verbs.js').Counterpart | null, key: string,
 *   isUndo: boolean, who: string, decided?: number, trouble?: { key: string, problem?: any },
 * }} Done
 *   `revision` is the item's after it, `seen` the last entry of the journal when it was decided; `who` sat there; `decided` is the `seen` of
 *   its undoing
 */

/** @type {Done | null} */
let done = null;

export const lastDone = path => (done && done.path === path && done.who === session.who ? done : null);

/** @param {{ path: string, verb: string, by: string, before: any, after: any, seen: number, isUndo?: boolean }} act */
export function recordDone({ path, verb, by, before, after, seen, isUndo = false }) {
  const undo = isUndo ? null : verbs[verb].undo?.(before, translate('acts.undo.reason')) ?? null;
  done = { path, verb, by, revision: after.revision, seen, undo, key: newIdempotencyKey(), isUndo, who: session.who };
}

/**
 * @param {Done} one
 * @param {import('./send-act.js').Outcome} outcome of trying to take it back
 */
export function refuseUndo(one, { kind, problem, faults }) {
  if (kind === 'unanswered' || kind === 'busy') {
    one.trouble = { key: `acts.${kind}` };
    return;
  }

  one.trouble = kind === 'changed' && !problem ? { key: 'acts.undo.late' } : { key: 'acts.undo.refused', problem: faults?.[0] ?? problem };
  one.undo = null;
}

/** The entry that is the reader's own: the service took it as decided on what was seen, so that it is the first such one after that. */
const ownEntry = (one, journal) =>
  journal.find(entry => entry.seq > one.seen && entry.by === one.by && verbs[one.verb].events.includes(entry.event));

/** What was done, as the journal has it. Somebody else may have been first: then it says who. */
export function doneText(one, { agreement, item, journal, people, before }) {
  const { events } = verbs[one.verb];
  const some = journal.filter(entry => events.includes(entry.event));
  const ours = ownEntry(one, journal);
  const entry = ours ?? some.at(-1);
  const said = entry && journalText(entry, item, { agreement, people, before }).said;
  const what = entry
    ? [translateOr('event', entry.event), people.name(entry.by), said].filter(Boolean).join(' · ')
    : translate(`acts.${one.verb}`);
  return translate(ours || !entry ? (one.isUndo ? 'acts.undone' : 'acts.done') : 'acts.doneBefore', { what });
}

/** Whether nothing else happened since, whoever did it may take it back, and the service would take what it was before. */
export function canUndo(one, { item, journal, now }) {
  const { verb, values } = one.undo ?? {};
  const own = ownEntry(one, journal);
  const isLast = own && item.revision === one.revision && !entriesSince(journal, own.seq).some(entry => entry.item);
  return Boolean(isLast && verb && (item.verbs ?? []).find(offer => offer.verb === verb)?.by.includes(one.by)
    && wrongWith(verb, values, { item, today: dateIn(now, item.timeZone), personOf: id => id }).length === 0);
}

/** @param {() => void} undo */
export function doneLine(one, read, undo) {
  return el('div', { class: 'act-done', tabindex: '-1', role: 'group', 'aria-labelledby': 'act-done' },
    el('p', { id: 'act-done' }, doneText(one, read)),
    canUndo(one, read) && el('button', { type: 'button', class: 'undo', 'data-key': 'undo', click: undo }, translate('acts.undo')),
    one.trouble && el('p', { class: 'act-trouble', role: 'alert' },
      translate(one.trouble.key), one.trouble.problem && [' ', faultElement(one.trouble.problem, { people: read.people })]));
}

// Elsewhere it is no news.
addEventListener('hashchange', () => { done = null; });
