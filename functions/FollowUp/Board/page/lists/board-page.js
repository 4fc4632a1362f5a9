import { dateText, momentText } from '../text/dates.js';
import { byId, el } from '../shell/dom.js';
import { emptyBoard } from './empty-board.js';
import { localized, localizedText, translate } from '../text/i18n.js';
import { itemCard } from './item-card.js';
import { inSection, sections } from '../item/item-state.js';
import { nextActionList } from './next-action-list.js';

/** The board: what is late first, and who was told; then what is behind, near, on course, and closed. */
export function boardPage({ agreements, items, find, isCut, people, now }, only) {
  if (agreements.size === 0) {
    return { title: translate('empty.title'), content: emptyBoard(now) };
  }

  const shown = only ? items.filter(item => item.agreement === only.id) : items;
  const found = sections.map(section => [section, inSection(shown, section)]);
  const content = el('div', { class: 'board' },
    el('div', { class: 'lead' },
      only && el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
      only ? localized('h1', only.title, { tabindex: '-1' }) : el('h1', { tabindex: '-1' }, translate('board.title')),
      only && agreementLine(only, people),
      el('p', { class: 'as-of' }, translate('asOf', { moment: momentText(now) })),
      isCut && el('p', { class: 'note' }, translate('board.cut', { count: items.length })),
      counts(found)),
    nextActionList(shown, { people, find }),
    el('div', { class: 'sections' }, found.map(([section, some]) => part(section, some, { agreements, people, find, now }))));

  return {
    title: only ? localizedText(only.title) : translate('board.title'),
    content,
    announcement: `${translate('board.items', { count: shown.length })}. ${translate('section.late')}: ${found[0][1].length}.`,
  };
}

function agreementLine(agreement, people) {
  const parties = (agreement.parties ?? []).map(party => (party.name ? localizedText(party.name) : party.code)).join(' · ');
  return el('p', { class: 'source' },
    [momentOfSigning(agreement), parties, `${translate('fact.coordinator')}: ${people.name(agreement.coordinator)}`].filter(Boolean).join(' · '));
}

function momentOfSigning({ signedOn, place }) {
  return signedOn ? translate('fact.signedOn', { date: dateText(signedOn), place: place ?? '' }).replace(/[,，] ?$/, '') : '';
}

/** The figures jump to their sections. They are buttons, because the address belongs to the items. */
function counts(found) {
  return el('ul', { class: 'counts', 'aria-label': translate('board.counts') },
    found.map(([section, items]) => el('li', { 'data-section': section },
      el('button', { type: 'button', class: items.length === 0 ? 'count zero' : 'count', click: () => goTo(section) },
        el('span', { class: 'figure' }, items.length), ' ', el('span', {}, translate(`section.${section}`))))));
}

function goTo(section) {
  const heading = byId(`section-${section}`);
  const fold = heading.closest('details');
  if (fold) {
    fold.open = true;
  }

  heading.focus({ preventScroll: true });
  heading.scrollIntoView();
}

function part(section, items, context) {
  const heading = el('h2', { id: `section-${section}`, tabindex: '-1' },
    translate(`section.${section}`), ' ', items.length > 0 && el('span', { class: 'many' }, items.length));
  const about = el('p', { class: 'about' }, items.length === 0 ? translate('board.none') : translate(`section.${section}.about`));
  const list = items.length > 0 && el('ul', { class: 'slips' }, items.map(item => itemCard(item, context)));
  const content = section === 'closed' && list
    ? el('details', { class: 'closed' }, el('summary', {}, heading), about, list)
    : [heading, about, list];
  return el('section', { class: list ? 'part' : 'part none', 'data-section': section, 'aria-labelledby': heading.id }, content);
}
