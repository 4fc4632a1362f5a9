import { el } from '../shell/dom.js';
import { choice, field, textInput } from '../forms/field.js';
import { fieldsetList } from '../forms/fieldset-list.js';
import { personField } from '../forms/people-choice.js';
import { textsField } from '../forms/texts.js';
import { languages, translate } from '../text/i18n.js';

/**
 * What is to be said of a person, post or unit; the same wherever one is entered.
 * @param {any} person
 * @param {{ people: () => [string, string][], zones: HTMLElement, calendars: HTMLElement, namesake?: (person: any) => string | undefined }} known
 *   `namesake` says who else has their mail address
 */
export function personFields(person, known) {
  const same = el('p', { class: 'hint same-mail', role: 'status' });
  const say = () => {
    const who = known.namesake?.(person);
    same.textContent = who ? translate('person.sameMail', { who }) : '';
  };
  const email = textInput(person, 'email', { type: 'email', spellcheck: 'false' });
  email.addEventListener('change', say);
  say();
  return [
    el('div', { class: 'row' },
      textsField({ at: 'name', label: translate('person.name'), model: person, hint: translate('person.name.hint') }),
      el('div', {}, field({ at: 'email', label: translate('person.email') }, email), same),
      field({ at: 'language', label: translate('person.language') },
        choice(person, 'language', () => Object.entries(languages).map(([code, { name }]) => [code, name]))),
      field({ at: 'timeZone', label: translate('person.zone') }, textInput(person, 'timeZone', { list: known.zones.id, spellcheck: 'false' })),
      field({ at: 'calendar', label: translate('person.calendar'), word: 'calendar' }, textInput(person, 'calendar', { list: known.calendars.id, spellcheck: 'false' }))),
  ];
}

/**
 * Who of the register has a mail address, by name; several may share one, but whoever enters it a second time should know.
 * @param {string} email
 * @param {import('./people.js').People} people
 * @param {string} [except]
 */
export function registeredWith(email, people, except) {
  const wanted = email.trim().toLowerCase();
  const found = wanted && people.all.find(one => one.id !== except && one.email?.toLowerCase() === wanted);
  return found ? people.name(found.id) : undefined;
}

/** When they are away, and who stands in for them. */
export function absenceFields(person, people) {
  return fieldsetList({
    at: 'absences', title: translate('absence.title'), one: translate('absence.one'), members: person.absences, word: 'substitute', level: 3,
    blank: () => ({ from: '', to: '', substitute: '' }),
    draw: absence => el('div', { class: 'row' },
      field({ at: 'from', label: translate('absence.from') }, textInput(absence, 'from', { type: 'date', max: '9999-12-31' })),
      field({ at: 'to', label: translate('absence.to'), hint: translate('absence.to.hint') }, textInput(absence, 'to', { type: 'date', max: '9999-12-31' })),
      personField({ at: 'substitute', label: translate('absence.substitute'), optional: true }, absence, 'substitute', people)),
  });
}
