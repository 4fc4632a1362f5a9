import { bulkPreview, shareList } from '../bulk/preview.js';
import { faultsIn } from '../first-day/submission.js';
import { clearFaults, faultSummary, formFault, showFaults } from '../forms/faults.js';
import { field, textArea, textInput } from '../forms/field.js';
import { byName, personField } from '../forms/people-choice.js';
import { part } from '../forms/find.js';
import { sayAfter } from '../forms/saved.js';
import { write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { session } from '../shell/session.js';
import { dateText } from '../text/dates.js';
import { translate } from '../text/i18n.js';

const pathOf = id => `people/${encodeURIComponent(id)}/succession`;

/**
 * That somebody leaves, and who takes over: how far that is, and the form for it behind a fold.
 * @param {{ person: any, people: any, succession: any }} read
 */
export const successionPart = ({ person, people, succession }) => el('section', { class: 'succession', 'aria-labelledby': 'succession' },
  el('h2', { id: 'succession' }, translate('leave.title')),
  succession && standing(succession, people),
  !isOpen(succession) && el('details', {}, el('summary', {}, translate('leave.open')), leaveForm(person, people)));

const isOpen = succession => ['scheduled', 'running'].includes(succession?.state);

function standing({ person, state, successor, on, left }, people) {
  const place = el('div', { 'aria-live': 'polite' });
  const callOff = async () => {
    try {
      await write('DELETE', pathOf(person), undefined);
      sayAfter('leave.calledOff');
      dispatchEvent(new Event('readagain'));
    } catch (failure) {
      place.replaceChildren(...faultsIn(failure).map(fault => el('p', { class: 'wrong', role: 'alert' }, formFault(fault))));
    }
  };
  return el('div', {},
    el('p', {}, translate(`leave.is.${state}`, { who: people.name(successor), on: dateText(on) })),
    left.length > 0 && el('p', { class: 'about' }, translate('leave.left', { count: left.length })),
    state === 'scheduled' && el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act second', click: callOff }, translate('leave.callOff'))),
    place);
}

function leaveForm({ id }, people) {
  const own = session.me?.people?.[0];
  const model = { by: own ?? '', successor: '', on: '', reason: '' };
  const others = () => byName(people.all.filter(one => one.id !== id).map(one => [one.id, people.name(one.id)]));
  const preview = el('div', { class: 'preview', 'aria-live': 'polite' });
  const form = el('form', { class: 'entry', novalidate: true, 'aria-label': translate('leave.title'), input: () => preview.replaceChildren(), submit: look },
    el('p', { class: 'about' }, translate('leave.about')), faultSummary(),
    el('div', { class: 'row' },
      personField({ at: 'successor', label: translate('leave.successor') }, model, 'successor', others),
      field({ at: 'on', label: translate('leave.on') }, textInput(model, 'on', { type: 'date' })),
      !own && personField({ at: 'by', label: translate('leave.by') }, model, 'by', others)),
    field({ at: 'reason', label: translate('leave.reason'), wide: true }, textArea(model, 'reason')),
    el('p', { class: 'acts' }, el('button', { class: 'act second' }, translate('leave.look'))),
    preview);

  const send = token => write('POST', `${pathOf(id)}${token ? `?preview=${token}` : ''}`, model);

  async function look(event) {
    event.preventDefault();
    await attempt(async () => {
      const seen = await send(null);
      preview.replaceChildren(
        el('h3', { tabindex: '-1' }, translate('leave.preview', { count: seen.changed })),
        shareList(seen.shares, people) || '',
        ...seen.agreements.map(one => el('details', {}, el('summary', {}, el('a', { href: `#/agreements/${encodeURIComponent(one.agreement)}` }, one.agreement), ` · ${one.changed}`), bulkPreview(one, people))),
        el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act', click: () => apply(seen.preview) }, translate('leave.apply'))));
      part(preview, 'h3').focus();
    });
  }

  const apply = token => attempt(async () => {
    await send(token);
    sayAfter('leave.asked');
    dispatchEvent(new Event('readagain'));
  });

  async function attempt(act) {
    clearFaults(form);
    try {
      await act();
    } catch (failure) {
      showFaults(form, faultsIn(failure));
    }
  }

  return form;
}
