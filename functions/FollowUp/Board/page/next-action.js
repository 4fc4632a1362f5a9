import { askedOf, isReturned, stateOf } from './item-state.js';

/**
 * Whose next steps an open item waits for, the one that holds it up first. An owner at work in good time keeps nobody waiting.
 * Nobody's name for `who` is the other side as a whole.
 * @param find an item of the same agreement by its id; undefined where it was not read
 */
export function nextActionsOf(item, find) {
  if (!item.open) {
    return [];
  }

  return [...(steps[stateOf(item)] ?? noStep)(item, find), ...asked(item), ...overdue(item)];
}

/** Items by the person they wait for; whoever keeps most waiting comes first. */
export function nextActionsByPerson(items, find) {
  const waiting = new Map();
  for (const item of items) {
    for (const move of nextActionsOf(item, id => find(item.agreement, id)).filter(one => one.who !== undefined)) {
      waiting.set(move.who, [...(waiting.get(move.who) ?? []), { item, move }]);
    }
  }

  return [...waiting].sort(([, some], [, others]) => others.length - some.length);
}

const steps = {
  registered: (item, find) => item.dependsOn.map(id => find(id) ?? { id }).filter(before => before.open !== false)
    .map(before => ({ who: before.owner, what: 'before', before })),
  waiting: item => [{ who: item.counterpart ?? null, what: 'other' }],
  reported: item => [{ who: item.issuer, what: 'confirm' }],
  returned: item => [{ who: item.owner, what: 'returned' }],
  assigned: item => [{ who: item.owner, what: 'sign' }],
};

const noStep = () => [];

const asked = item => (askedOf(item) ? [{ who: item.issuer, what: 'decide' }] : []);

const overdue = item => (item.state === 'signed' && item.slip === 'red' && !isReturned(item) ? [{ who: item.owner, what: 'report' }] : []);
