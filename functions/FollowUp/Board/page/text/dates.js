import { locale, translate } from './i18n.js';

const dayLength = 86_400_000; // of a calendar date, which has no clock to put forward

/** A date of the calendar, `2020-05-29`: it means the same wherever it is read. */
export function dateText(date, month = 'long') {
  return format(new Date(`${date}T00:00:00Z`), 'UTC', { day: 'numeric', month, year: 'numeric' });
}

/** The date on which an instant falls in a zone, as it is written there. */
export function dayText(instant, zone, month = 'long') {
  return format(new Date(instant), zone, { weekday: 'short', day: 'numeric', month, year: 'numeric' });
}

export function timeText(instant, zone) {
  return format(new Date(instant), zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

export function momentText(instant, zone) {
  const how = { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  const moment = format(new Date(instant), zone, how);
  // Where the page does not say whose time it is, the moment does.
  return zone ? moment : translate('moment.whose', { moment, zone: zoneText(instant) });
}

/** What the reader's own zone is called at an instant: "GMT+8". */
function zoneText(instant) {
  const parts = new Intl.DateTimeFormat(locale(), { timeZone: known(), timeZoneName: 'short' }).formatToParts(new Date(instant));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** A month of a year: "February 2027". */
export const monthText = (year, month) => format(new Date(Date.UTC(year, month - 1, 1)), 'UTC', { month: 'long', year: 'numeric' });

/** A day whose year goes without saying: "1 Oct". */
export const dayOfYearText = (date, how = {}) => format(new Date(`${date}T00:00:00Z`), 'UTC', { ...how, day: 'numeric', month: 'short' });

/** As calendars and plans name them. */
export const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The name of a day of the week. */
export function weekdayText(weekday) {
  const someSunday = Date.UTC(2020, 0, 5);
  return format(new Date(someSunday + weekdays.indexOf(weekday) * dayLength), 'UTC', { weekday: 'long' });
}

/** The date of an instant in a zone, as `2020-05-29`. */
export function dateIn(instant, zone) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: known(zone) }).format(new Date(instant));
}

export function daysBetween(from, to) {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayLength);
}

export const isSameMinute = (one, other) => Math.abs(Date.parse(one) - Date.parse(other)) < 60_000;

function format(instant, zone, how) {
  return new Intl.DateTimeFormat(locale(), { ...how, timeZone: known(zone) }).format(instant);
}

/** No zone is the reader's own. A browser may be older than a zone's name; then UTC is better than an empty page. */
/** @param {string} [zone] */
function known(zone) {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
