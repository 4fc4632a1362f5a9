import { read } from '../shell/api.js';
import { callOf } from '../lists/list-query.js';
import { People } from '../people/people.js';
import { translate } from '../text/i18n.js';

const lateMax = 200; // items that are named; of more, the register has the rest
const spanOptions = ['from', 'to', 'agreement'];

/** What an address asks for: of which days, and of which agreement. @param {string} search */
export function spanOf(search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(spanOptions.map(name => [name, (given.get(name) ?? '').trim()]).filter(([, value]) => value));
}

/** @param {Record<string, string>} span */
export const figuresAddress = span => `#/${callOf('figures', span)}`;

/** Why no figures can be had of it, as a key of words; null where they can. @param {Record<string, string>} span */
export function wrongSpan({ from, to }) {
  const isDate = value => value === undefined || /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
  return !isDate(from) || !isDate(to) ? 'figures.noDate' : from && to && from > to ? 'figures.wrongWay' : null;
}

/**
 * What is late, by whom, and how dates were kept. What an address asks for may be wrong: then the figures are null, and it is said why.
 * @param {{ search: string }} route
 */
export async function loadFigures({ search }) {
  const span = spanOf(search);
  const fault = wrongSpan(span);
  const [figures, late, overview, people] = await Promise.all([
    fault ? null : read(callOf('figures', span)), read(callOf('items', { section: 'late', sort: 'urgency', limit: lateMax, agreement: span.agreement })),
    read('overview'), People.read(),
  ]);
  return { span, figures, late: late.items, overview, people, now: overview.now, fault: fault && translate(fault) };
}
