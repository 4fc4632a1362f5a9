import { faultsIn } from '../first-day/submission.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { choice, field, refill, textArea, textInput } from '../forms/field.js';
import { byName, personField } from '../forms/people-choice.js';
import { part } from '../forms/find.js';
import { sayAfter } from '../forms/saved.js';
import { write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { localized, localizedText, translate } from '../text/i18n.js';
import { bulkPreview } from './preview.js';

const kinds = ['owner', 'moveBy', 'dueOn', 'issuer', 'coordinator'];

/** What is sent of what was chosen: exactly one thing to change. */
export const bodyOf = ({ kind, person, offset, dueOn, reason, items }, coordinator) => ({
  by: coordinator, reason, items, [kind]: kind === 'moveBy' ? offset : kind === 'dueOn' ? dueOn : person,
});

/**
 * Open items of an agreement are chosen and given to somebody else, or their dates moved: first it is looked at, and then done, all of
 * them or none.
 */
export function bulkForm({ agreement, items, people }) {
  const open = items.filter(item => item.open);
  /** @type {{ kind: string, person: string, offset: string, dueOn: string, reason: string, items: string[] }} */
  const model = { kind: 'owner', person: '', offset: '', dueOn: '', reason: '', items: [] };
  const names = () => byName(people.all.map(({ id }) => [id, people.name(id)]));
  const person = personField({ at: 'person', label: translate('bulk.person') }, model, 'person', names);
  const offset = field({ at: 'moveBy', label: translate('bulk.moveBy'), hint: translate('bulk.moveBy.hint') }, textInput(model, 'offset'));
  const dueOn = field({ at: 'dueOn', label: translate('bulk.dueOn') }, textInput(model, 'dueOn', { type: 'date' }));
  const preview = el('div', { class: 'preview', 'aria-live': 'polite' });
  const fit = () => {
    person.hidden = model.kind === 'moveBy' || model.kind === 'dueOn';
    offset.hidden = model.kind !== 'moveBy';
    dueOn.hidden = model.kind !== 'dueOn';
    preview.replaceChildren();
  };
  const form = el('form', { class: 'entry bulk', novalidate: true, 'aria-label': translate('bulk.title'), input: fit, submit: look },
    faultSummary(),
    el('fieldset', { 'data-at': 'items' }, el('legend', {}, translate('bulk.items')), el('p', { class: 'error' }),
      open.map(item => el('label', { class: 'tick' },
        el('input', { type: 'checkbox', value: item.id, input: choose }), ' ', localized('span', item.title), ' ',
        el('span', { class: 'quiet' }, people.name(item.owner))))),
    el('div', { class: 'row' },
      field({ at: 'kind', label: translate('bulk.kind') }, choice(model, 'kind', () => kinds.map(kind => [kind, translate(`bulk.kind.${kind}`)]))),
      person, offset, dueOn),
    field({ at: 'reason', label: translate('bulk.reason'), wide: true }, textArea(model, 'reason')),
    el('p', { class: 'acts' }, el('button', { class: 'act second' }, translate('bulk.look'))),
    preview);

  function choose() {
    model.items = [...form.querySelectorAll('input[type=checkbox]')].flatMap(box => (box instanceof HTMLInputElement && box.checked ? [box.value] : []));
  }

  const send = token => write('POST', `agreements/${encodeURIComponent(agreement.id)}/changes${token ? `?preview=${token}` : ''}`, bodyOf(model, agreement.coordinator));

  async function look(event) {
    event.preventDefault();
    await attempt(async () => {
      const seen = await send(null);
      preview.replaceChildren(bulkPreview(seen, people), seen.preview && seen.changed > 0
        ? el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act', click: () => apply(seen.preview) }, translate('bulk.apply', { count: seen.changed }))) : '');
      part(preview, 'h3').focus();
    });
  }

  const apply = token => attempt(async () => {
    await send(token);
    sayAfter('bulk.done');
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

  fit();
  refill(form);
  return el('details', { class: 'bulk-fold' }, el('summary', {}, translate('bulk.title')),
    el('p', { class: 'about' }, translate('bulk.about', { agreement: localizedText(agreement.title) })), form);
}
