import { byName } from '../forms/people-choice.js';
import { refill } from '../forms/field.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { part } from '../forms/find.js';
import { newIdempotencyKey, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { localizedText, translate } from '../text/i18n.js';
import { idsOf, itemOf } from './agreement-draft.js';
import { faultsOfItem } from './check.js';
import { itemFields } from './item-fields.js';
import { faultsIn } from './submission.js';

const addressOf = agreement => `#/agreements/${encodeURIComponent(agreement.id)}`;

/** One more item of an agreement: the same fields as on the first day. */
export function itemForm({ agreement, items, people, plans, draft }) {
  const item = draft.value;
  const known = {
    people: () => byName(people.all.map(person => [person.id, people.name(person.id)])),
    items: () => items.map(one => [one.id, localizedText(one.title)]),
    clauses: () => (agreement.clauses ?? []).map(clause => [clause.id, clause.id]),
    plans,
  };
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: event => { event.preventDefault(); return register(); } },
    el('p', { class: 'back' }, el('a', { href: addressOf(agreement) }, '← ', localizedText(agreement.title))),
    el('h1', { tabindex: '-1' }, translate('newItem.title')),
    el('p', { class: 'about' }, translate('newItem.of', { agreement: localizedText(agreement.title) })),
    draft.note(), faultSummary(), el('section', { class: 'list' }, itemFields(item, known)),
    el('p', { class: 'acts' }, el('button', { class: 'act' }, translate('newItem.register'))));

  async function register() {
    clearFaults(form);
    const faults = faultsOfItem(item, '', agreement.signedOn);
    if (faults.length > 0) {
      showFaults(form, faults);
      return;
    }

    const { sent, ...typed } = item;
    const content = JSON.stringify(typed);
    if (sent?.content !== content) {
      item.sent = { content, key: newIdempotencyKey(), body: itemOf(typed, idsOf({ items: [typed] }, [], agreement.items)) };
      draft.save();
    }

    const button = part(form, '.acts button');
    button.setAttribute('disabled', '');
    try {
      await write('POST', `agreements/${encodeURIComponent(agreement.id)}/items`, item.sent.body, { idempotencyKey: item.sent.key });
      const { id } = item.sent.body;
      draft.forget();
      location.hash = `${addressOf(agreement)}/items/${encodeURIComponent(id)}`;
    } catch (failure) {
      showFaults(form, faultsIn(failure));
    } finally {
      button.removeAttribute('disabled');
    }
  }

  return { title: translate('newItem.title'), content: form };
}
