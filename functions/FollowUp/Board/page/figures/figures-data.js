import { read, Refused } from '../shell/api.js';
import { errorText } from '../shell/error-page.js';
import { callOf } from '../lists/list-query.js';
import { People } from '../people/people.js';

const lateMax = 200; // items that are named; of more, the register has the rest
const spanOptions = ['from', 'to', 'agreement'];

/** What an address asks for: of which days, and of which agreement. @param {string} search */
export function spanOf(search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(spanOptions.map(name => [name, (given.get(name) ?? '').trim()]).filter(([, value]) => value));
}

/** @param {Record<string, string>} span */
export const figuresAddress = span => `#/${callOf('figures', span)}`;

/**
 * What is late, by whom, and how dates were kept. What an address asks for may be wrong: then the figures are null, and it is said why.
 * @param {{ search: string }} route
 */
export async function loadFigures({ search }) {
  const span = spanOf(search);
  const late = { section: 'late', sort: 'urgency', limit: lateMax, agreement: span.agreement };
  try {
    const [figures, { items }, overview, people] = await Promise.all([
      read(callOf('figures', span)), read(callOf('items', late)), read('overview'), People.read(),
    ]);
    return { span, figures, late: items, overview, people, now: overview.now, fault: '' };
  } catch (failure) {
    if (!(failure instanceof Refused && failure.status === 422)) {
      throw failure;
    }

    const [overview, people] = await Promise.all([read('overview'), People.read()]);
    return { span, figures: null, late: [], overview, people, now: overview.now, fault: errorText(failure) };
  }
}
