import { read, readAll } from '../shell/api.js';
import { Draft } from '../forms/draft.js';
import { readCalendars } from '../first-day/first-day-data.js';
import { language } from '../text/i18n.js';
import { People } from './people.js';

/** Everybody, and all that they have in hand. */
export async function loadPeople() {
  const [people, { items, now }] = await Promise.all([People.read(), readAll('items', 'items')]);
  return { people, items, now };
}

/** One of them, with what somebody began to change. */
export async function loadPerson({ person: id }) {
  const [person, everybody, calendars] = await Promise.all([read(`people/${encodeURIComponent(id)}`), loadPeople(), readCalendars()]);
  return { ...everybody, person, calendars, draft: new Draft(`person ${id}`, () => ({ base: person, mine: asTyped(person) })) };
}

/** As the form has it: names by language, and nothing that is missing. Who has one name has it in the language of the page. */
export const asTyped = person => ({
  ...person, name: typeof person.name === 'object' ? { ...person.name } : { [language()]: person.name }, contact: person.contact ?? '',
  absences: (person.absences ?? []).map(absence => ({ substitute: '', ...absence })),
});
