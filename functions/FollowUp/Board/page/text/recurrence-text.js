import { dateIn, dateText } from './dates.js';
import { el } from '../shell/dom.js';
import { translate } from './i18n.js';
import { itemAddress } from '../lists/item-card.js';

const frequency = { WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };

/** That an item comes round: how, which occurrence this is, and when the next is due. */
export function recurrenceText({ agreement, timeZone, recurrence: round }) {
  return round && [
    ruleText(round.rule), el('span', { class: 'block' }, translate('round.number', { count: round.number })),
    round.nextDueOn && el('span', { class: 'block' }, next(agreement, round)),
    round.ended && el('span', { class: 'block' }, translate('round.ended', { date: dateText(dateIn(round.ended.at, timeZone)) }), translate('text.colon'), el('bdi', {}, round.ended.reason)),
  ];
}

function next(agreement, { next: id, nextDueOn }) {
  const words = translate('round.next', { date: dateText(nextDueOn) });
  return id ? el('a', { href: itemAddress({ agreement, id }) }, words) : words;
}

/** The rules that most items come round by, in words; any other as it was written. */
function ruleText(rule) {
  const { FREQ, INTERVAL = '1', BYMONTHDAY, COUNT, UNTIL, ...others } = Object.fromEntries(rule.split(';').map(part => part.toUpperCase().split('=')));
  if (!frequency[FREQ] || ![undefined, '-1'].includes(BYMONTHDAY) || Object.keys(others).length > 0) {
    return el('code', {}, rule);
  }

  const more = [BYMONTHDAY && translate('round.lastDay'), COUNT && translate('round.times', { count: Number(COUNT) }), UNTIL && translate('round.until', { date: dateText(UNTIL.replace(/^(\d{4})(\d\d)(\d\d).*$/, '$1-$2-$3')) })];
  const every = INTERVAL === '1' ? translate(`round.${frequency[FREQ]}`) : translate(`round.${frequency[FREQ]}s`, { count: Number(INTERVAL) });
  return [every, ...more].filter(Boolean).join(translate('due.and'));
}
