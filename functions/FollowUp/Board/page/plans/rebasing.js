import { formFault } from '../forms/faults.js';
import { part as found } from '../forms/find.js';
import { freshId } from '../forms/field.js';
import { term } from '../forms/term.js';
import { faultsIn } from '../forms/faults-in.js';
import { read, Refused } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { localizedText, translate } from '../text/i18n.js';
import { behind, rebase } from './behind.js';
import { differences } from './differences.js';

/**
 * What runs goes by the revision that it was registered with until somebody moves it, an agreement at a time, after a look at what that
 * changes. It can be looked for at any time, not only when something was saved.
 * @param {{ part: 'plans' | 'calendars', id: string, revision: number }} what
 */
export function rebasing(what, people) {
  const place = el('div', { class: 'behind', 'aria-live': 'polite' });
  const heading = el('h2', { id: freshId('rebasing'), tabindex: '-1' }, translate('rebase.older'));
  const button = el('button', { type: 'button', class: 'act second', click: () => look() }, translate('rebase.find'));

  async function look() {
    button.disabled = true;
    place.replaceChildren(translate('loading'));
    await attempt(place, async () => {
      const { agreements, hidden } = await behind(what);
      place.replaceChildren(
        el('p', {}, translate(agreements.size === 0 ? 'rebase.none' : 'rebase.about')),
        ...[...agreements].map(([id, count]) => oneAgreement(id, count, people)),
        hidden > 0 ? el('p', { class: 'quiet' }, translate('rebase.hidden', { count: hidden })) : '');
    });
    button.disabled = false;
  }

  const content = el('section', { class: 'rebasing', 'aria-labelledby': heading.id },
    el('div', { class: 'label' }, heading, term('rebase')), el('p', { class: 'about' }, translate('rebase.older.about')), el('p', { class: 'acts' }, button), place);
  return { content, look };
}

/** It is saved: that is said, and what goes by the older revision now is looked for at once. */
export function showSaved(place, what, people) {
  const { content, look } = rebasing(what, people);
  const heading = el('h2', { tabindex: '-1' }, translate('rebase.saved'));
  place.replaceChildren(el('section', {}, heading,
    el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act second', click: () => dispatchEvent(new Event('readagain')) }, translate('rebase.later')))), content);
  heading.focus();
  return look();
}

function oneAgreement(id, count, people) {
  const place = el('div', { class: 'preview', 'aria-live': 'polite' });
  const path = `agreements/${encodeURIComponent(id)}`;
  const link = el('a', { href: `#/${path}` }, id);
  // Where it cannot be read, its id is name enough.
  read(path).then(({ title }) => localizedText(title), () => id).then(name => { link.textContent = name; });

  const look = () => attempt(place, () => show());

  async function show(above) {
    const seen = await rebase(id, null);
    place.replaceChildren(
      above ?? '',
      differences(seen.items, people),
      el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act', click: () => apply(seen.preview) }, translate('rebase.apply'))));
    (above ?? found(place, 'h2')).focus();
  }

  const apply = token => attempt(place, async () => {
    try {
      const done = await rebase(id, token);
      say(place, 'status', '', translate('rebase.done', { count: done.items.length }));
    } catch (failure) {
      if (!(failure instanceof Refused && failure.status === 412)) {
        throw failure;
      }

      await show(el('p', { class: 'wrong', role: 'alert', tabindex: '-1' }, translate('rebase.outdated')));
    }
  });

  return el('section', { class: 'rebase', 'data-agreement': id },
    el('h3', {}, link),
    el('p', { class: 'quiet' }, translate('rebase.count', { count })),
    el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act second', click: look }, translate('rebase.look'))),
    place);
}

async function attempt(place, act) {
  try {
    await act();
  } catch (failure) {
    say(place, 'alert', 'wrong', ...faultsIn(failure).map(fault => formFault(fault)));
  }
}

/** The button that was pressed is gone: the focus goes to what came of it. */
function say(place, role, name, ...words) {
  const said = el('p', { role, class: name || null, tabindex: '-1' }, ...words);
  place.replaceChildren(said);
  said.focus();
}
