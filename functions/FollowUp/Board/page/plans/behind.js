import { read, readAll, Refused, write } from '../shell/api.js';

const atOnce = 4; // agreements that are asked about at a time: the service looks at each of their items

const pathOf = agreement => `agreements/${encodeURIComponent(agreement)}`;

/**
 * Moves what runs of an agreement to today's plans and calendars; without a token it is only looked at. Its coordinator does it; who may
 * do so for them, the service knows.
 * @param {string | null} token
 */
export async function rebase(agreement, token) {
  const { coordinator } = await read(pathOf(agreement));
  return write('POST', `${pathOf(agreement)}/rebase`, { by: coordinator, ...(token ? { preview: token } : {}) });
}

/**
 * How many running items of each agreement go by an older revision, and of how many agreements one may not know it.
 * @param {{ part: 'plans' | 'calendars', id: string, revision: number }} what
 * @returns {Promise<{ agreements: Map<string, number>, hidden: number }>}
 */
export async function behind({ part, id, revision }) {
  const { items } = await readAll('items?state=open', 'items');
  return part === 'plans'
    ? { agreements: counted(items.filter(item => item.plan === id && item.planRevision < revision)), hidden: 0 }
    : behindCalendar(id, [...counted(items).keys()]);
}

/** Items do not say which revision of a calendar they go by; a look at moving them does. */
async function behindCalendar(id, agreements) {
  const found = new Map();
  let hidden = 0;
  for (let n = 0; n < agreements.length; n += atOnce) {
    await Promise.all(agreements.slice(n, n + atOnce).map(async agreement => {
      const looked = await rebase(agreement, null).catch(failure => {
        if (failure instanceof Refused && failure.status < 429) {
          return null;
        }

        throw failure;
      });
      const count = (looked?.items ?? []).filter(({ said }) => said?.args.changes.some(change => change.what === 'calendar' && change.id === id)).length;
      hidden += looked ? 0 : 1;
      count > 0 && found.set(agreement, count);
    }));
  }

  return { agreements: found, hidden };
}

/** @param {any[]} items */
export function counted(items) {
  const counts = new Map();
  items.forEach(({ agreement }) => counts.set(agreement, (counts.get(agreement) ?? 0) + 1));
  return counts;
}
