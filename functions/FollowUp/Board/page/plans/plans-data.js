import { Draft } from '../forms/draft.js';
import { readCalendars, readPlans } from '../first-day/first-day-data.js';
import { People } from '../people/people.js';
import { read } from '../shell/api.js';
import { dateIn } from '../text/dates.js';
import { asTyped as calendarTyped } from './calendar-page.js';
import { asTyped } from './plan-text.js';

/** Every plan, with what it says. */
export async function loadPlans() {
  const [plans, calendars] = await Promise.all([readPlans(), readCalendars()]);
  return { plans: await Promise.all(plans.map(id => read(`plans/${encodeURIComponent(id)}`))), calendars };
}

/** A calendar, with what somebody began to change. */
export async function loadCalendar({ calendar: id }) {
  const [calendar, people, { now }] = await Promise.all([read(`calendars/${encodeURIComponent(id)}`), People.read(), read('items?limit=1')]);
  const today = dateIn(now, 'UTC');
  return { calendar, people, today, draft: new Draft(`calendar ${id}`, () => ({ base: calendar, mine: calendarTyped(today)(calendar) })) };
}

/** One of them, as the beginning of another. */
export async function loadPlanCopy({ planCopy: id }) {
  const [plan, plans] = await Promise.all([read(`plans/${encodeURIComponent(id)}`), readPlans()]);
  return { plan, plans, draft: new Draft(`copy of plan ${id}`, () => ({ ...asTyped(plan), id: '' })) };
}

/** One of them, with what somebody began to change. */
export async function loadPlan({ plan: id }) {
  const [plan, people] = await Promise.all([read(`plans/${encodeURIComponent(id)}`), People.read()]);
  return { plan, people, draft: new Draft(`plan ${id}`, () => ({ base: plan, mine: asTyped(plan) })) };
}
