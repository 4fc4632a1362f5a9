import { faultsIn } from '../forms/faults-in.js';
import { Draft } from '../forms/draft.js';
import { faultSummary, formFault } from '../forms/faults.js';
import { field, textArea, textInput } from '../forms/field.js';
import { byName, personField } from '../forms/people-choice.js';
import { previewFirst } from '../forms/preview-first.js';
import { sayAfter } from '../forms/saved.js';
import { read, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { session } from '../shell/session.js';
import { dateText } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { successionPreview } from './succession-preview.js';

const pathOf = id => `people/${encodeURIComponent(id)}/succession`;

/**
 * That somebody leaves, and who takes over: how far that is, and the form for it behind a fold.
 * @param {{ person: any, people: any, succession: any }} read
 */
export const successionPart = ({ person, people, succession }) => el('section', { class: 'succession', 'aria-labelledby': 'succession' },
  el('h2', { id: 'succession' }, translate('succession.title')),
  succession && standing(succession, people),
  !isOpen(succession) && successionForm(person, people));

const isOpen = succession => ['scheduled', 'running'].includes(succession?.state);

function standing({ person, state, successor, on, left, by }, people) {
  const place = el('div', { 'aria-live': 'polite' });
  const callOff = async () => {
    try {
      await write('DELETE', `${pathOf(person)}?by=${encodeURIComponent(session.me?.people?.[0] ?? by)}`, undefined);
      sayAfter('succession.calledOff');
      dispatchEvent(new Event('readagain'));
    } catch (failure) {
      place.replaceChildren(...faultsIn(failure).map(fault => el('p', { class: 'wrong', role: 'alert' }, formFault(fault, { people }))));
    }
  };
  return el('div', {},
    el('p', {}, translate(`succession.is.${state}`, { who: people.name(successor), on: dateText(on) })),
    left.length > 0 && el('p', { class: 'about' }, translate('succession.left', { count: left.length })),
    state === 'scheduled' && el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act second', click: callOff }, translate('succession.callOff'))),
    place);
}

function successionForm({ id }, people) {
  const own = session.me?.people?.[0];
  const draft = new Draft(`succession ${id}`, () => ({ by: '', successor: '', on: '', reason: '' }));
  const model = draft.value;
  model.by = own ?? model.by;
  const others = () => byName(people.all.filter(one => one.id !== id).map(one => [one.id, people.name(one.id)]));
  const preview = el('div', { class: 'preview', 'aria-live': 'polite' });
  const typed = () => {
    draft.save();
    preview.replaceChildren();
  };
  const form = el('form', { class: 'entry', novalidate: true, 'aria-label': translate('succession.title'), input: typed, submit: look },
    el('p', { class: 'about' }, translate('succession.about')), draft.note(), faultSummary(),
    el('div', { class: 'row' },
      personField({ at: 'successor', label: translate('succession.successor') }, model, 'successor', others),
      field({ at: 'on', label: translate('succession.on') }, textInput(model, 'on', { type: 'date' })),
      !own && personField({ at: 'by', label: translate('succession.by') }, model, 'by', others)),
    field({ at: 'reason', label: translate('succession.reason'), wide: true }, textArea(model, 'reason')),
    el('p', { class: 'acts' }, el('button', { class: 'act second' }, translate('succession.look'))),
    preview);

  const lookNow = previewFirst({
    form: () => form, place: preview, people, draft,
    send: token => write('POST', `${pathOf(id)}${token ? `?preview=${token}` : ''}`, model),
    show: async seen => successionPreview(seen, people, new Map((await read('overview')).agreements.map(one => [one.id, one.title]))),
    button: () => translate('succession.apply'),
    saved: 'succession.asked',
  });

  function look(event) {
    event.preventDefault();
    lookNow();
  }

  return el('details', { open: draft.isKept }, el('summary', {}, translate('succession.open')), form);
}
