import { clearFaults, showFaults } from '../forms/faults.js';
import { part as found } from '../forms/find.js';
import { merge, onlyAt } from '../forms/merge.js';
import { sayAfter } from '../forms/saved.js';
import { faultsIn } from '../forms/faults-in.js';
import { read, Refused, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { differences } from './differences.js';
import { inTheirs } from './their-value.js';

/**
 * The end of a form that changes a person, a plan or a calendar: who would hear otherwise is looked at, and then it is saved. Where
 * somebody else saved first, nothing typed is lost: what only they changed is taken over, the rest is shown and decided here.
 * @param {{
 *   draft: import('../forms/draft.js').Draft, people: any, part: 'people' | 'plans' | 'calendars', path: string, form: () => HTMLFormElement,
 *   asTyped: (read: any) => any, bodyOf: (typed: any) => any, check: (typed: any) => any[], saved?: (stored: any) => void, relocate?: (pointer: string) => string,
 * }} what
 */
export function changing({ draft, people, part, path, form, asTyped, bodyOf, check, saved, relocate = pointer => pointer }) {
  const preview = el('section', { class: 'preview', 'aria-live': 'polite' });
  const conflict = el('div', { class: 'note conflict', role: 'alert', tabindex: '-1', hidden: true });
  const body = () => bodyOf(draft.value.mine);
  const here = pointer => relocate(pointer.replace(new RegExp(`^/${part}/0`), ''));

  const look = () => attempt(async () => {
    const changes = await whatIf({ [part]: [body()] });
    preview.replaceChildren(differences(changes, people));
    found(preview, 'h2').focus();
  });

  const submit = event => {
    event.preventDefault();
    return attempt(async () => {
      const stored = await write('PUT', path, body(), { etag: `"${draft.value.base.revision}"` });
      draft.forget();
      if (saved) {
        saved(stored);
      } else {
        sayAfter('whatIf.saved');
        dispatchEvent(new Event('readagain'));
      }
    });
  };

  async function attempt(act) {
    clearFaults(form());
    const faults = check(draft.value.mine);
    if (faults.length > 0) {
      showFaults(form(), faults);
      return;
    }

    try {
      await act();
    } catch (failure) {
      if (failure instanceof Refused && failure.status === 412) {
        await takeOver();
      } else {
        showFaults(form(), faultsIn(failure).map(fault => ({ ...fault, pointer: here(fault.pointer) })));
      }
    }
  }

  /** What they wrote is what I decide on from now. */
  async function takeOver() {
    const theirs = await read(path);
    const { merged, theirs: alone, both } = merge(asTyped(draft.value.base), draft.value.mine, asTyped(theirs));
    draft.value = { base: theirs, mine: merged, conflict: { alone, both: both.map(({ key, at }) => [key, onlyAt(key, theirs[key], at), at]) } };
    draft.save();
    dispatchEvent(new Event('readagain'));
  }

  sayConflict(draft.value.conflict, conflict, body(), people);
  return {
    preview, conflict, submit,
    row: el('p', { class: 'acts' },
      el('button', { type: 'button', class: 'act second', click: look }, translate('whatIf.look')),
      el('button', { class: 'act' }, translate('whatIf.save'))),
  };
}

/** What only they changed is taken over; where both did, what is different in theirs. */
function sayConflict(conflict, place, mine, people) {
  if (conflict) {
    place.hidden = false;
    place.append(
      el('p', {}, translate(conflict.both.length > 0 ? 'whatIf.conflict' : 'whatIf.merged')),
      el('ul', {},
        conflict.alone.map(key => el('li', {}, translate('whatIf.theirsTaken', { field: fieldText(key) }))),
        conflict.both.map(([key, theirs, at]) => el('li', {}, inTheirs(key, fieldText(key), onlyAt(key, mine[key], at), theirs, people)))));
  }
}

/** What somebody must read before they go on, where there is such a thing on a page. */
export const conflictIn = content => /** @type {HTMLElement | null} */ (content && content.querySelector('.conflict:not([hidden])')) ?? undefined;

const fieldText = key => translate(`changed.${key}`);

/** Every page of what would be otherwise, if things were so. */
export async function whatIf(register) {
  const changes = [];
  let cursor = '';
  do {
    const page = await write('POST', `timetable?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`, register);
    changes.push(...page.changes);
    cursor = page.next ?? '';
  } while (cursor);
  return changes;
}
