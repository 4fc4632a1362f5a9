import { field } from '../forms/field.js';
import { itemAddress } from '../lists/item-card.js';
import { el } from '../shell/dom.js';
import { dateIn, dateText, daysBetween } from '../text/dates.js';
import { localized, translate } from '../text/i18n.js';
import { nextActionText, stepsOf } from '../text/next-action-text.js';

/** What the weekly letter to a level says, as it is now: everything late below them, by the unit that has it. */
export function reviewPage({ people, level, items, now }) {
  const title = translate('review.title');
  // Nobody is told on about themselves: the letter leaves out what they have to do.
  const below = items.filter(({ owner }) => owner !== level);
  const units = new Map(below.map(({ owner }) => [owner, below.filter(one => one.owner === owner)]));
  return {
    title,
    content: el('div', { class: 'figures review' },
      el('h1', { tabindex: '-1' }, title),
      el('p', { class: 'about' }, translate('review.about')),
      whose(level, people),
      !level ? el('p', { class: 'state' }, translate('review.choose'))
        : below.length === 0 ? el('p', { class: 'state' }, translate('review.none', { who: people.name(level) }))
          : [...units].map(([owner, its]) => unit(owner, its, people, now))),
  };
}

function whose(level, people) {
  const all = [...people.all].sort((one, other) => people.name(one.id).localeCompare(people.name(other.id)));
  return el('form', { class: 'looking', submit: event => event.preventDefault() },
    field({ at: 'level', label: translate('review.level') }, el('select', { change: ({ target }) => { location.hash = `#/review?level=${encodeURIComponent(target.value)}`; } },
      !level && el('option', { value: '', selected: true }, translate('form.choose')),
      all.map(({ id }) => el('option', { value: id, selected: id === level }, people.name(id))))));
}

function unit(owner, items, people, now) {
  return el('section', {},
    el('h2', {}, people.name(owner), ' ', el('span', { class: 'quiet' }, translate('review.count', { count: items.length }))),
    el('ul', { class: 'late-items' }, items.map(item => el('li', {},
      el('a', { href: itemAddress(item) }, localized('span', item.title)),
      el('p', {}, translate('review.late', { count: daysBetween(item.dueOn, dateIn(now, item.timeZone)), date: dateText(item.dueOn) })),
      stepsOf(item).map(step => el('p', { class: 'quiet' }, nextActionText(step, item, people, () => undefined)))))));
}
