import { verbs } from './verbs.js';

/**
 * What was chosen for something that is different by now is not chosen any more: nobody decides on what they never saw, and nobody's name
 * is put under what was typed in another's. Words stay; where the verb is not open, everything does.
 * @param {string} verb
 * @param {import('./drafts.js').Draft} draft
 * @param {any} item
 * @param {string[]} offered in whose names it can be done
 */
export function renew(verb, draft, item, offered) {
  if (offered.length === 0) {
    return;
  }

  if (draft.by && !offered.includes(draft.by)) {
    [draft.by, draft.formerBy] = draft.isTouched ? ['', draft.by] : [offered[0], undefined];
  }

  const { fields, about, initial } = verbs[verb];
  const now = about?.(item);
  for (const { name, kind, options } of fields) {
    const value = draft.values[name];
    if (kind === 'choice' && value && (draft.about !== now || !options?.(item).includes(value))) {
      delete draft.values[name];
    }
  }

  draft.about = now;
  if (!draft.isTouched) {
    draft.values = Object.assign(draft.values, initial?.(item));
  }
}
