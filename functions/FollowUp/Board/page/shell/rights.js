import { absenceOn } from '../people/absence-note.js';
import { dateIn } from '../text/dates.js';
import { session } from './session.js';

/*
 * What the page offers to whom. The service decides; this spares readers what it would refuse. Where nobody could be asked, all is offered.
 */

const isOf = (...roles) => !session.me || session.me.access === 'open' || session.me.roles.some(role => roles.includes(role));

/** Whether the service would take an agreement, a person, a plan or a calendar from whoever looks. */
export const mayRegister = () => isOf('coordinator', 'admin');

/** Whether they run the service: what is wrong with it is theirs to mend. */
export const mayOperate = () => isOf('admin');

/** Whether whoever looks is that person. @param {string} person */
export const isSelf = person => (session.me?.people ?? []).includes(person);

/** Whether they see all that there is, so that what is counted is all of it. */
export const seesAll = () => isOf('coordinator', 'admin', 'auditor');

/**
 * Whether it would take one more item of an agreement from them.
 * @param {{ coordinator: string }} agreement
 * @param {{ find: (id: string) => any }} people
 * @param {string} now
 */
export const mayAddItem = ({ coordinator }, people, now) =>
  isOf('coordinator') || (session.me?.people ?? []).some(id => id === coordinator || standsIn(id, coordinator, people, now));

/** Whether somebody may act for the coordinator, who is away: along substitutes, as far as there are any. */
function standsIn(id, coordinator, people, now) {
  const seen = new Set();
  let at = coordinator;
  while (at && !seen.has(at)) {
    seen.add(at);
    const person = people.find(at);
    const away = person && absenceOn(person, dateIn(now, person.timeZone));
    at = away?.substitute;
    if (at === id) {
      return true;
    }
  }

  return false;
}

/** Who of the office acts but is nobody in the register: the journal could not say who did it. */
export function unregisteredAddress() {
  const { access, address, people = [], roles = [] } = session.me ?? {};
  return access !== 'open' && address && people.length === 0 && roles.includes('coordinator') ? address : null;
}
