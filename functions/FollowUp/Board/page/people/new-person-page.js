import { Ids } from '../first-day/ids.js';
import { idTexts, personOf } from '../first-day/agreement-draft.js';
import { faultsOfPerson } from '../first-day/check.js';
import { faultsIn } from '../forms/faults-in.js';
import { field, refill, suggestions, textInput } from '../forms/field.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { byName, personField } from '../forms/people-choice.js';
import { sayAfter } from '../forms/saved.js';
import { Refused, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { mayRegister } from '../shell/rights.js';
import { translate } from '../text/i18n.js';
import { People } from './people.js';
import { personAddress } from './people-page.js';
import { absenceFields, personFields, registeredWith } from './person-fields.js';

/** Somebody more in the register, who need not come with an agreement. */
export function newPersonPage({ people, calendars, draft }) {
  const title = translate('newPerson.title');
  const form = mayRegister() ? personForm(people, calendars, draft) : el('p', { class: 'note' }, translate('empty.office'));
  return {
    title,
    content: el('div', { class: 'person' },
      el('p', { class: 'back' }, el('a', { href: '#/people' }, `← ${translate('people.title')}`)),
      el('h1', { tabindex: '-1' }, title),
      form),
  };
}

function personForm(people, calendars, draft) {
  const mine = draft.value;
  const others = () => byName(people.all.map(one => [one.id, people.name(one.id)]));
  const known = {
    people: others, zones: suggestions(Intl.supportedValuesOf('timeZone')), calendars: suggestions(calendars),
    namesake: person => registeredWith(person.email, people),
  };
  const form = el('form', {
    class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: event => { event.preventDefault(); return save(form, draft); },
  },
  known.zones, known.calendars, draft.note(), faultSummary(),
  personFields(mine, known),
  field({ at: 'id', label: translate('fact.number'), hint: translate('new.id.hint') }, textInput(mine, 'id', { maxlength: '40', spellcheck: 'false' })),
  personField({ at: 'contact', label: translate('person.contact'), word: 'liaison', hint: translate('person.contact.hint'), optional: true }, mine, 'contact', others),
  absenceFields(mine, others),
  el('p', { class: 'acts' }, el('button', { class: 'act' }, translate('whatIf.save'))));
  draft.faults.length > 0 && showFaults(form, draft.faults);
  return form;
}

async function save(form, draft) {
  clearFaults(form);
  const typed = draft.value.id.trim();
  const known = fault => ({ pointer: '/id', code: 'personKnown', args: { id: fault } });
  const say = faults => {
    draft.faults = faults;
    showFaults(form, faults);
  };
  const faults = faultsOfPerson(draft.value, '');
  if (faults.length > 0) {
    say(faults);
    return;
  }

  try {
    const taken = (await People.read()).all.map(person => person.id);
    if (taken.includes(typed)) {
      say([known(typed)]);
      return;
    }

    const id = new Ids(taken).give(typed, idTexts(draft.value.name), 'person');
    // Revision 0 is none: whoever was given this id a moment ago is not written over.
    await write('PUT', `people/${encodeURIComponent(id)}`, personOf(draft.value, id), { etag: '"0"' });
    draft.forget();
    sayAfter('whatIf.saved', personAddress(id));
    location.hash = personAddress(id);
  } catch (failure) {
    say(failure instanceof Refused && failure.status === 412 ? [known(typed)] : faultsIn(failure));
  }
}
