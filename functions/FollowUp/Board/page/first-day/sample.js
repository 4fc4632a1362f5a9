import { newIdempotencyKey, Refused, write } from '../shell/api.js';
import { dateIn, daysBetween } from '../text/dates.js';
import { translate } from '../text/i18n.js';

const dayLength = 86_400_000;

/**
 * Registers the sample that FollowUp brings: an agreement of 2019, with all of its dates moved by whole weeks, so that it was signed in
 * these days and there is something to look forward to.
 * @returns {Promise<string | null>} what went wrong
 */
export async function takeSample(now) {
  try {
    const sample = await (await fetch('/board/sample.json')).json();
    await write('POST', 'registers', moved(sample, weeksSince(sample.agreements[0].signedOn, now) * 7), { idempotencyKey: newIdempotencyKey() });
    dispatchEvent(new Event('readagain'));
    return null;
  } catch (failure) {
    return failure instanceof Refused ? failure.message : translate('error.unreachable');
  }
}

const weeksSince = (day, now) => Math.max(0, Math.floor(daysBetween(day, dateIn(now, 'UTC')) / 7));

/** Every date in it, later by as many days. */
function moved(part, days) {
  if (typeof part === 'string') {
    return /^\d{4}-\d\d-\d\d$/.test(part) ? new Date(Date.parse(`${part}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10) : part;
  }

  if (Array.isArray(part)) {
    return part.map(one => moved(one, days));
  }

  return part && typeof part === 'object' ? Object.fromEntries(Object.entries(part).map(([name, one]) => [name, moved(one, days)])) : part;
}
