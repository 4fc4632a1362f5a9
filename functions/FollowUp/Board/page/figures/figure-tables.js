import { el } from '../shell/dom.js';
import { locale, translate } from '../text/i18n.js';
import { registerAddress } from '../lists/list-query.js';
import { outcomes } from './outcomes.js';

/**
 * How many items became what; each number leads to its items.
 * @param {string} heading what the lines are
 * @param {{ name: any, figures: any, query: Record<string, string | undefined> }[]} lines
 */
export function outcomeTable(heading, lines) {
  return table([heading, translate('figures.items'), ...outcomes.map(({ name }) => translate(`figures.${name}`))], lines.map(({ name, figures, query }) => [
    name, number(figures.items, query), ...outcomes.map(outcome => number(figures[outcome.name], { ...query, figure: outcome.word })),
  ]));
}

/** By how much dates moved. */
export function slippageTable(heading, lines) {
  return table([heading, translate('figures.moved'), translate('figures.median'), translate('figures.largest'), translate('figures.extensions')],
    lines.map(({ name, figures }) => [name, figures.moved, days(figures.slippageMedian), days(figures.slippageLargest), figures.extensions]));
}

/** Days, in the figures of the language; a dash for none. */
export const days = value => (value === null || value === undefined ? '—' : new Intl.NumberFormat(locale()).format(value));

function number(count, query) {
  return count > 0 ? el('a', { href: registerAddress(query) }, String(count)) : '0';
}

function table(columns, rows) {
  return el('table', { class: 'figures' },
    el('thead', {}, el('tr', {}, columns.map(column => el('th', { scope: 'col' }, column)))),
    el('tbody', {}, rows.map(([name, ...cells]) => el('tr', {}, el('th', { scope: 'row' }, el('bdi', {}, name)), cells.map(cell => el('td', {}, cell))))));
}
