import { formFault } from '../forms/faults.js';
import { itemAddress } from '../lists/item-card.js';
import { differences } from '../plans/differences.js';
import { el } from '../shell/dom.js';
import { localized, translate } from '../text/i18n.js';

/**
 * What a change of many items comes to: who gains and loses, what is refused and why, and who hears what otherwise.
 * @param {any} change
 * @param {any} people
 * @param {string} refusal the words for what is refused: it hinders the whole, or stays behind alone
 */
export function bulkPreview({ agreement, items, people: shares, faults }, people, refusal = 'bulk.refused') {
  const refused = items.filter(item => item.becomes === 'refused');
  return el('div', { class: 'bulk-preview' },
    el('h3', { tabindex: '-1' }, translate('bulk.preview', { count: items.filter(item => item.becomes === 'changed').length })),
    shareList(shares, people),
    (refused.length > 0 || faults.length > 0) && el('div', { class: 'wrong', role: 'alert' },
      el('p', {}, translate(refusal)),
      el('ul', {},
        faults.map(fault => el('li', {}, formFault(fault, { people }))),
        refused.map(item => el('li', {},
          el('a', { href: itemAddress({ agreement, id: item.item }), target: '_blank', rel: 'noopener' }, localized('span', item.title)), ' ',
          item.faults.map(fault => formFault(fault, { people })))))),
    differences(items.map(item => item.difference).filter(Boolean), people));
}

/** Who gains and who loses, by how many parts in items. */
export const shareList = (shares, people) => shares.length > 0 && el('ul', { class: 'shares' },
  shares.map(({ person, gained, lost }) => el('li', {}, el('bdi', {}, people.name(person)), ' ', translate('bulk.share', { gained, lost }))));
