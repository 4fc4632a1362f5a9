import { el, fact } from '../shell/dom.js';
import { asOf } from '../lists/as-of.js';
import { dateText, monthText } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { barChart, legend, outcomeBar, spanBar } from './bar-chart.js';
import { days, outcomeTable, slippageTable } from './figure-tables.js';
import { lateItems } from './late-items.js';
import { dayAfter, daysOf, outcomes, within } from './outcomes.js';
import { spanForm } from './span-form.js';

/** The leaders' page: what is late below them, and how dates are kept, by unit and over time. */
export function figuresPage(data) {
  const title = translate('figures.title');
  return {
    title,
    content: el('div', { class: 'figures-page' },
      el('h1', { tabindex: '-1' }, title), asOf(data.now).content,
      lateItems(data),
      el('section', { 'aria-labelledby': 'kept' },
        el('h2', { id: 'kept' }, translate('figures.kept')),
        el('p', { class: 'about' }, translate('figures.kept.about')),
        spanForm(data),
        data.fault && el('p', { class: 'wrong', role: 'alert' }, data.fault),
        data.figures && beyond(data),
        data.figures && pictures(data))),
    announcement: data.fault || title,
  };
}

/** How many items the days leave out; of one agreement it is not known. */
function beyond({ figures, span, overview }) {
  const count = overview.items - figures.total.items;
  return !span.agreement && count > 0 && el('p', { class: 'about' }, translate('figures.beyond', { count }));
}

function pictures({ figures, span, people }) {
  const query = { dueFrom: figures.from, dueBefore: dayAfter(figures.to), agreement: span.agreement };
  const { total } = figures;
  if (total.items === 0) {
    return el('p', { role: 'status' }, translate('figures.nothing', { from: dateText(figures.from), to: dateText(figures.to) }));
  }

  const units = figures.owners.map(({ owner, figures: of }) => ({ name: people.name(owner), figures: of, query: { ...query, owner } }))
    .sort((one, other) => other.figures.late - one.figures.late || other.figures.items - one.figures.items);
  const months = figures.months.map(({ month, figures: of }) => ({ name: monthText(...numbers(month)), figures: of, query: { ...query, ...within(query, daysOf(month)) } }));
  const all = { name: translate('figures.all'), figures: total, query };
  return [
    el('dl', { class: 'sum' },
      outcomes.map(({ name }) => fact(translate(`figures.${name}`), String(total[name]))),
      fact(translate('figures.moved'), String(total.moved)), fact(translate('figures.median'), days(total.slippageMedian)),
      fact(translate('figures.largest'), days(total.slippageLargest)), fact(translate('figures.extensions'), String(total.extensions))),
    legend(),
    outcomeChart('figures.byMonth', 'figures.month', months, all),
    outcomeChart('figures.byUnit', 'figures.unit', units, all),
    slippageChart(units, all),
  ];
}

const numbers = month => /** @type {[number, number]} */ (month.split('-').map(Number));

function outcomeChart(words, heading, lines, all) {
  const longest = Math.max(...lines.map(({ figures }) => figures.items));
  return el('section', { 'aria-label': translate(words) },
    el('h3', {}, translate(words)),
    barChart({
      title: translate(words), about: translate('figures.picture', { inTime: all.figures.doneInTime, late: all.figures.late + all.figures.doneLate }),
      rows: lines.map(({ name, figures }) => ({ name, bar: outcomeBar(figures, longest), total: String(figures.items) })),
      table: outcomeTable(translate(heading), [...lines, all]),
    }));
}

function slippageChart(units, all) {
  const moved = units.filter(({ figures }) => figures.moved > 0);
  const longest = Math.max(1, ...moved.map(({ figures }) => figures.slippageLargest));
  return el('section', { 'aria-label': translate('figures.slippage') },
    el('h3', {}, translate('figures.slippage')),
    moved.length === 0 ? el('p', {}, translate('figures.slippage.none')) : barChart({
      title: translate('figures.slippage'), about: translate('figures.slippage.picture', { median: days(all.figures.slippageMedian), largest: days(all.figures.slippageLargest) }),
      rows: moved.map(({ name, figures }) => ({
        name, bar: spanBar(figures.slippageMedian, figures.slippageLargest, longest), total: `${days(figures.slippageMedian)} / ${days(figures.slippageLargest)}`,
      })),
      table: slippageTable(translate('figures.unit'), [...moved, all]),
    }));
}
