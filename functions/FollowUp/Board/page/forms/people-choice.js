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
export const byName = people => [...people].sort(([, one], [, other]) => one.localeCompare(other));
