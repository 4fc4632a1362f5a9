/** What somebody looks for in the register: it stands in the address, so that it can be kept, sent and gone back to. */

export const sorts = ['urgency', 'due', 'late', 'title', 'owner', 'agreement'];

/** What leaves items out, by the names that the service gives it. */
export const filters = ['q', 'section', 'owner', 'agreement', 'kind', 'party', 'awaits', 'figure', 'dueFrom', 'dueBefore'];

export const searchMax = 200; // characters, as the service takes it

const names = [...filters, 'sort'];

/**
 * @param {string} search what stands behind the question mark of an address
 * @returns {Record<string, string>} nothing for what is empty; the usual order goes without saying
 */
export function queryOf(search) {
  const given = new URLSearchParams(search);
  return without(Object.fromEntries(names.map(name => [name, (given.get(name) ?? '').trim()])));
}

/** @param {Record<string, string | null | undefined>} query */
export function registerAddress(query) {
  const search = new URLSearchParams(without(query)).toString();
  return search ? `#/register?${search}` : '#/register';
}

/**
 * The same, as a call of the service takes it.
 * @param {string} path `items` or `overview`
 * @param {Record<string, string | number | null | undefined>} options
 */
export function callOf(path, options) {
  const search = new URLSearchParams(Object.entries(options).filter(([, value]) => value).map(([name, value]) => [name, String(value)])).toString();
  return search ? `${path}?${search}` : path;
}

/**
 * Of what an address asks for, what can be followed: what the service does not understand is left out, and a search that is too long is cut.
 * @param {Record<string, string>} query
 * @param {string[]} refused the names that it does not take as they are
 * @returns {{ query: Record<string, string>, ignored: { name: string, value: string, isCut: boolean }[] }}
 */
export function withoutRefused(query, refused) {
  const ignored = refused.filter(name => query[name]).map(name => ({ name, value: query[name].slice(0, 40), isCut: name === 'q' && query.q.length > searchMax }));
  const kept = Object.fromEntries(Object.entries(query).filter(([name]) => !refused.includes(name)));
  return { query: ignored.some(({ isCut }) => isCut) ? { ...kept, q: query.q.slice(0, searchMax) } : kept, ignored };
}

/** Whether what stands first depends on the language. @param {string} search */
export const isSortedByWords = search => ['title', 'owner', 'agreement'].includes(queryOf(search).sort);

/** @param {Record<string, any>} query */
export const hasFilter = query => filters.some(name => query[name]);

/** @param {Record<string, any>} query */
function without(query) {
  return Object.fromEntries(Object.entries(query).filter(([name, value]) => value && !(name === 'sort' && value === sorts[0])));
}
