import { daysBetween, dateIn } from '../text/dates.js';

const silentAfter = 30; // days without a word from somebody who has work in hand

/** What each person has in hand, by their id: `{ open, late, waiting, moves, lastWord, silentDays }`. */
export function loadOf(people, items, now) {
  const loads = new Map(people.all.map(person => [person.id, { open: [], late: [], waiting: [], moves: [], lastWord: null, silentDays: 0 }]));
  for (const item of items) {
    for (const id of new Set((item.nextActions ?? []).flatMap(action => action.who))) {
      loads.get(id)?.moves.push(item);
    }

    const load = loads.get(item.owner);
    if (load) {
      load.lastWord = latest(load.lastWord, lastWordOn(item));
      if (item.open) {
        load.open.push(item);
        (item.state === 'waiting' ? load.waiting : item.daysLate > 0 ? load.late : []).push(item);
      }
    }
  }

  loads.forEach(load => { load.silentDays = silentDays(load, now); });
  return loads;
}

/** When the owner last said something of an item: signed, gave word, asked, reported. */
const lastWordOn = item => [
  item.receipt, item.completion, ...(item.progress ?? []), ...(item.extensions ?? []).map(extension => ({ at: extension.askedAt, by: item.owner })),
].filter(said => said?.at && said.by === item.owner).map(said => said.at).reduce(latest, null);

const latest = (one, other) => (!one || (other && other > one) ? other ?? null : one);

/** How long nothing came from who has work; counted from when they got it, where nothing ever came. Nothing below a month. */
function silentDays({ open, waiting, lastWord }, now) {
  const begun = open.filter(item => !waiting.includes(item) && item.assignedAt && item.state !== 'reported').map(item => item.assignedAt).sort()[0];
  const since = begun && (latest(begun, lastWord) ?? begun);
  const days = since ? daysBetween(dateIn(since, 'UTC'), dateIn(now, 'UTC')) : 0;
  return days >= silentAfter ? days : 0;
}
