import { session } from '../shell/session.js';
import { itemAddress } from '../lists/item-card.js';
import { verbOfStep } from './verbs.js';

/** An item's page with the form of a verb open on it. */
export const actAddress = (item, verb) => `${itemAddress(item)}?act=${verb}`;

/** Where a step that an item waits for is taken by whoever reads it: its form if it may be theirs to take, else the item's page. */
export function stepAddress(item, { action, who, item: other }) {
  const verb = verbOfStep(action);
  return verb && !other && mayBeTheirs(item, who) ? actAddress(item, verb) : itemAddress(item);
}

/** The service decides; this only spares readers a form that they have no use for. */
function mayBeTheirs(item, who) {
  const { access, people = [], roles = [], key } = session.me ?? {};
  return access === 'open' || Boolean(key) || roles.includes('coordinator') || [...who, item.coordinator].some(id => people.includes(id));
}
