import { translate } from '../text/i18n.js';
import { choice, field, open } from './field.js';

/**
 * One of the people: those of the register, and those who are only being entered.
 * @param {{ at: string, label: string, word?: string, hint?: string, optional?: boolean }} about
 * @param {() => [string, string][]} people who can be chosen
 */
export function personField(about, model, key, people) {
  return field(about, choice(model, key, () => [...open(about.optional ? translate('form.none') : undefined), ...people()]));
}

/**
 * By name, in the order of the reader's language.
 * @param {[string, string][]} people
 */
export const byName = people => toldApart([...people].sort(([, one], [, other]) => one.localeCompare(other)));

/**
 * Whose name is that of others too, with what tells them apart: their id, unless something else is known of them.
 * @param {[string, string][]} people
 * @param {(id: string) => string} [mark]
 * @returns {[string, string][]}
 */
export function toldApart(people, mark = id => id) {
  const count = new Map();
  people.forEach(([, name]) => count.set(name, (count.get(name) ?? 0) + 1));
  return people.map(([id, name]) => [id, count.get(name) > 1 && mark(id) ? `${name} (${mark(id)})` : name]);
}
