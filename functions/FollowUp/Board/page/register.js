import { itemPath, read, readAll, Refused } from './api.js';
import { People } from './people.js';

/** Everything that the board shows, read at one time. */
export async function readBoard() {
  const [agreements, items, people] = await Promise.all([readAll('agreements', 'agreements'), readAll('items', 'items'), People.read()]);
  return {
    agreements: new Map(agreements.agreements.map(agreement => [agreement.id, agreement])),
    items: items.items,
    isCut: items.isCut,
    people,
    // The service's clock rules: it may be driven, and a visitor's may be wrong.
    now: items.now ?? new Date().toISOString(),
  };
}

/** One item with its past and its future. */
export async function readItem(agreement, id) {
  const path = itemPath(agreement, id);
  const [head, item, timetable, journal, ledger, people] = await Promise.all([
    read(`agreements/${encodeURIComponent(agreement)}`),
    read(path),
    read(`${path}/timetable`),
    read(`${path}/journal`),
    read(`${path}/ledger`),
    People.read(),
  ]);

  return { agreement: head, item, timetable, journal: journal.entries, ledger: ledger.rows, people, now: timetable.now };
}

/** An agreement of the board, or the refusal that the service would have given. */
export function agreementOn(board, id) {
  const found = board.agreements.get(id);
  if (!found) {
    throw new Refused(404, {});
  }

  return found;
}
