import { itemPath, read, readIfAny, readTagged } from './api.js';
import { People } from '../people/people.js';

/** One item with its past and its future, and what they speak of. */
export async function loadItem(agreement, id) {
  const path = itemPath(agreement, id);
  const [head, tagged, timetable, journal, ledger, people] = await Promise.all([
    read(`agreements/${encodeURIComponent(agreement)}`),
    readTagged(path),
    read(`${path}/timetable`),
    read(`${path}/journal`),
    read(`${path}/ledger`),
    People.read(),
  ]);
  const { etag, body: item } = /** @type {{ etag: string | null, body: any }} */ (tagged);
  const [plan, before] = await Promise.all([
    readIfAny(`plans/${encodeURIComponent(item.plan)}?revision=${item.planRevision}`),
    readEach(item.dependsOn ?? [], one => itemPath(agreement, one)),
  ]);

  return {
    agreement: head, etag, item, timetable, journal: journal.entries, ledger: ledger.rows, people, now: timetable.now,
    plan, before,
  };
}

/** What there is of some things, by id. */
async function readEach(ids, pathOf) {
  const found = await Promise.all(ids.map(async id => [id, await readIfAny(pathOf(id))]));
  return new Map(found.filter(([, one]) => one));
}
