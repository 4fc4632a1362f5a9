import { silentDays as silentDaysOf, silentDaysNoted } from '../item/item-state.js';

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

/** How long nothing was heard of what they have to do, whichever of it longest. Nothing that is not worth a line on a card. */
function silentDays({ open, waiting }, now) {
  const longest = Math.max(0, ...open.filter(item => !waiting.includes(item)).map(item => silentDaysOf(item, now)));
  return longest >= silentDaysNoted ? longest : 0;
}
