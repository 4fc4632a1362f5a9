import { el } from '../shell/dom.js';
import { svg } from '../shell/svg.js';
import { translate } from '../text/i18n.js';
import { hundredths, outcomes, partsOf } from './outcomes.js';

/**
 * A picture of bars, a line each, with its table behind it. Its words are HTML, so that they stay as large as others when it is narrow.
 * @param {{ title: string, about: string, rows: { name: string, bar: any, total: string }[], table: HTMLElement }} chart
 */
export function barChart({ title, about, rows, table }) {
  return el('div', { class: 'chart' },
    el('div', { class: 'bars', role: 'img', 'aria-label': `${title}. ${about}` }, rows.map(({ name, bar, total }) => el('div', { class: 'bar' },
      el('bdi', { class: 'bar-name' }, name), bar, el('span', { class: 'bar-total' }, total)))),
    el('details', { class: 'behind-it' }, el('summary', {}, translate('figures.table')), el('div', { class: 'wide-table', tabindex: '0', role: 'region', 'aria-label': title }, table)));
}

/** A bar made of what became of the items. */
export const outcomeBar = (figures, longest) => svg('svg', { class: 'strip', 'aria-hidden': 'true' },
  ...partsOf(figures, longest).map(({ name, start, length }) => svg('rect', { class: `part ${name}`, x: `${start}%`, width: `${length}%`, height: '100%' })));

/** How long it took: the middle one as a bar, the longest as a mark behind it. */
export const spanBar = (median, largest, longest) => svg('svg', { class: 'strip', 'aria-hidden': 'true' },
  svg('rect', { class: 'part slipped', width: `${hundredths(Math.max(median, 0), longest)}%`, height: '100%' }),
  svg('line', { class: 'mark', x1: `${hundredths(Math.max(largest, 0), longest)}%`, x2: `${hundredths(Math.max(largest, 0), longest)}%`, y1: '0', y2: '100%' }));

/** What the colours mean. */
export const legend = () => el('ul', { class: 'legend' }, outcomes.map(({ name }) => el('li', {},
  svg('svg', { class: 'swatch', 'aria-hidden': 'true' }, svg('rect', { class: `part ${name}`, width: '100%', height: '100%' })), translate(`figures.${name}`))));
