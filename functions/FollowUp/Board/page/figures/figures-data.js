import { People } from '../people/people.js';
import { read, readAll } from '../shell/api.js';
import { session } from '../shell/session.js';
import { callOf } from '../lists/list-query.js';

/** What the address of the figures asks for. */
export const options = ['from', 'to', 'agreement', 'owner'];

/** @param {{ search: string }} route */
export async function loadFigures({ search }) {
  const given = new URLSearchParams(search);
  const asked = Object.fromEntries(options.map(name => [name, given.get(name) ?? '']));
  const [figures, overview, people] = await Promise.all([read(callOf('figures', asked)), read('overview'), People.read()]);
  return { figures, overview, people, asked: { ...asked, from: figures.from, to: figures.to } };
}

/** Everything that is late below somebody: below whoever is signed in, where nobody else is asked for. */
export async function loadReview({ search }) {
  const people = await People.read();
  const level = new URLSearchParams(search).get('level') ?? session.me?.people?.[0] ?? '';
  const { items, now } = level
    ? await readAll(callOf('items', { section: 'late', leader: level, sort: 'late' }), 'items')
    : { items: [], now: null };
  return { people, level, items, now };
}
