import { fieldsOf, verbs } from './verbs.js';

const textMax = 16_000; // characters, as the service takes them
const lineMax = 300;
const years = [1600, 2400];

/**
 * What is wrong with what was typed, as far as it can be known without asking: by field, as words to be said.
 * @param {string} verb
 * @param {Record<string, string>} values
 * @param {{ item: any, today: string, personOf: (typed: string) => string | undefined }} context `today` is that of the item's zone
 * @returns {{ name: string, key: string, args?: Record<string, any> }[]} in the order of the fields
 */
export function wrongWith(verb, values, context) {
  const found = wrongFields(verb, values, context);
  return found.length === 0 && verb === 'amend' && isAsItStands(values, context.item) ? [{ name: fieldsOf(verb, values)[0].name, key: 'unchanged' }] : found;
}

/** What was emptied stays as it is, and a reason alone puts nothing right. */
function isAsItStands(values, item) {
  const was = verbs.amend.initial?.(item) ?? {};
  return verbs.amend.fields.every(({ name }) => name === 'reason' || !values[name]?.trim() || values[name].trim() === was[name]);
}

function wrongFields(verb, values, context) {
  return fieldsOf(verb, values).flatMap(field => {
    const value = values[field.name] ?? '';
    const found = value.trim() === ''
      ? !field.isOptional?.(values) && { key: ['choice', 'file'].includes(field.kind) ? 'choose' : 'empty' }
      : kinds[field.kind]?.(value, context, verb);
    return found ? [{ name: field.name, ...found }] : [];
  });
}

const length = max => value => value.length > max && { key: 'long', args: { max, length: value.length } };

const kinds = {
  text: length(textMax),
  line: length(lineMax),

  person(value, { item, personOf }) {
    const id = personOf(value);
    return !id ? { key: 'person' } : id === item.owner && { key: 'owner' };
  },

  date(value, { item, today }, verb) {
    const year = Number(value.slice(0, 4));
    if (!/^\d{4}-\d\d-\d\d$/.test(value) || year < years[0] || year > years[1]) {
      return { key: 'date' };
    }

    if (verb === 'extend') {
      return value <= item.dueOn && { key: 'after', args: { date: item.dueOn } };
    }

    return value < today ? { key: 'past', args: { date: today } } : value === item.dueOn && { key: 'same', args: { date: item.dueOn } };
  },
};
