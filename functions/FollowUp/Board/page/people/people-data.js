import { read, readAll } from '../shell/api.js';
import { Draft } from '../forms/draft.js';
import { blankPerson } from '../first-day/agreement-draft.js';
import { readCalendars } from '../first-day/first-day-data.js';
import { mayRegister, unregisteredAddress } from '../shell/rights.js';
import { language } from '../text/i18n.js';
import { People } from './people.js';

/** Everybody, and how much each has in hand. */
export async function loadPeople() {
  const [people, overview] = await Promise.all([People.read(), read('overview')]);
  return { people, overview, now: overview.now };
}

/** One of them: what they own and is open, what waits for them, and what somebody began to change. */
export async function loadPerson({ person: id }) {
  const who = encodeURIComponent(id);
  const [person, people, owned, awaited, calendars, succession] = await Promise.all([
    read(`people/${who}`), People.read(), readAll(`items?state=open&owner=${who}`, 'items'), readAll(`items?awaits=${who}`, 'items'), readCalendars(),
    mayRegister() ? read(`people/${who}/succession`) : { successions: [] },
  ]);
  return { succession: succession.successions[0], people, inHand: [...owned.items, ...awaited.items], now: owned.now, person, calendars, draft: new Draft(`person ${id}`, () => ({ base: person, mine: asTyped(person) })) };
}

/** Somebody who is only being entered: first whoever enters them, where the register does not know them. */
export async function loadNewPerson() {
  const [people, calendars] = await Promise.all([People.read(), readCalendars()]);
  return { people, calendars, draft: new Draft('new person', () => ({ ...blankPerson({}, language(), unregisteredAddress() ?? ''), contact: '' })) };
}

/** As the form has it: names by language, and nothing that is missing. Who has one name has it in the language of the page. */
export const asTyped = person => ({
  ...person, name: typeof person.name === 'object' ? { ...person.name } : { [language()]: person.name }, contact: person.contact ?? '',
  absences: (person.absences ?? []).map(absence => ({ substitute: '', ...absence })),
});
