/**
 * What is typed to change many items.
 * @typedef {{
 *   kind: string, person: string, count: string, unit: string, way: string, dueOn: string, reason: string, items: string[],
 *   supporting: { who: string }[], chain: { who: string }[],
 * }} Typed `count`, `unit` and `way` say together how far a date is moved
 */

export const kinds = ['owner', 'moveBy', 'dueOn', 'issuer', 'coordinator', 'supporting', 'counterpart', 'chain'];

const ofPeople = ['owner', 'issuer', 'coordinator', 'counterpart'];

/** What several people have, in order: all of them are chosen anew. */
export const ofSeveral = ['supporting', 'chain'];

export const isOfPerson = kind => ofPeople.includes(kind);

/** @returns {Typed} */
export const blankChange = () => ({ kind: 'owner', person: '', count: '', unit: 'wd', way: 'later', dueOn: '', reason: '', items: [], supporting: [], chain: [] });

/**
 * What is sent of it: exactly one thing to change.
 * @param {Typed} typed
 */
export function bodyOf(typed, coordinator) {
  const { kind, reason, items } = typed;
  return { by: coordinator, reason, items, [kind]: valueOf(typed) };
}

/** @param {Typed} typed */
function valueOf(typed) {
  const { kind, person, dueOn } = typed;
  return isOfPerson(kind) ? person
    : ofSeveral.includes(kind) ? typed[kind].map(({ who }) => who).filter(Boolean)
    : kind === 'moveBy' ? offsetOf(typed) : dueOn;
}

/**
 * "+10wd", as the service reads it.
 * @param {Pick<Typed, 'count' | 'unit' | 'way'>} typed
 */
export const offsetOf = ({ count, unit, way }) => `${way === 'earlier' ? '-' : '+'}${count.trim()}${unit}`;

/**
 * What the service need not be asked for.
 * @param {Typed} typed
 */
export const faultsOfChange = ({ kind, count }) => (kind === 'moveBy' && !/^0*[1-9]\d*$/.test(count.trim()) ? [{ pointer: '/moveBy', code: 'required' }] : []);

/** On the form one field has whoever it is given to, whatever they become. */
export const onForm = pointer => pointer.replace(new RegExp(`^/(${ofPeople.join('|')})(?=/|$)`), '/person');
