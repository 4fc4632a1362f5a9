import { el } from '../shell/dom.js';
import { fieldsOf } from './verbs.js';

/** People as they are offered by name; whose name is that of others too, with the id. */
export function offeredPeople(people, except) {
  const all = people.all.filter(person => person.id !== except).map(({ id }) => ({ id, name: people.name(id) }));
  const many = new Set(all.filter(({ name }, place) => all.findIndex(other => other.name === name) !== place).map(({ name }) => name));
  return all.map(({ id, name }) => ({ id, text: many.has(name) ? `${name} (${id})` : name })).sort((one, other) => one.text.localeCompare(other.text));
}

/**
 * Who is meant by what was typed: a name in any language, a name with an id, an id or a mail address, whole; undefined where it is nobody's
 * or several people's.
 */
export function personMeant(typed, people) {
  const wanted = fold(typed);
  const found = people.all.filter(({ id, name, email }) => {
    const names = typeof name === 'object' ? Object.values(name) : [name];
    return [id, email, ...names, ...names.map(one => `${one} (${id})`)].some(one => one && fold(one) === wanted);
  });
  return found.length === 1 ? found[0].id : undefined;
}

export const peopleList = (id, people, except) =>
  el('datalist', { id }, offeredPeople(people, except).map(({ text }) => el('option', { value: text })));

const fold = text => text.normalize('NFKC').trim().toLowerCase();

/** People are named in what is typed, and by id in what is sent. */
export function withIds(verb, values, personOf) {
  const people = fieldsOf(verb, values).filter(field => field.kind === 'person');
  return { ...values, ...Object.fromEntries(people.map(({ name }) => [name, personOf(values[name]) ?? values[name]])) };
}
