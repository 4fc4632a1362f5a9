import { readAll, read } from '../shell/api.js';
import { callOf } from '../lists/list-query.js';
import { People } from '../people/people.js';
import { translate } from '../text/i18n.js';

const options = ['person', 'on', 'agreement', 'item'];

/** What an address asks: of whom, of which day, and of which agreement and item. @param {string} search */
export function questionOf(search) {
  const given = new URLSearchParams(search);
  return Object.fromEntries(options.map(name => [name, (given.get(name) ?? '').trim()]).filter(([, value]) => value));
}

/** @param {Record<string, string | undefined>} question */
export const toldAddress = question => `#/${callOf('told', question)}`;

/** Why it cannot be answered, as a key of words; null where it can. @param {Record<string, string>} question */
export function wrongQuestion({ on }) {
  return on === undefined || (/^\d{4}-\d\d-\d\d$/.test(on) && !Number.isNaN(Date.parse(on))) ? null : 'told.noDate';
}

/**
 * Whether somebody was told something that day. Until both are chosen there is nothing to answer.
 * @param {{ search: string }} route
 */
export async function loadTold({ search }) {
  const question = questionOf(search);
  const fault = wrongQuestion(question);
  const { person, on, agreement, item } = question;
  const isAsked = person && on && !fault;
  const [answer, { agreements }, people] = await Promise.all([
    isAsked ? read(callOf(`people/${encodeURIComponent(person)}/told`, { on, agreement, item })) : null,
    readAll('agreements', 'agreements'), People.read(),
  ]);
  return { question, answer, agreements, people, fault: fault && translate(fault) };
}
