import { weekdayText } from '../text/dates.js';
import { translate, translateOr } from '../text/i18n.js';
import { roleText } from '../text/roles.js';

const form = /^([+-]?)(\d+)(wd|cd|mo)$/;

/** An offset as it is typed: how many of what, before or after. */
export function offsetOf(text) {
  const [, sign, count, unit] = form.exec(text ?? '') ?? [null, '', '0', 'wd'];
  return { count, unit, side: sign === '-' ? 'before' : 'after' };
}

/** As plans write it. */
export function offsetText({ count, unit, side }) {
  const number = Number(count);
  return number === 0 ? '0' : `${side === 'before' ? '-' : '+'}${number}${unit}`;
}

/** A plan as its form has it. */
export const asTyped = plan => ({
  ...plan, review: { day: '', hour: '', ...plan.review }, ladders: plan.ladders.map(({ ladder, rungs }) => ({ ladder, rungs: rungs.map(rungTyped) })),
});

export const rungTyped = rung => ({
  ...rung, offset: offsetOf(rung.offset), isRepeated: Boolean(rung.every), every: offsetOf(rung.every ?? '5wd'), times: String(rung.times ?? 12),
});

/** And as it is sent. */
export const bodyOf = ({ revision, ladders, review, ...plan }) => ({
  ...plan, extensionsMax: Number(plan.extensionsMax), ...reviewOf(review ?? {}),
  ladders: ladders.map(({ ladder, rungs }) => ({ ladder, rungs: rungs.map(rungOf) })),
});

/** Without a day there is no weekly letter; without an hour it goes out at the plan's. */
const reviewOf = ({ day, hour }) => (day ? { review: { day, ...(hour ? { hour } : {}) } } : {});

const rungOf = ({ id, offset, isRepeated, every, times, to }) => ({
  id, offset: offsetText(offset), to, ...(isRepeated ? { every: offsetText({ ...every, side: 'after' }), times: Number(times) } : {}),
});

/** "7 calendar days before the due date", "at once". */
export function whenSaid(rung, ladder) {
  const { count, unit, side } = offsetOf(rung.offset);
  const anchor = translate(`anchor.${ladder}`);
  if (Number(count) === 0) {
    return translate('plan.onIt', { anchor });
  }

  return translate(`plan.${side}`, { span: spanText(count, unit), anchor });
}

/** "then every 5 working days, 12 times", or nothing. */
export const repeatSaid = ({ every, times }) => every
  && translate('plan.again', { every: everyText(offsetOf(every)), count: times });

const everyText = ({ count, unit }) => translate(Number(count) === 1 ? `every.one.${unit}` : `every.${unit}`, { count: Number(count) });

export const spanText = (count, unit) => translate(`span.${unit}`, { count: Number(count) });

export const toSaid = to => to.map(roleText).join(translate('shift.list'));

/** When the levels read what is late: "Monday, 09:00". */
export const reviewSaid = ({ review, hour }) => review?.day
  ? translate('plan.review', { day: weekdayText(review.day), hour: review.hour || hour }) : translate('plan.review.none');

/** What it is about: "It is overdue". */
export const ladderSaid = ladder => translateOr('ladder', ladder);
