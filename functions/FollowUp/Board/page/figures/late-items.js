import { el } from '../shell/dom.js';
import { itemAddress } from '../lists/item-card.js';
import { registerAddress } from '../lists/list-query.js';
import { dateText } from '../text/dates.js';
import { localized, translate } from '../text/i18n.js';
import { nextActionText, stepsOf } from '../text/next-action-text.js';

/** Everything that is late, by the unit that has it: what the leaders' weekly letter says, as it stands now. */
export function lateItems({ late, people, span, overview }) {
  const units = new Map();
  for (const item of late) {
    units.set(item.owner, [...(units.get(item.owner) ?? []), item]);
  }

  const all = overview.sections.find(({ section }) => section === 'late')?.count ?? 0;
  return el('section', { class: 'late-now', 'aria-labelledby': 'late-now' },
    el('h2', { id: 'late-now' }, translate('figures.lateNow')),
    units.size === 0 ? el('p', {}, translate('figures.lateNow.none')) : el('p', { class: 'about' }, translate('figures.lateNow.about')),
    [...units].map(([owner, items]) => [
      el('h3', {}, el('bdi', {}, people.name(owner)), ' ', el('span', { class: 'many' }, items.length)),
      el('ul', { class: 'late-list' }, items.map(item => line(item, people))),
    ]),
    !span.agreement && all > late.length && el('p', {}, el('a', { href: registerAddress({ section: 'late' }) }, translate('list.rest', { count: all }))));
}

function line(item, people) {
  const known = id => (id === item.id ? item : undefined);
  return el('li', { 'data-slip': 'red' },
    el('a', { href: itemAddress(item) }, localized('span', item.title)),
    el('span', { class: 'what' }, translate('figures.due', { date: dateText(item.dueOn) }), ' · ', el('span', { class: 'days-late' }, translate('figures.daysLate', { count: item.daysLate }))),
    stepsOf(item).map(step => el('span', { class: 'what', dir: 'auto' }, nextActionText(step, item, people, known))));
}
