import { People } from '../people/people.js';
import { key, readAll, Refused, write } from '../shell/api.js';
import { session } from '../shell/session.js';
import { isSomebody } from '../acts/whose-act.js';
import { language } from '../text/i18n.js';

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * @typedef {{ file: File | null, agreement: string, reason: string, dateOrder: string, encoding: string, columns: Record<string, string>, every: Record<string, string> }} Asked
 */

/** The agreements that a file may go into, and who is called what. */
export async function loadImport({ search }) {
  const [{ agreements }, people] = await Promise.all([readAll('agreements', 'agreements'), People.read()]);
  return { agreements, people, chosen: new URLSearchParams(search).get('agreement') ?? '' };
}

/**
 * Sends the file: to be looked at, or, with the token of a preview, to be done.
 * @param {Asked} asked
 * @param {any} agreement
 * @param {string} [token]
 */
export async function sendFile(asked, agreement, token) {
  const file = /** @type {File} */ (asked.file);
  const type = /\.xlsx$/i.test(file.name) ? workbook : 'text/csv';
  return write('POST', `agreements/${encodeURIComponent(agreement.id)}/imports?${optionsOf(asked, agreement, token)}`, file, { type });
}

/** As the address says it; what is left open is left out. */
function optionsOf({ reason, dateOrder, encoding, columns, every }, agreement, token) {
  const options = new URLSearchParams();
  const set = (name, value) => value && options.set(name, value);
  if (session.me?.access === 'open' || key.known() || !isSomebody()) {
    set('by', agreement.coordinator);
  }

  Object.entries(columns).forEach(([field, name]) => set(`column.${field}`, name));
  Object.entries({ ...every, reason }).forEach(([field, value]) => set(`every.${field}`, value));
  set('dateOrder', dateOrder);
  set('encoding', encoding);
  set('preview', token);
  return options;
}

/** What is wrong with the file as a whole, where the service could not read its rows; null where something else went wrong. */
export const faultsOf = failure => (failure instanceof Refused ? failure.problem.errors ?? [failure.problem] : null);

/** The names of the columns that are there, as a refusal has them. */
export const columnsIn = faults => faults.map(fault => fault.args?.columns).find(names => Array.isArray(names)) ?? [];

export const exportAddress = (path, format) => `${path}${path.includes('?') ? '&' : '?'}format=${format}&language=${language()}`;
