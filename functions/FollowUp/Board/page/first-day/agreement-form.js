import { byName, personField, toldApart } from '../forms/people-choice.js';
import { choice, field, refill, suggestions, textInput } from '../forms/field.js';
import { faultSummary, showFaults } from '../forms/faults.js';
import { fieldsetList } from '../forms/fieldset-list.js';
import { notTheirs } from '../forms/not-theirs.js';
import { picks } from '../forms/picks.js';
import { anyText, textsField } from '../forms/texts.js';
import { absenceFields, personFields, registeredWith } from '../people/person-fields.js';
import { el } from '../shell/dom.js';
import { mayRegister } from '../shell/rights.js';
import { language, translate } from '../text/i18n.js';
import { blankClause, blankItem, blankParty, blankPerson } from './agreement-draft.js';
import { itemFields } from './item-fields.js';
import { readFile } from './read-file.js';
import { submission } from './submission.js';

const agreementKinds = ['minutes', 'protocol', 'treaty', 'memorandum', 'agreement'];

/** An agreement on one page: parties, people, clauses, items. What is typed is kept as one goes. */
export function agreementForm({ draft, people, calendars, plans }) {
  if (!mayRegister()) {
    return notTheirs(translate('new.title'), { href: '#/', words: translate('back') }, translate('empty.office'));
  }

  const value = draft.value;
  const known = {
    // Whoever is being entered comes first: it is they who are looked for.
    people: () => toldApart([
      ...value.people.map(person => [person.key, anyText(person.name) || person.email || translate('new.person.unnamed')]),
      ...byName(people.all.map(person => [person.id, people.name(person.id)])),
    ], key => value.people.find(person => person.key === key)?.id || (people.find(key) ? key : translate('new.person'))),
    namesake: person => registeredWith(person.email, people),
    items: () => value.items.map((item, n) => [item.key, anyText(item.title) || translate('form.number', { one: translate('new.item'), number: n + 1 })]),
    clauses: () => value.clauses.map(clause => [clause.key, clause.label || anyText(clause.text)]),
    plans, days: calendars, zones: suggestions(Intl.supportedValuesOf('timeZone')), calendars: suggestions(calendars),
  };
  const { preview, acts } = submission({ draft, people, form: () => form });
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: acts.submit },
    known.zones, known.calendars,
    draft.note(),
    faultSummary(),
    ofAgreement(value, known, people),
    acts.row,
    preview);
  // They are said where the language was changed, too.
  draft.faults.length > 0 && showFaults(form, draft.faults);
  return {
    title: translate('new.title'),
    content: el('div', { class: 'entering' },
      el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
      el('h1', { tabindex: '-1' }, translate('new.title')),
      el('p', { class: 'about' }, translate('new.about'), ' ', el('a', { href: '#/words' }, translate('glossary.title'))),
      el('details', { class: 'from-file' }, el('summary', {}, translate('new.fromFile')), el('div', { class: 'ways' }, readFile())),
      form),
  };
}

function ofAgreement(value, known, people) {
  return [
    el('section', { class: 'list' },
      el('h2', {}, translate('new.agreement')),
      textsField({ at: 'title', label: translate('new.agreement.title'), model: value, word: 'agreement' }),
      el('div', { class: 'row' },
        field({ at: 'kind', label: translate('fact.kind') }, choice(value, 'kind', () => agreementKinds.map(kind => [kind, translate(`agreementKind.${kind}`)]))),
        field({ at: 'signedOn', label: translate('new.signedOn') }, textInput(value, 'signedOn', { type: 'date', max: '9999-12-31' })),
        field({ at: 'place', label: translate('new.place') }, textInput(value, 'place', { maxlength: '300' })),
        field({ at: 'id', label: translate('fact.number'), hint: translate('new.id.hint') }, textInput(value, 'id', { maxlength: '40', spellcheck: 'false' })))),
    fieldsetList({
      at: 'parties', title: translate('new.parties'), one: translate('new.party'), members: value.parties, blank: blankParty, word: 'party',
      draw: party => partyFields(party, known),
    }),
    peopleList(value, known, people),
    el('section', { class: 'list' },
      el('h2', {}, translate('new.whoWatches')),
      personField({ at: 'coordinator', label: translate('fact.coordinator'), word: 'coordinator', hint: translate('new.coordinator.hint') }, value, 'coordinator', known.people),
      picks('chain', translate('fact.chain'), value, known.people, 'level')),
    fieldsetList({
      at: 'clauses', title: translate('new.clauses'), one: translate('new.clause'), members: value.clauses, blank: blankClause, word: 'clause',
      draw: clause => [
        field({ at: 'label', label: translate('new.clause.label'), hint: translate('new.clause.label.hint') }, textInput(clause, 'label', { maxlength: '60' })),
        textsField({ at: 'text', label: translate('new.clause.text'), model: clause, area: true }),
      ],
    }),
    fieldsetList({
      at: 'items', title: translate('new.items'), one: translate('new.item'), members: value.items, blank: () => blankItem(value), word: 'item',
      draw: item => itemFields(item, known),
    }),
  ];
}

const official = ['CN', 'RU'];

function partyFields(party, known) {
  const calendar = textInput(party, 'calendar', { list: known.calendars.id, spellcheck: 'false' });
  const code = textInput(party, 'code', { maxlength: '40', spellcheck: 'false' });

  // Whose calendar comes with FollowUp need not be asked for it; and nothing is put where somebody begins to type.
  const fill = () => {
    const wanted = party.code.trim().toUpperCase();
    if (official.includes(wanted) && !party.calendar && document.activeElement !== calendar) {
      [party.code, party.calendar, calendar.value] = [wanted, wanted, wanted];
      code.value = wanted;
      code.dispatchEvent(new Event('input', { bubbles: true }));
    }
  };
  code.addEventListener('change', () => setTimeout(fill)); // By then the focus is where it goes to.
  calendar.addEventListener('focusout', () => setTimeout(fill));
  return el('div', { class: 'row' },
    textsField({ at: 'name', label: translate('new.party.name'), model: party }),
    field({ at: 'code', label: translate('new.party.code'), hint: translate('new.party.code.hint') }, code),
    field({ at: 'calendar', label: translate('person.calendar'), word: 'calendar' }, calendar),
    field({ at: 'timeZone', label: translate('person.zone') }, textInput(party, 'timeZone', { list: known.zones.id, spellcheck: 'false' })));
}

function peopleList(value, known, people) {
  return fieldsetList({
    at: 'people', title: translate('new.people'), one: translate('new.person'), members: value.people,
    about: people.all.length > 0 ? translate('new.people.known', { count: people.all.length }) : translate('new.people.about'),
    blank: () => blankPerson(value, language()),
    draw: person => [
      personFields(person, known),
      el('details', { open: person.absences.length > 0 || Boolean(person.id) },
        el('summary', {}, translate('new.person.more')),
        field({ at: 'id', label: translate('fact.number'), hint: translate('new.id.hint') }, textInput(person, 'id', { maxlength: '40', spellcheck: 'false' })),
        absenceFields(person, known.people)),
    ],
  });
}
