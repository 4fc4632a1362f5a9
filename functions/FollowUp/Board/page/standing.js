/** Where items stand, and whose turn it is: decided here, without a page, so that every view says the same. */
const sectionOfSlip = { red: 'late', yellow: 'behind', blue: 'near' };

export const sections = ['late', 'behind', 'near', 'reported', 'course', 'closed'];

export function sectionOf(item) {
  if (!item.open) {
    return 'closed';
  }

  // A report stops the slip, but what is reported late and not confirmed is not in good time.
  return item.state === 'reported' ? 'reported' : sectionOfSlip[item.slip] ?? 'course';
}

/** What the page calls the state: two that the register derives have names of their own. */
export function stateOf(item) {
  if (item.open && item.waiting) {
    return 'waiting';
  }

  return isReturned(item) ? 'returned' : item.state;
}

/** Whose next step an open item waits for. An owner at work in good time keeps nobody waiting. */
export function moveOf(item) {
  if (!item.open) {
    return null;
  }

  switch (stateOf(item)) {
    case 'waiting': return { who: null, what: 'other' };
    case 'reported': return { who: item.issuer, what: 'confirm' };
    case 'returned': return { who: item.owner, what: 'returned' };
    case 'assigned': return { who: item.owner, what: 'sign' };
    default: return item.slip === 'red' ? { who: item.owner, what: 'report' } : null;
  }
}

/** Items by the person they wait for; whoever keeps most waiting comes first. */
export function movesByPerson(items) {
  const waiting = new Map();
  for (const item of items) {
    const move = moveOf(item);
    if (move?.who) {
      waiting.set(move.who, [...(waiting.get(move.who) ?? []), { item, what: move.what }]);
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

export const wasMoved = item => Boolean(item.originalDueOn) && item.originalDueOn !== item.dueOn;

// A return is over once the owner has reported again.
const isReturned = item => item.open && item.state !== 'reported' && (item.returns ?? []).length > 0;
