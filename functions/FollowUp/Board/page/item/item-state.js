import { dateIn, daysBetween } from '../text/dates.js';

/** The sections of the board in their order; the service says in which an item is. */
export const sections = ['late', 'behind', 'near', 'reported', 'waiting', 'course', 'closed'];

/** What the page calls the state: one that the register derives has a name of its own. */
export function stateOf(item) {
  return isReturned(item) ? 'returned' : item.state;
}

export const closedAt = item => item.confirmation?.at ?? item.withdrawal?.at ?? '';

/** Why and since when the clock stands still; undefined where it runs. */
export const waitingOf = item => (item.state === 'waiting' ? item.waiting.at(-1) : undefined);

/** So many days without a word are worth a line on the card; when its coordinator is told, the plan says. */
export const silentDaysNoted = 14;

/** For how many days nobody has said anything about an item; 0 where its clock does not run. */
export const silentDays = (item, now) => (item.silentSince ? daysBetween(dateIn(item.silentSince, item.timeZone), dateIn(now, item.timeZone)) : 0);

/** The extension that was asked for and not answered. */
export const askedOf = item => (item.open && item.state !== 'reported' ? (item.extensions ?? []).find(one => !one.decision) : undefined);

// A return is over once the owner has reported again.
export const isReturned = item => ['assigned', 'signed'].includes(item.state) && (item.returns ?? []).length > 0;
