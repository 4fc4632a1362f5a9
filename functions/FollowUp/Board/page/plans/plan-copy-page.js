import { field, refill, textInput } from '../forms/field.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { faultsIn } from '../forms/faults-in.js';
import { Refused, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { faultsOfPlan } from './plan-check.js';
import { planFields } from './plan-fields.js';
import { bodyOf } from './plan-text.js';
import { planAddress } from './plans-page.js';

/** Another plan, which begins as one that there is: nothing goes by it until an item names it. */
export function planCopyPage({ plan, plans, draft }) {
  const mine = draft.value;
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: event => { event.preventDefault(); return save(); } },
    draft.note(), faultSummary(),
    field({ at: 'id', label: translate('fact.number'), hint: translate('plan.id.hint') }, textInput(mine, 'id', { maxlength: '40', spellcheck: 'false' })),
    planFields(mine),
    el('p', { class: 'acts' }, el('button', { class: 'act' }, translate('plan.copy.save'))));

  async function save() {
    clearFaults(form);
    const id = mine.id.trim();
    const code = !id ? 'required' : plans.includes(id) ? 'taken' : null;
    const faults = [code && { pointer: '/id', code }, ...faultsOfPlan(mine)].filter(Boolean);
    if (faults.length > 0) {
      showFaults(form, faults);
      return;
    }

    try {
      // Revision 0 is none: somebody may have taken the id meanwhile.
      await write('PUT', `plans/${encodeURIComponent(id)}`, { ...bodyOf(mine), id }, { etag: '"0"' });
      draft.forget();
      location.hash = planAddress(id);
    } catch (failure) {
      showFaults(form, failure instanceof Refused && failure.status === 412 ? [{ pointer: '/id', code: 'taken' }] : faultsIn(failure));
    }
  }

  return {
    title: translate('plan.copy.title', { plan: plan.id }),
    content: el('div', { class: 'plans' },
      el('p', { class: 'back' }, el('a', { href: '#/plans' }, `← ${translate('plans.title')}`)),
      el('h1', { tabindex: '-1' }, translate('plan.copy.title', { plan: plan.id })),
      el('p', { class: 'about' }, translate('plan.copy.about')),
      form),
  };
}
