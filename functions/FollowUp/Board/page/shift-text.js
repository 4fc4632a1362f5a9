import { dateText, dayOfYearText } from './dates.js';
import { DaysOffText } from './days-off-text.js';
import { translate } from './i18n.js';

const day = String.raw`\d{1,2} \w{3}`;

/** What an explanation is made of, and how this page says each part. */
const parts = [
  [new RegExp(`^moved from (${day}): (.+)$`), (from, why, { on, daysOff }) => translate('shift.moved', { date: on(from), why: daysOff.text(why) })],
  [/^counted over (.+?): (.+)$/, (days, why, { on, daysOff }) => translate('shift.over', { days: span(days, on), why: daysOff.text(why) })],
  [new RegExp(`^not told before (${day}): at that hour of (${day}) it was not overdue yet where it is due$`), (date, from, { on }) => translate('shift.early', { date: on(date), from: on(from) })],
  [/^and over further holidays$/, () => translate('shift.overMore')],
  [new RegExp(String.raw`^\w{3} (${day}) counts as a working day \((.+)\)$`), (date, calendar, { on }) => translate('shift.worked', { date: on(date, { weekday: 'short' }), calendar })],
  [/^and so do further days$/, () => translate('shift.workedMore')],
  [/^(\S+) is not announced beyond (\d.+): counted by the weekend alone$/, (calendar, date) => translate('shift.unknown', { calendar, date: dateText(isoDate(date), 'short') })],
];

/**
 * Why a day is not the one that would have been expected, in the reader's language; null for what is no such explanation.
 * @param near an instant less than half a year from the days that are named, for they come without a year
 * @param calendars by id
 */
export function shiftText(text, near, calendars) {
  const context = { daysOff: new DaysOffText(calendars), on: (named, how) => dayOfYearText(named, near, how) };
  const said = text.split('; ').map(part => partText(part, context));
  return said.includes(null) ? null : said.join(translate('shift.and'));
}

function partText(text, context) {
  for (const [form, words] of parts) {
    const found = form.exec(text);
    if (found) {
      return words(...found.slice(1), context);
    }
  }

  return null;
}

/** "1 Oct", "1 to 8 Oct" or "31 Dec to 8 Jan" */
function span(days, on) {
  const [, first, month, last] = /^(?:(\d{1,2})( \w{3})? to )?(\d{1,2} \w{3})$/.exec(days) ?? [];
  if (!last) {
    return days;
  }

  return first ? translate('change.fromTo', { from: on(`${first}${month ?? last.replace(/^\d+/, '')}`), to: on(last) }) : on(last);
}

const isoDate = named => new Date(`${named} UTC`).toISOString().slice(0, 10);
