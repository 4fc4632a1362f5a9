import { session } from '../shell/session.js';

/** Whether whoever looks may have the address of a person's calendar: it is theirs, and the office's. */
export const mayHaveAddressOf = person => isOpen() || hasRole('coordinator', 'admin') || session.me.people.includes(person);

/**
 * What whoever looks may do with the address of an agreement's calendar: whoever sees all of it may have it, whoever coordinates it renews it.
 * @param {{ coordinator: string, chain: string[] }} agreement
 */
export function addressOfAgreement({ coordinator, chain }) {
  const coordinates = isOpen() || hasRole('coordinator') || session.me.people.includes(coordinator);
  return { mayHave: coordinates || hasRole('auditor', 'admin') || chain.some(level => session.me.people.includes(level)), mayRenew: coordinates };
}

const isOpen = () => !session.me || session.me.access === 'open';

const hasRole = (...roles) => session.me.roles.some(role => roles.includes(role));
