import { byName } from '../forms/people-choice.js';
import { el } from '../shell/dom.js';
import { dateText } from '../text/dates.js';
import { localizedText, translate } from '../text/i18n.js';
import { toldAddress } from './told-data.js';
import { toldNotice } from './told-notice.js';

/** Whether somebody was told something on a day: a page to be printed and put to the file. */
export function toldPage(data) {
  const title = translate('told.title');
  return {
    title,
    content: el('div', { class: 'told-page' },
      el('h1', { tabindex: '-1' }, title),
      questionForm(data),
      data.fault && el('p', { class: 'wrong', role: 'alert' }, data.fault),
      data.answer && answered(data)),
    announcement: data.fault ?? (data.answer ? verdict(data) : title),
  };
}

/** What is asked for stands in the address. */
function questionForm({ question, agreements, people }) {
  const options = (choices, chosen) => [
    ...choices.map(([value, words]) => el('option', { value, selected: value === chosen }, words)),
    chosen && !choices.some(([value]) => value === chosen) && el('option', { value: chosen, selected: true }, chosen),
  ];
  const person = el('select', { id: 'told-person', required: true }, el('option', { value: '' }, ''),
    options(byName(people.all.map(one => [one.id, people.name(one.id)])), question.person));
  const on = el('input', { type: 'date', id: 'told-on', required: true, value: question.on });
  const agreement = el('select', { id: 'told-agreement' }, el('option', { value: '' }, translate('register.anyAgreement')),
    options(agreements.map(one => [one.id, localizedText(one.title)]), question.agreement));
  const field = (name, input) => el('p', { class: 'field' }, el('label', { for: input.id }, translate(`told.${name}`)), input);
  return el('form', {
    class: 'looking', 'aria-label': translate('told.question'), submit: event => {
      event.preventDefault();
      const item = agreement.value === (question.agreement ?? '') ? question.item : undefined;
      location.hash = toldAddress({ person: person.value, on: on.value, agreement: agreement.value, item });
    },
  }, field('person', person), field('on', on), field('agreement', agreement),
  question.item && el('p', { class: 'about only' }, translate('told.only', { item: question.item }), ' ',
    el('a', { href: toldAddress({ ...question, item: undefined }) }, translate('told.allItems'))),
  el('p', { class: 'field' }, el('button', { class: 'act', type: 'submit' }, translate('told.ask'))));
}

function answered(data) {
  const { answer, people } = data;
  return el('section', { 'aria-labelledby': 'verdict' },
    el('h2', { id: 'verdict' }, verdict(data)),
    el('p', { class: 'about' }, translate('told.day', { zone: answer.timeZone })),
    el('ol', { class: 'told-notices' }, answer.notices.map(notice => toldNotice(notice, answer, people))),
    answer.notices.length > 0 && el('p', { class: 'about' }, translate('told.means')));
}

function verdict({ answer, people }) {
  const values = { who: people.name(answer.person), date: dateText(answer.on), count: answer.notices.filter(one => one.answer === 'told').length };
  return translate(answer.told ? 'told.yes' : answer.notices.length > 0 ? 'told.no' : 'told.nothing', values);
}
