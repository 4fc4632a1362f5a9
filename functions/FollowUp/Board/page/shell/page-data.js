import { itemPath, read, readAll, readIfAny, Refused } from './api.js';
import { People } from '../people/people.js';

/** Everything that the board shows, read at one time. */
export async function loadBoard() {
  const [agreements, items, people] = await Promise.all([readAll('agreements', 'agreements'), readAll('items', 'items'), People.read()]);
  const found = new Map(items.items.map(item => [itemPath(item.agreement, item.id), item]));
  return {
    agreements: new Map(agreements.agreements.map(agreement => [agreement.id, agreement])),
    items: items.items,
    find: (agreement, id) => found.get(itemPath(agreement, id)),
    isCut: items.isCut,
    people,
    // The service's clock rules: it may be driven, and a visitor's may be wrong.
    now: items.now ?? new Date().toISOString(),
  };
}

/** One item with its past and its future, and what they setLanguage of. */
export async function loadItem(agreement, id) {
  const path = itemPath(agreement, id);
  const [head, item, timetable, journal, ledger, people] = await Promise.all([
    read(`agreements/${encodeURIComponent(agreement)}`),
    read(path),
    read(`${path}/timetable`),
    read(`${path}/journal`),
    read(`${path}/ledger`),
    People.read(),
  ]);
  const [plan, before] = await Promise.all([
    readIfAny(`plans/${encodeURIComponent(item.plan)}?revision=${item.planRevision}`),
    readEach(item.dependsOn ?? [], one => itemPath(agreement, one)),
  ]);

  return {
    agreement: head, item, timetable, journal: journal.entries, ledger: ledger.rows, people, now: timetable.now,
    plan, before,
  };
}

/** An agreement of the board, or the refusal that the service would have given. */
export function agreementOn(board, id) {
  const found = board.agreements.get(id);
  if (!found) {
    throw new Refused(404, {});
  }

  return found;
}

/** What there is of some things, by id. */
async function readEach(ids, pathOf) {
  const found = await Promise.all(ids.map(async id => [id, await readIfAny(pathOf(id))]));
  return new Map(found.filter(([, one]) => one));
}
