import { el } from '../shell/dom.js';
import { choice, field, textInput } from '../forms/field.js';
import { fieldsetList } from '../forms/fieldset-list.js';
import { personField } from '../forms/people-choice.js';
import { textsField } from '../forms/texts.js';
import { languages, translate } from '../text/i18n.js';

/**
 * What is to be said of a person, post or unit; the same wherever one is entered.
 * @param {any} person
 * @param {{ people: () => [string, string][], zones: HTMLElement, calendars: HTMLElement }} known
 */
export function personFields(person, known) {
  return [
    el('div', { class: 'row' },
      textsField({ at: 'name', label: translate('person.name'), model: person, hint: translate('person.name.hint') }),
      field({ at: 'email', label: translate('person.email') }, textInput(person, 'email', { type: 'email', spellcheck: 'false' })),
      field({ at: 'language', label: translate('person.language') },
        choice(person, 'language', () => Object.entries(languages).map(([code, { name }]) => [code, name]))),
      field({ at: 'timeZone', label: translate('person.zone') }, textInput(person, 'timeZone', { list: known.zones.id, spellcheck: 'false' })),
      field({ at: 'calendar', label: translate('person.calendar'), word: 'calendar' }, textInput(person, 'calendar', { list: known.calendars.id, spellcheck: 'false' }))),
  ];
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
