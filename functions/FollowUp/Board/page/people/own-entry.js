import { personOf } from '../first-day/agreement-draft.js';
import { faultsOfPerson } from '../first-day/check.js';
import { Ids } from '../first-day/ids.js';
import { faultsIn } from '../first-day/submission.js';
import { refill, suggestions } from '../forms/field.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { readIfAny, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { personFields } from './person-fields.js';

/**
 * Whoever is of the office and not in the register enters themselves: the journal must say who did what.
 * @param {{ draft: import('../forms/draft.js').Draft, calendars: string[], address: string }} own
 */
export function ownEntry({ draft, calendars, address }) {
  const known = { people: () => [], zones: suggestions(Intl.supportedValuesOf('timeZone')), calendars: suggestions(calendars) };
  const button = el('button', { class: 'act' }, translate('people.self'));
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: event => { event.preventDefault(); return send(); } },
    known.zones, known.calendars,
    el('section', { class: 'list', id: 'own-entry' },
      el('h2', {}, translate('people.self')),
      el('p', { class: 'about' }, translate('people.self.about', { address })),
      draft.note(), faultSummary(),
      personFields(draft.value, known),
      el('p', { class: 'acts' }, button)));

  async function send() {
    clearFaults(form);
    const faults = faultsOfPerson(draft.value, '');
    if (faults.length > 0) {
      showFaults(form, faults);
      return;
    }

    button.disabled = true;
    try {
      await write('POST', 'registers', { people: [await personNow()] });
      draft.forget();
      dispatchEvent(new Event('readagain'));
    } catch (failure) {
      showFaults(form, faultsIn(failure).map(fault => ({ ...fault, pointer: fault.pointer.replace(/^\/people\/0/, '') })));
    } finally {
      button.disabled = false;
    }
  }

  /** With an id that nobody has: also not somebody who was entered a moment ago. */
  async function personNow() {
    const taken = ((await readIfAny('people'))?.people ?? []).map(person => person.id);
    const { name } = draft.value;
    return personOf(draft.value, new Ids(taken).give('', [name.en, name.ru, ...Object.values(name), address.split('@')[0]], 'person'));
  }

  return form;
}
