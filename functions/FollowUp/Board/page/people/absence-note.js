import { el } from '../shell/dom.js';
import { dateIn, dateText, daysBetween } from '../text/dates.js';
import { translate } from '../text/i18n.js';

const soon = 30; // days: an absence further away changes nothing that one would decide today

/** Who of some people is away, or will be soon, and who stands in: a line each. */
export function absenceNotes(ids, people, now) {
  const lines = [...new Set(ids)].map(id => absenceText(id, people, now)).filter(Boolean);
  return lines.length > 0 && el('ul', { class: 'away' }, lines.map(line => el('li', {}, line)));
}

/**
 * Who of those that an open item waits for is away, or will be on its due date, and who stands in: its owner counts always.
 * @param {string[]} waited for whose step it waits
 */
export function cardAbsences(item, waited, people, now) {
  const matters = id => {
    const person = people.find(id);
    return person?.absences?.length > 0 && (absenceOn(person, dateIn(now, person.timeZone)) || absenceOn(person, item.dueOn));
  };
  return item.open && absenceNotes([...waited, item.owner].filter(matters), people, now);
}

/** "Law desk is away until 31 May; the lead stands in." Nothing of who is at work. */
export function absenceText(id, people, now) {
  const person = people.find(id);
  const today = person && dateIn(now, person.timeZone);
  const { from, to, substitute } = (person && (absenceOn(person, today) ?? nextAbsence(person, today))) ?? {};
  return from && translate(`away.${from <= today ? 'now' : 'soon'}${substitute ? '' : 'Alone'}`, {
    who: people.name(id), from: dateText(from), to: dateText(to), substitute: people.name(substitute),
  });
}

/**
 * Of several that cover a day, the one that names a substitute counts; of several such, the one that began last, then the one that ends
 * first, then the one that was entered last.
 */
export function absenceOn({ absences }, day) {
  const covering = (absences ?? []).filter(absence => absence.from <= day && day <= absence.to).reverse();
  return covering.sort((one, other) => Number(Boolean(other.substitute)) - Number(Boolean(one.substitute))
    || other.from.localeCompare(one.from) || one.to.localeCompare(other.to))[0];
}

const nextAbsence = ({ absences }, today) => (absences ?? [])
  .filter(absence => absence.from > today && daysBetween(today, absence.from) <= soon)
  .sort((one, other) => one.from.localeCompare(other.from))[0];
