import { dateIn, daysBetween } from '../text/dates.js';

/** Where an item stands and in which section of the board: without a page, so that every view says the same. */
const sectionOfSlip = { red: 'late', yellow: 'behind', blue: 'near' };

export const sections = ['late', 'behind', 'near', 'reported', 'waiting', 'course', 'closed'];

export function sectionOf(item) {
  if (!item.open) {
    return 'closed';
  }

  // A report stops the slip, but what is reported late and not confirmed is not in good time.
  if (item.state === 'reported') {
    return 'reported';
  }

  return sectionOfSlip[item.slip] ?? (['waiting', 'registered'].includes(item.state) ? 'waiting' : 'course');
}

/** What the page calls the state: one that the register derives has a name of its own. */
export function stateOf(item) {
  return isReturned(item) ? 'returned' : item.state;
}

/** The items of a section: the latest first, then what is due first; the closed ones, last closed first. */
export function inSection(items, section) {
  const found = items.filter(item => sectionOf(item) === section);
  return section === 'closed'
    ? found.sort((one, other) => closedAt(other).localeCompare(closedAt(one)))
    : found.sort((one, other) => (other.daysLate ?? 0) - (one.daysLate ?? 0) || one.dueOn.localeCompare(other.dueOn));
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
