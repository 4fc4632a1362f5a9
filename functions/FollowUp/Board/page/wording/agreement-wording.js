import { faultsIn } from '../forms/faults-in.js';
import { Draft } from '../forms/draft.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { field, textArea, textInput } from '../forms/field.js';
import { part } from '../forms/find.js';
import { sayAfter } from '../forms/saved.js';
import { textsField } from '../forms/texts.js';
import { newIdempotencyKey, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { asItStands, correctionOf, typedOver } from './correction.js';

/**
 * How the words of an agreement are put right, behind a fold: each as it stands.
 * @param {any} agreement
 * @param {any} people
 */
export function agreementWording(agreement, people) {
  const now = asItStands(agreement);
  const draft = new Draft(`wording ${agreement.id}`, () => ({ base: now, mine: now }));
  draft.value = { base: now, mine: typedOver(now, draft.value) };
  const model = draft.value.mine;
  const form = el('form', { class: 'entry', novalidate: true, 'aria-label': translate('wording.title'), input: () => draft.save(), submit: save },
    el('p', { class: 'about' }, translate('wording.about')), draft.note(), faultSummary(),
    textsField({ at: 'title', label: translate('new.agreement.title'), model }),
    field({ at: 'place', label: translate('wording.place') }, textInput(model, 'place', { maxlength: '300' })),
    el('div', { 'data-at': 'clauses' }, model.clauses.map(clause => el('fieldset', { class: 'member', 'data-member': '' },
      el('legend', {}, translate('fact.clause', { clause: clause.label || clause.id })),
      field({ at: 'label', label: translate('new.clause.label'), hint: translate('new.clause.label.hint') }, textInput(clause, 'label', { maxlength: '60' })),
      textsField({ at: 'text', label: translate('new.clause.text'), model: clause, area: true })))),
    field({ at: 'reason', label: translate('wording.reason') }, textArea(model, 'reason', { maxlength: '300' })),
    el('p', { class: 'acts' }, el('button', { class: 'act' }, translate('wording.save'))));

  async function save(event) {
    event.preventDefault();
    clearFaults(form);
    const { body, places } = correctionOf(agreement, model);
    if (!body) {
      showFaults(form, [{ pointer: '', code: 'wordingSame' }]);
      return;
    }

    const button = /** @type {HTMLButtonElement} */ (part(form, 'button.act'));
    button.disabled = true;
    try {
      await write('PUT', `agreements/${encodeURIComponent(agreement.id)}/wording`, body, { idempotencyKey: newIdempotencyKey() });
      draft.forget();
      sayAfter('wording.saved');
      dispatchEvent(new Event('readagain'));
    } catch (failure) {
      button.disabled = false;
      showFaults(form, faultsIn(failure).map(fault => ({ ...fault, pointer: onForm(fault.pointer, places) })), { people });
    }
  }

  return el('details', { class: 'wording', open: draft.isKept }, el('summary', {}, translate('wording.title')), form);
}

/** Of the clauses only those are sent that read otherwise; on the form stand all of them. */
const onForm = (pointer, places) => pointer.replace(/^\/clauses\/(\d+)/, (_, n) => `/clauses/${places[Number(n)]}`);
