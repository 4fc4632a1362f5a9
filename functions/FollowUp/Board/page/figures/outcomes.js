/** What became of items and their dates, in the order of the pictures: the name of the figure, and the word for it in lists of the service. */
export const outcomes = [
  { name: 'doneInTime', word: 'done-in-time' },
  { name: 'inTime', word: 'in-time' },
  { name: 'doneLate', word: 'done-late' },
  { name: 'late', word: 'late' },
  { name: 'withdrawn', word: 'withdrawn' },
];

/**
 * The parts of a bar, each with where it begins and how long it is, in hundredths of the longest bar. What is none is left out.
 * @param {Record<string, any>} figures
 * @param {number} longest items of the longest bar
 */
export function partsOf(figures, longest) {
  let start = 0;
  return outcomes.filter(({ name }) => figures[name] > 0).map(({ name }) => {
    const part = { name, start: hundredths(start, longest), length: hundredths(figures[name], longest) };
    start += figures[name];
    return part;
  });
}

/** Of nothing, nothing. */
export const hundredths = (count, longest) => (longest > 0 ? Math.round(count / longest * 10_000) / 100 : 0);

/** The last day of a month, `2020-02`, and its first: as lists of the service take them. @param {string} month */
export function daysOf(month) {
  const [year, number] = month.split('-').map(Number);
  const next = new Date(Date.UTC(year, number, 1)).toISOString();
  return { dueFrom: `${month}-01`, dueBefore: next.slice(0, 10) };
}

/** The day after a date. @param {string} date */
export const dayAfter = date => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** The day before a date. @param {string} date */
export const dayBefore = date => new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

/** The narrower of two spans of days, of which either may say nothing. */
export function within(span, days) {
  const later = [span.dueFrom, days.dueFrom].filter(Boolean).sort().at(-1);
  const sooner = [span.dueBefore, days.dueBefore].filter(Boolean).sort()[0];
  return { dueFrom: later, dueBefore: sooner };
}
