import { silentDaysNoted } from '../item/item-state.js';
import { dateIn, daysBetween } from '../text/dates.js';

/**
 * What each person has in hand, by their id, as the service counts it: all that there is, without reading any of it.
 * @param {any} people
 * @param {any} overview
 * @returns {Map<string, { open: number, late: number, waiting: number, moves: number, lastWord: string | null, silentDays: number }>}
 */
export function loadsOf(people, overview) {
  const owners = new Map(overview.owners.map(one => [one.owner, one]));
  const waits = new Map(overview.waits.map(({ who, count }) => [who, count]));
  return new Map(people.all.map(({ id, timeZone }) => {
    const { open = 0, late = 0, waiting = 0, lastWordAt = null, silentSince } = owners.get(id) ?? {};
    return [id, { open, late, waiting, moves: waits.get(id) ?? 0, lastWord: lastWordAt, silentDays: silentDays(silentSince, overview.now, timeZone) }];
  }));
}

/** How long nothing was heard of what they have to do, whichever of it longest. Nothing that is not worth a line. */
function silentDays(since, now, zone) {
  const days = since ? daysBetween(dateIn(since, zone), dateIn(now, zone)) : 0;
  return days >= silentDaysNoted ? days : 0;
}
