import { byName } from '../forms/people-choice.js';
import { refill } from '../forms/field.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { part } from '../forms/find.js';
import { notTheirs } from '../forms/not-theirs.js';
import { newIdempotencyKey, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { mayAddItem } from '../shell/rights.js';
import { clauseChoice } from '../text/clause-name.js';
import { localizedText, translate } from '../text/i18n.js';
import { idsOf, itemOf } from './agreement-draft.js';
import { faultsOfItem } from './check.js';
import { itemFields } from './item-fields.js';
import { faultsIn } from '../forms/faults-in.js';
import { timetablePreview } from './timetable-preview.js';

const addressOf = agreement => `#/agreements/${encodeURIComponent(agreement.id)}`;

/** One more item of an agreement: the same fields as on the first day. */
export function itemForm({ agreement, items, people, plans, calendars, draft, now }) {
  if (!mayAddItem(agreement, people, now)) {
    return notTheirs(translate('newItem.title'), { href: addressOf(agreement), words: localizedText(agreement.title) },
      translate('newItem.office', { who: people.name(agreement.coordinator) }));
  }

  const item = draft.value;
  const known = {
    people: () => byName(people.all.map(person => [person.id, people.name(person.id)])),
    items: () => items.map(one => [one.id, localizedText(one.title)]),
    clauses: () => (agreement.clauses ?? []).map(clause => [clause.id, clauseChoice(clause)]),
    plans, days: calendars,
  };
  const path = `agreements/${encodeURIComponent(agreement.id)}`;
  const preview = el('section', { class: 'preview', 'aria-live': 'polite' });
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: event => { event.preventDefault(); return attempt(register); } },
    el('p', { class: 'back' }, el('a', { href: addressOf(agreement) }, '← ', localizedText(agreement.title))),
    el('h1', { tabindex: '-1' }, translate('newItem.title')),
    el('p', { class: 'about' }, translate('newItem.of', { agreement: localizedText(agreement.title) })),
    draft.note(), faultSummary(), el('section', { class: 'list' }, itemFields(item, known)),
    el('p', { class: 'acts' },
      el('button', { type: 'button', class: 'act second', click: () => attempt(look) }, translate('new.look')),
      el('button', { class: 'act' }, translate('newItem.register'))),
    preview);

  const bodyOf = typed => itemOf(typed, idsOf({ items: [typed] }, [], agreement.items));

  /** One try: what is wrong is said beside its field, and what was typed stays. */
  async function attempt(act) {
    clearFaults(form);
    const { sent, ...typed } = item;
    const faults = faultsOfItem(typed, '', agreement.signedOn);
    if (faults.length > 0) {
      showFaults(form, faults);
      return;
    }

    /** @type {NodeListOf<HTMLButtonElement>} */
    const buttons = form.querySelectorAll('.acts button');
    buttons.forEach(button => { button.disabled = true; });
    try {
      await act(typed, sent);
    } catch (failure) {
      showFaults(form, faultsIn(failure));
    } finally {
      buttons.forEach(button => { button.disabled = false; });
    }
  }

  async function look(typed) {
    preview.replaceChildren();
    const shown = timetablePreview(await write('POST', `${path}/timetable`, bodyOf(typed)), people);
    preview.replaceChildren(shown);
    part(shown, 'h2').focus();
  }

  /** Where an answer was lost on the way, the very same is sent again under its key: it is added once. */
  async function register(typed, sent) {
    const content = JSON.stringify(typed);
    if (sent?.content !== content) {
      item.sent = { content, key: newIdempotencyKey(), body: bodyOf(typed) };
      draft.save();
    }

    const { key, body } = item.sent;
    await write('POST', `${path}/items`, body, { idempotencyKey: key });
    draft.forget();
    location.hash = `${addressOf(agreement)}/items/${encodeURIComponent(body.id)}`;
  }

  return { title: translate('newItem.title'), content: form };
}
