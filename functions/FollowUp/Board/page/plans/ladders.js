import { rungTyped } from './plan-text.js';

/** The ladders that a plan can have, in the order in which one would look for them. */
export const ladders = [
  'receipt', 'due', 'overdue', 'progress', 'silence', 'confirmation', 'extension', 'waiting', 'returned', 'answered', 'moved', 'handover', 'blocked', 'closing',
];

/** Those that a plan does not have. */
export const laddersLeft = plan => ladders.filter(ladder => !plan.ladders.some(one => one.ladder === ladder));

/** Whom each is aimed at, and when it mostly begins; where nothing is said, the owner, at once. */
const begins = {
  receipt: { offset: '+2wd' }, due: { offset: '-7cd' }, overdue: { offset: '+1wd' }, progress: { offset: '+1mo' },
  silence: { offset: '+20wd', to: 'coordinator' }, blocked: { offset: '-7cd', to: 'coordinator' },
  confirmation: { to: 'issuer' }, extension: { to: 'issuer' }, waiting: { to: 'liaison' }, handover: { to: 'former-owner' },
};

/** A ladder that is only being entered: with one rung, for it cannot be without. */
export function blankLadder(ladder) {
  const { offset = '0', to = 'owner' } = begins[ladder] ?? {};
  return { ladder, rungs: [rungTyped({ id: 'step-1', offset, to: [to] })] };
}
