import { formFault } from '../forms/faults.js';
import { part } from '../forms/find.js';
import { faultsIn } from '../first-day/submission.js';
import { read, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { localizedText, translate } from '../text/i18n.js';
import { differences } from './differences.js';

/**
 * A plan is saved: what runs keeps the old one until somebody moves it, an agreement at a time, after a look at what that changes.
 * @param {any[]} changes what a look at the plan found
 */
export function rebasing(changes, people) {
  const agreements = [...new Set(changes.map(change => change.agreement))];
  return el('section', {},
    el('h2', { tabindex: '-1' }, translate('rebase.saved')),
    el('p', {}, agreements.length === 0 ? translate('rebase.none') : translate('rebase.about')),
    agreements.map(id => oneAgreement(id, people)),
    el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act second', click: () => dispatchEvent(new Event('readagain')) }, translate('rebase.later'))));
}

function oneAgreement(id, people) {
  const place = el('div', { class: 'preview', 'aria-live': 'polite' });
  const path = `agreements/${encodeURIComponent(id)}`;
  const attempt = async act => {
    try {
      await act();
    } catch (failure) {
      place.replaceChildren(el('p', { class: 'wrong', role: 'alert' }, faultsIn(failure).map(formFault)));
    }
  };

  const link = el('a', { href: `#/${path}` }, id);
  // Where it cannot be read, its id is name enough.
  read(path).then(({ title }) => localizedText(title), () => id).then(name => { link.textContent = name; });

  // The coordinator moves an agreement; who may do it for them, the service knows.
  const rebase = async preview => {
    const { coordinator } = await read(path);
    return write('POST', `${path}/rebase`, { by: coordinator, ...(preview ? { preview } : {}) });
  };

  const look = () => attempt(async () => {
    const found = await rebase(null);
    place.replaceChildren(
      differences(found.items, people),
      el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act', click: () => apply(found.preview) }, translate('rebase.apply'))));
    part(place, 'h2').focus();
  });

  const apply = token => attempt(async () => {
    const done = await rebase(token);
    const said = el('p', { role: 'status', tabindex: '-1' }, translate('rebase.done', { count: done.items.length }));
    place.replaceChildren(said);
    said.focus(); // The button that was pressed is gone.
  });

  return el('section', { class: 'rebase', 'data-agreement': id },
    el('h3', {}, link),
    el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act second', click: look }, translate('rebase.look'))),
    place);
}
