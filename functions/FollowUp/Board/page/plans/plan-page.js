import { refill } from '../forms/field.js';
import { faultSummary } from '../forms/faults.js';
import { term } from '../forms/term.js';
import { el } from '../shell/dom.js';
import { mayRegister } from '../shell/rights.js';
import { translate } from '../text/i18n.js';
import { planTitle } from '../text/plan-name.js';
import { changing, conflictIn } from './changing.js';
import { faultsOfPlan } from './plan-check.js';
import { planTable } from './plan-table.js';
import { planFields } from './plan-fields.js';
import { asTyped, bodyOf } from './plan-text.js';
import { rebasing, showSaved } from './rebasing.js';

export const copyAddress = id => `#/plans/${encodeURIComponent(id)}/copy`;

/** A plan in words, and below that as it can be changed: who would hear otherwise is looked at before it counts. */
export function planPage(read) {
  const { plan } = read;
  const said = el('div', {}, planTable(plan));
  const stored = newer => said.replaceChildren(planTable(newer));
  const form = mayRegister() && planForm(read, stored);
  return {
    title: plan.id,
    content: el('div', { class: 'plans' },
      el('p', { class: 'back' }, el('a', { href: '#/plans' }, `← ${translate('plans.title')}`)),
      el('h1', { tabindex: '-1' }, planTitle(plan.id)),
      said,
      mayRegister() && el('p', {}, el('a', { href: copyAddress(plan.id) }, translate('plan.copy'))),
      form),
    focus: conflictIn(form),
  };
}

function planForm({ plan, people, draft }, stored) {
  const { mine } = draft.value;
  const older = el('div', {}, rebasing({ part: 'plans', id: plan.id, revision: plan.revision }, people).content);
  const acts = changing({
    draft, people, part: 'plans', path: `plans/${encodeURIComponent(plan.id)}`, asTyped, bodyOf, check: faultsOfPlan, form: () => form,
    saved: newer => {
      stored(newer);
      form.remove();
      showSaved(older, { part: 'plans', id: plan.id, revision: newer.revision }, people);
    },
  });
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: acts.submit },
    el('h2', {}, translate('plan.change')),
    el('div', { class: 'label' }, translate('plan.change.about'), term('rung')),
    draft.note(), acts.conflict, faultSummary(),
    planFields(mine),
    acts.row, acts.preview);
  return el('div', { class: 'changing' }, form, older);
}
