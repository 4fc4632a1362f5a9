import { bulkPreview, shareList } from '../bulk/preview.js';
import { el } from '../shell/dom.js';
import { localized, translate } from '../text/i18n.js';

/**
 * What a succession would come to: how much goes to the successor, what would stay behind, and each agreement behind a fold.
 * @param {{ changed: number, left: number, shares: any[], agreements: any[] }} seen
 * @param {any} people
 * @param {Map<string, Record<string, string>>} titles of the agreements
 */
export const successionPreview = ({ changed, left, shares, agreements }, people, titles) => el('div', { class: 'succession-preview' },
  el('h3', { tabindex: '-1' }, translate('succession.preview', { count: changed })),
  left > 0 && el('p', { class: 'wrong' }, translate('succession.stays', { count: left })),
  shareList(shares, people),
  // Where something stays behind, that is seen at once.
  agreements.map(one => el('details', { open: one.refused > 0 || one.faults.length > 0 },
    el('summary', {}, localized('span', titles.get(one.agreement) ?? { en: one.agreement }), ` · ${one.changed}`),
    el('p', { class: 'about' },
      el('a', { href: `#/agreements/${encodeURIComponent(one.agreement)}`, target: '_blank', rel: 'noopener' }, translate('fact.agreement'))),
    bulkPreview(one, people, 'succession.why'))));
