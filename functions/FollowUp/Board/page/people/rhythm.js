import { faultsIn } from '../forms/faults-in.js';
import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { choice, field, textInput } from '../forms/field.js';
import { part } from '../forms/find.js';
import { sayAfter } from '../forms/saved.js';
import { write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { weekdays, weekdayText } from '../text/dates.js';
import { translate } from '../text/i18n.js';

const paces = ['at-once', 'daily', 'weekly'];
const week = [...weekdays.slice(1), weekdays[0]];

/**
 * How somebody takes what may wait, in a sentence: at once, where nobody said otherwise.
 * @param {{ every: string, on?: string, hour?: string }} [rhythm]
 */
export function rhythmText({ every, on, hour } = { every: 'at-once' }) {
  return translate(`rhythm.is.${every}${hour ? '.hour' : ''}`, { day: on && weekdayText(on), hour });
}

/** What is sent of it: a day and an hour only where they mean something. */
export const rhythmOf = ({ every, on, hour }) =>
  ({ every, ...(every === 'weekly' ? { on } : {}), ...(every !== 'at-once' && hour ? { hour } : {}) });

/**
 * That sentence and, for whoever may change it, the form for it behind a fold.
 * @param {{ id: string, rhythm?: { every: string, on?: string, hour?: string } }} person
 * @param {boolean} mayChange
 */
export const rhythmPart = (person, mayChange) => el('section', { class: 'rhythm', 'aria-labelledby': 'rhythm' },
  el('h2', { id: 'rhythm' }, translate('rhythm.title')),
  el('p', {}, rhythmText(person.rhythm)),
  mayChange && el('details', {}, el('summary', {}, translate('rhythm.change')), el('div', { class: 'entry' }, rhythmForm(person))));

/** @param {{ id: string, rhythm?: { every: string, on?: string, hour?: string } }} person */
function rhythmForm({ id, rhythm }) {
  const model = { every: 'at-once', on: 'monday', hour: '', ...rhythm };
  const on = field({ at: 'on', label: translate('rhythm.on') }, choice(model, 'on', () => pairs(week, weekdayText)));
  const hour = field({ at: 'hour', label: translate('rhythm.hour'), hint: translate('rhythm.hour.hint') }, textInput(model, 'hour', { type: 'time' }));
  const fit = () => {
    on.hidden = model.every !== 'weekly';
    hour.hidden = model.every === 'at-once';
  };
  const form = el('form', { novalidate: true, 'aria-label': translate('rhythm.title'), change: fit, submit: save },
    el('p', { class: 'about' }, translate('rhythm.duties')), faultSummary(),
    el('div', { class: 'row' },
      field({ at: 'every', label: translate('rhythm.every') }, choice(model, 'every', () => pairs(paces, every => translate(`rhythm.every.${every}`)))),
      on, hour),
    el('p', { class: 'acts' }, el('button', { class: 'act' }, translate('rhythm.save'))));

  async function save(event) {
    event.preventDefault();
    clearFaults(form);
    const button = /** @type {HTMLButtonElement} */ (part(form, 'button.act'));
    button.disabled = true;
    try {
      await write('PUT', `people/${encodeURIComponent(id)}/rhythm`, rhythmOf(model));
      sayAfter('rhythm.saved');
      dispatchEvent(new Event('readagain'));
    } catch (failure) {
      button.disabled = false;
      showFaults(form, faultsIn(failure));
    }
  }

  fit();
  return form;
}

/** @returns {[string, string][]} */
const pairs = (values, text) => values.map(value => [value, text(value)]);
