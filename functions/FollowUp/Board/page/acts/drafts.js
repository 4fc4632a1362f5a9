import { session } from '../shell/session.js';

/**
 * What was typed for a verb of an item and is not sent yet. It outlives the drawing of the page, a change of its language, and a reload; it
 * ends with the tab, once it is sent, or when it is let go.
 * @typedef {{
 *   values: Record<string, string>, by: string, key: string, seen: number, isTouched?: boolean, decided?: number, about?: string, formerBy?: string,
 *   trouble?: { kind: string, problem?: any } | null, faults?: { name: string, key?: string, code?: string, args?: any, text?: string }[],
 * }} Draft
 *   `key` makes sure that it is done once, however often it is sent; `seen` is the last entry of the journal that was known when it began,
 *   `decided` the last when it was first sent under its key; `by` is empty where whose act it is must be asked anew, since `formerBy` can no
 *   longer do it
 */
const prefix = 'followup-draft:';

/** @type {Map<string, Draft>} */
const drafts = new Map();

/** Each person's are their own: who signs in next in the same tab finds nothing of them. */
const ownPrefix = () => `${prefix}${session.who} `;

const nameOf = (path, verb) => `${ownPrefix()}${path}:${verb}`;

const kept = () => Object.keys(sessionStorage).filter(name => name.startsWith(prefix));

/** How many forms of acts were typed in and not sent. */
export const countDrafts = () => kept().length;

/** @returns {Draft | undefined} */
export function draftOf(path, verb) {
  const name = nameOf(path, verb);
  if (!drafts.has(name)) {
    const found = parsed(sessionStorage.getItem(name));
    if (found) {
      drafts.set(name, found);
    }
  }

  return drafts.get(name);
}

/** @param {Draft} draft */
export function keepDraft(path, verb, draft) {
  drafts.set(nameOf(path, verb), draft);
  sessionStorage.setItem(nameOf(path, verb), JSON.stringify(draft));
}

export function dropDraft(path, verb) {
  drafts.delete(nameOf(path, verb));
  sessionStorage.removeItem(nameOf(path, verb));
}

/** Somebody else is here by now: what was typed before them at this screen is not theirs, and is nobody's to be found. */
export function dropOthersDrafts() {
  const isOthers = name => !name.startsWith(ownPrefix());
  [...drafts.keys()].filter(isOthers).forEach(name => drafts.delete(name));
  kept().filter(isOthers).forEach(name => sessionStorage.removeItem(name));
}

/** Whoever comes after at this screen is somebody else. */
export function dropAllDrafts() {
  drafts.clear();
  kept().forEach(name => sessionStorage.removeItem(name));
}

function parsed(text) {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
