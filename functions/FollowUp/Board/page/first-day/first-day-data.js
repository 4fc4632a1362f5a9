import { read, readAll, readIfAny } from '../shell/api.js';
import { session } from '../shell/session.js';
import { Draft } from '../forms/draft.js';
import { People } from '../people/people.js';
import { dateIn } from '../text/dates.js';
import { language } from '../text/i18n.js';
import { blankAgreement, blankItem } from './agreement-draft.js';

/** What a form of an agreement needs to know before anything is typed into it. */
export async function loadNewAgreement() {
  const [people, plans, calendars, clock] = await Promise.all([People.read(), readPlans(), readCalendars(), readIfAny('items?limit=1')]);
  const me = session.me;
  const now = clock?.now ?? new Date().toISOString();
  const coordinator = me?.people?.[0];
  return {
    people, plans, calendars,
    draft: new Draft('new agreement', () => blankAgreement(dateIn(now), { address: me?.address, coordinator }, language())),
  };
}

/** One more item of an agreement. */
export async function loadNewItem({ agreement: id }) {
  const [agreement, people, plans, calendars, { items, now }] = await Promise.all([
    read(`agreements/${encodeURIComponent(id)}`), People.read(), readPlans(), readCalendars(), readAll(`items?agreement=${encodeURIComponent(id)}`, 'items'),
  ]);
  return { agreement, people, plans, calendars, items, now, draft: new Draft(`item of ${id}`, () => blankItem()) };
}

/** The ids of all plans. */
export const readPlans = async () => ((await readIfAny('plans'))?.plans ?? []).map(plan => plan.id);

/** The ids of all calendars. */
export const readCalendars = async () => ((await readIfAny('calendars'))?.calendars ?? []).map(calendar => calendar.id);
