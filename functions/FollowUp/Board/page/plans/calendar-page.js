import { field, refill, textInput } from '../forms/field.js';
import { faultSummary } from '../forms/faults.js';
import { fieldsetList } from '../forms/fieldset-list.js';
import { textsField, written } from '../forms/texts.js';
import { el } from '../shell/dom.js';
import { mayRegister } from '../shell/rights.js';
import { dateText, weekdayText } from '../text/dates.js';
import { localizedText, translate } from '../text/i18n.js';
import { changing, conflictIn } from './changing.js';
import { rebasing, showSaved } from './rebasing.js';

/** A calendar: what of it is still to come, and what a day more or less would change. */
export function calendarPage(read) {
  const { calendar } = read;
  const title = translate('calendar.title', { calendar: calendar.id });
  const form = mayRegister() ? calendarForm(read) : null;
  return {
    title,
    content: el('div', { class: 'plans' },
      el('p', { class: 'back' }, el('a', { href: '#/plans' }, `← ${translate('plans.title')}`)),
      el('h1', { tabindex: '-1' }, title),
      el('p', { class: 'about' }, localizedText(calendar.name), ' · ', translate('calendar.facts', {
        weekend: calendar.weekend.map(weekdayText).join(translate('shift.list')), date: dateText(calendar.knownThrough), revision: calendar.revision,
      })),
      form),
    focus: conflictIn(form),
  };
}

const lists = ['holidays', 'workingDays'];

/** Days that are over decide nothing any more: they stay as they are, and out of the form. */
export const asTyped = today => calendar => ({
  ...calendar,
  ...Object.fromEntries(lists.map(list => [list, calendar[list].filter(day => day.date >= today).map(day => ({ ...day, name: { ...day.name } }))])),
  past: Object.fromEntries(lists.map(list => [list, calendar[list].filter(day => day.date < today)])),
});

const bodyOf = ({ past, revision, contributed, ...calendar }) => ({
  ...calendar, ...Object.fromEntries(lists.map(list => [list, [...past[list], ...calendar[list].map(day => ({ ...day, name: written(day.name) }))]])),
});

/** Where a fault stands on the form, which leaves out the days that are over. */
const relocate = mine => pointer => pointer.replace(/^\/(holidays|workingDays)\/(\d+)/, (_, list, place) => `/${list}/${Number(place) - mine.past[list].length}`);

/** The days that are still to come, and how far the calendar is known: that one line says what a hundred days would. */
export function faultsOfCalendar(mine) {
  const last = lists.flatMap(list => [...mine[list], ...mine.past[list]].map(day => day.date)).sort().at(-1) ?? '';
  const missing = lists.flatMap(list => mine[list].flatMap((day, n) => [
    !day.date && { pointer: `/${list}/${n}/date`, code: 'required' }, !written(day.name) && { pointer: `/${list}/${n}/name`, code: 'required' },
  ]));
  const through = !mine.knownThrough ? { pointer: '/knownThrough', code: 'required' }
    : mine.knownThrough < last && { pointer: '/knownThrough', code: 'knownTooShort', args: { date: dateText(last) } };
  return [through, ...missing].filter(Boolean);
}

function calendarForm({ calendar, people, draft, today }) {
  const { mine } = draft.value;
  const older = el('div', {}, rebasing({ part: 'calendars', id: calendar.id, revision: calendar.revision }, people).content);
  const acts = changing({
    draft, people, part: 'calendars', path: `calendars/${encodeURIComponent(calendar.id)}`, asTyped: asTyped(today), bodyOf, check: faultsOfCalendar, form: () => form,
    relocate: relocate(mine),
    saved: newer => {
      form.remove();
      showSaved(older, { part: 'calendars', id: calendar.id, revision: newer.revision }, people);
    },
  });
  const days = (at, title, one) => fieldsetList({
    at, title, one, members: mine[at], blank: () => ({ date: '', name: {} }), word: 'working-day',
    draw: day => el('div', { class: 'row' },
      field({ at: 'date', label: translate('calendar.date') }, textInput(day, 'date', { type: 'date', max: '9999-12-31' })),
      textsField({ at: 'name', label: translate('calendar.dayName'), model: day })),
  });
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: acts.submit },
    draft.note(), acts.conflict, faultSummary(),
    field({ at: 'knownThrough', label: translate('file.calendar.through'), hint: translate('file.calendar.through.hint') }, textInput(mine, 'knownThrough', { type: 'date', max: '9999-12-31' })),
    days('holidays', translate('calendar.holidays'), translate('calendar.holiday')),
    days('workingDays', translate('calendar.workingDays'), translate('calendar.workingDay')),
    acts.row, acts.preview);
  return el('div', { class: 'changing' }, form, older);
}
