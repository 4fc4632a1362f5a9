/** Where items stand, and whose turn it is: decided here, without a page, so that every view says the same. */
const sectionOfSlip = { red: 'late', yellow: 'behind', blue: 'near' };

export const sections = ['late', 'behind', 'near', 'reported', 'waiting', 'course', 'closed'];

export function sectionOf(item) {
  if (!item.open) {
    return 'closed';
  }

  // A report stops the slip, but what is reported late and not confirmed is not in good time.
  if (item.state === 'reported') {
    return 'reported';
  }

  return sectionOfSlip[item.slip] ?? (['waiting', 'registered'].includes(item.state) ? 'waiting' : 'course');
}

/** What the page calls the state: one that the register derives has a name of its own. */
export function stateOf(item) {
  return isReturned(item) ? 'returned' : item.state;
}

/**
 * Whose next steps an open item waits for, the one that holds it up first. An owner at work in good time keeps nobody waiting.
 * Nobody's name for `who` is the other side as a whole.
 * @param find an item of the same agreement by its id; undefined where it was not read
 */
export function movesOf(item, find) {
  if (!item.open) {
    return [];
  }

  return [...(steps[stateOf(item)] ?? noStep)(item, find), ...asked(item), ...overdue(item)];
}

/** Items by the person they wait for; whoever keeps most waiting comes first. */
export function movesByPerson(items, find) {
  const waiting = new Map();
  for (const item of items) {
    for (const move of movesOf(item, id => find(item.agreement, id)).filter(one => one.who !== undefined)) {
      waiting.set(move.who, [...(waiting.get(move.who) ?? []), { item, move }]);
    }
  }

  return [...waiting].sort(([, some], [, others]) => others.length - some.length);
}

/** The items of a section: the latest first, then what is due first; the closed ones, last closed first. */
export function inSection(items, section) {
  const found = items.filter(item => sectionOf(item) === section);
  return section === 'closed'
    ? found.sort((one, other) => closedAt(other).localeCompare(closedAt(one)))
    : found.sort((one, other) => (other.daysLate ?? 0) - (one.daysLate ?? 0) || one.dueOn.localeCompare(other.dueOn));
}

export const closedAt = item => item.confirmation?.at ?? item.withdrawal?.at ?? '';

/** Why and since when the clock stands still; undefined where it runs. */
export const waitingOf = item => (item.state === 'waiting' ? item.waiting.at(-1) : undefined);

/** The extension that was asked for and not answered. */
export const askedOf = item => (item.open && item.state !== 'reported' ? (item.extensions ?? []).find(one => !one.decision) : undefined);

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

// A return is over once the owner has reported again.
const isReturned = item => ['assigned', 'signed'].includes(item.state) && (item.returns ?? []).length > 0;
