import { Draft } from '../forms/draft.js';
import { faultSummary, showFaults } from '../forms/faults.js';
import { choice, field, refill, textArea, textInput } from '../forms/field.js';
import { byName, personField } from '../forms/people-choice.js';
import { picks } from '../forms/picks.js';
import { previewFirst } from '../forms/preview-first.js';
import { write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { localized, localizedText, translate } from '../text/i18n.js';
import { blankChange, bodyOf, faultsOfChange, isOfPerson, kinds, ofSeveral, onForm } from './bulk-change.js';
import { bulkPreview } from './preview.js';

/**
 * Open items of an agreement are chosen and given to somebody else, or their dates moved: first it is looked at, and then done, all of
 * them or none.
 */
export function bulkForm({ agreement, items, people }) {
  const open = items.filter(item => item.open);
  const draft = new Draft(`bulk ${agreement.id}`, blankChange);
  /** @type {import('./bulk-change.js').Typed} */
  const model = draft.value;
  // What was chosen before may be closed by now.
  model.items = model.items.filter(id => open.some(item => item.id === id));
  const fields = fieldsOf(model, people);
  const preview = el('div', { class: 'preview', 'aria-live': 'polite' });
  const form = el('form', { class: 'entry bulk', novalidate: true, 'aria-label': translate('bulk.title'), input: typed, submit: look },
    draft.note(), faultSummary(),
    itemChoice(open, model, people),
    el('div', { class: 'row' }, fields.all),
    field({ at: 'reason', label: translate('bulk.reason'), wide: true }, textArea(model, 'reason')),
    el('p', { class: 'acts' }, el('button', { class: 'act second' }, translate('bulk.look'))),
    preview);

  function typed() {
    draft.save();
    fields.fit();
    preview.replaceChildren();
  }

  const lookNow = previewFirst({
    form: () => form, place: preview, people, draft, onForm,
    send: token => write('POST', `agreements/${encodeURIComponent(agreement.id)}/changes${token ? `?preview=${token}` : ''}`, bodyOf(model, agreement.coordinator)),
    show: seen => bulkPreview(seen, people),
    button: seen => (seen.preview && seen.changed > 0 ? translate('bulk.apply', { count: seen.changed }) : null),
    saved: 'bulk.done',
  });

  function look(event) {
    event.preventDefault();
    const faults = faultsOfChange(model);
    if (faults.length > 0) {
      showFaults(form, faults);
      return;
    }

    lookNow();
  }

  fields.fit();
  refill(form);
  return el('details', { class: 'bulk-fold', open: draft.isKept }, el('summary', {}, translate('bulk.title')),
    el('p', { class: 'about' }, translate('bulk.about', { agreement: localizedText(agreement.title) })), form);
}

function itemChoice(open, model, people) {
  const choose = ({ target }) => {
    model.items = open.map(item => item.id).filter(id => (id === target.value ? target.checked : model.items.includes(id)));
  };
  return el('fieldset', { 'data-at': 'items' }, el('legend', {}, translate('bulk.items')), el('p', { class: 'error' }),
    open.map(item => el('label', { class: 'tick' },
      el('input', { type: 'checkbox', value: item.id, checked: model.items.includes(item.id), input: choose }), ' ', localized('span', item.title), ' ',
      el('span', { class: 'quiet' }, people.name(item.owner)))));
}

/** What is to be changed, and what that needs; the rest is out of sight. */
function fieldsOf(model, people) {
  const names = () => byName(people.all.map(({ id }) => [id, people.name(id)]));
  const chosen = (key, values, words) => choice(model, key, () => values.map(value => [value, translate(`${words}.${value}`)]));
  const kind = field({ at: 'kind', label: translate('bulk.kind') }, chosen('kind', kinds, 'bulk.kind'));
  const person = personField({ at: 'person', label: translate('bulk.person') }, model, 'person', names);
  const several = ofSeveral.map(part => picks(part, translate(`part.${part}`), model, names));
  const dueOn = field({ at: 'dueOn', label: translate('bulk.dueOn') }, textInput(model, 'dueOn', { type: 'date' }));
  const offset = [
    field({ at: 'moveBy', label: translate('bulk.moveBy') }, textInput(model, 'count', { type: 'number', min: '1', step: '1' })),
    field({ at: 'unit', label: translate('bulk.unit') }, chosen('unit', ['wd', 'cd', 'mo'], 'unit')),
    field({ at: 'way', label: translate('bulk.way') }, chosen('way', ['later', 'earlier'], 'bulk.way')),
  ];
  return {
    all: [kind, person, offset, dueOn, several],
    fit() {
      person.hidden = !isOfPerson(model.kind);
      dueOn.hidden = model.kind !== 'dueOn';
      offset.forEach(one => { one.hidden = model.kind !== 'moveBy'; });
      several.forEach((one, n) => { one.hidden = model.kind !== ofSeveral[n]; });
    },
  };
}
