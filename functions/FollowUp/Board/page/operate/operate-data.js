import { read } from '../shell/api.js';
import { People } from '../people/people.js';

/**
 * How the service is, and what people are called; while the store is away, by their ids.
 * @returns {Promise<{ health: any, people: People }>}
 */
export async function loadOperation() {
  const [health, people] = await Promise.all([read('health/alarms'), People.read()]);
  return { health, people };
}

/**
 * What an orchestration carries, by the id of its instance: ids have no dots.
 * @param {string} instance
 * @returns {{ kind: 'item' | 'letter' | 'succession' | 'other', agreement?: string, item?: string, person?: string }}
 */
export function carriedBy(instance) {
  const [what, first, second, ...more] = instance.split('.');
  if (!second || more.length > 0) {
    return { kind: 'other' };
  }

  switch (what) {
    case 'item': return { kind: 'item', agreement: first, item: second };
    case 'post': return { kind: 'letter', person: first };
    case 'succession': return { kind: 'succession', person: first };
    default: return { kind: 'other' };
  }
}

/**
 * Repairs all there is, some agreements a call, from where it was left.
 * @param {(cursor: string | null) => Promise<{ agreements: number, items: number, letters: number, next?: string }>} some
 * @param {{ cursor: string | null, agreements: number, items: number, letters: number }} done what is done so far: it grows
 * @param {() => void} tell that it has grown
 */
export async function repairAll(some, done, tell) {
  do {
    const { agreements, items, letters, next } = await some(done.cursor);
    done.agreements += agreements;
    done.items += items;
    done.letters += letters;
    done.cursor = next ?? null;
    tell();
  } while (done.cursor);
}
