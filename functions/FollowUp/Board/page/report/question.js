/**
 * What is typed into the form of a report.
 * @typedef {{ asOf: string, since: string, next: string, first: string, second: string, keptSince?: string, others: string[] }} Asked
 *   moments as the reader's clock has them, empty where they are left out
 */

/** @param {string} instant as a field of the browser has it: to the minute, by the reader's clock */
export function localMoment(instant) {
  const at = new Date(instant);
  const two = number => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Of a moment that was kept exactly and left as it was shown, the exact one counts. */
function instantOf(typed, kept) {
  if (!typed) {
    return '';
  }

  return kept && localMoment(kept) === typed ? kept : new Date(typed).toISOString();
}

/**
 * The call that answers it.
 * @param {string} agreement
 * @param {Asked} asked
 * @param {Record<string, string>} [instead] options of other values
 */
export function reportCall(agreement, asked, instead = {}) {
  const several = asked.others.length > 0;
  const options = {
    agreements: several ? [agreement, ...asked.others].join(',') : '',
    asOf: instantOf(asked.asOf), since: instantOf(asked.since, asked.keptSince), nextMeeting: asked.next,
    languages: [asked.first, asked.second].filter(Boolean).join(','), ...instead,
  };
  const query = new URLSearchParams(Object.entries(options).filter(([, value]) => value));
  return `${several ? 'reports/meeting' : `agreements/${encodeURIComponent(agreement)}/report`}?${query}`;
}

/**
 * What the form finds by itself.
 * @param {Asked} asked
 */
export const faultsOfQuestion = asked => (asked.first === asked.second ? [{ pointer: '/languages', code: 'report-languages' }] : []);

const ownWords = ['/asOf', '/since', '/nextMeeting', '/languages', '/agreements'];

/** What the service finds, in words of this page where it has some. */
export const faultsOfAnswer = errors => errors.map(fault => (ownWords.includes(fault.pointer) ? { ...fault, code: `report-${fault.pointer.slice(1)}` } : fault));
