import { dateText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/** The due date and, beside it, the one that was first agreed and how far it has moved since. */
export function dueDate(item, month) {
  return [
    el('time', { datetime: item.dueOn }, dateText(item.dueOn, month)),
    wasMoved(item) && el('span', { class: 'moved' },
      translate('due.agreed', { date: dateText(item.originalDueOn, month), how: listed([days(item), extended(item)]) })),
  ];
}

/** "Agreed for 29 May 2020, now 12 June 2020: 14 days later, extended once." */
export function slippage(item) {
  return wasMoved(item) && translate('due.whole', {
    agreed: dateText(item.originalDueOn), due: dateText(item.dueOn),
    how: listed([days(item), extended(item), waited(item), rescheduled(item)]),
  });
}

const wasMoved = item => changes(item).length > 0;

const changes = item => item.slippage?.changes ?? [];

function days({ slippage: { days: count } }) {
  return count === 0 ? translate('due.same') : translate(count > 0 ? 'due.later' : 'due.earlier', { count: Math.abs(count) });
}

const extended = item => item.slippage.extensions > 0 && translate('due.extended', { count: item.slippage.extensions });

function rescheduled(item) {
  const count = changes(item).filter(change => change.cause === 'rescheduled').length;
  return count > 0 && translate('due.rescheduled', { count });
}

function waited(item) {
  const count = item.waiting.reduce((sum, one) => sum + (one.ended?.workingDays ?? 0), 0);
  return count > 0 && translate('due.waited', { count });
}

const listed = some => some.filter(Boolean).join(translate('due.and'));
