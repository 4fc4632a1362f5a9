import { field } from '../forms/field.js';
import { registerAddress } from '../lists/list-query.js';
import { el } from '../shell/dom.js';
import { dateText, monthText } from '../text/dates.js';
import { localizedText, translate } from '../text/i18n.js';
import { bars } from './bars.js';

/** The outcomes, as the service counts them and as lists are asked for them; the ones that matter most to the eye in the middle. */
const outcomes = [
  { kind: 'done-in-time', key: 'doneInTime' }, { kind: 'done-late', key: 'doneLate' }, { kind: 'late', key: 'late' }, { kind: 'in-time', key: 'inTime' },
];

const countsOf = [...outcomes, { kind: 'withdrawn', key: 'withdrawn' }];

/** Who keeps dates, and when: each number leads to its items. */
export function figuresPage({ figures, overview, people, asked }) {
  const title = translate('figures.title');
  const months = figures.months.map(({ month, figures: counted }) => ({ label: monthName(month), counted, of: monthSpan(month, figures) }));
  const owners = [...figures.owners].sort((one, other) => other.figures.late - one.figures.late || other.figures.items - one.figures.items)
    .map(({ owner, figures: counted }) => ({ label: people.name(owner), counted, of: { owner } }));
  return {
    title,
    content: el('div', { class: 'figures' },
      el('h1', { tabindex: '-1' }, title),
      el('p', { class: 'about' }, translate('figures.about', { from: dateText(figures.from), to: dateText(figures.to) })),
      el('p', {}, el('a', { href: '#/review' }, translate('pages.review'))),
      form(asked, overview, people),
      figures.total.items === 0
        ? el('p', { class: 'state' }, translate('figures.none'))
        : [
          legend(),
          part('figures.total', [{ label: translate('figures.all'), counted: figures.total, of: {} }], asked),
          part('figures.months', months, asked),
          part('figures.owners', owners, asked),
          slippage(owners, asked),
        ]),
  };
}

/** What is counted; nothing of it has to be sent off. */
function form(asked, overview, people) {
  const go = change => { location.hash = figuresAddress({ ...asked, ...change }); };
  const day = name => el('input', { type: 'date', value: asked[name], required: true, change: ({ target }) => target.value && go({ [name]: target.value }) });
  const choice = (name, any, all) => el('select', { change: ({ target }) => go({ [name]: target.value }) },
    el('option', { value: '' }, translate(any)), all.map(([value, text]) => el('option', { value, selected: value === asked[name] }, text)));
  return el('form', { class: 'looking', 'aria-label': translate('figures.title'), submit: event => event.preventDefault() },
    field({ at: 'from', label: translate('figures.from') }, day('from')),
    field({ at: 'to', label: translate('figures.to') }, day('to')),
    field({ at: 'agreement', label: translate('register.agreement') },
      choice('agreement', 'register.anyAgreement', overview.agreements.map(one => [one.id, localizedText(one.title)]))),
    field({ at: 'owner', label: translate('register.owner') },
      choice('owner', 'register.anyOwner', overview.owners.map(one => [one.owner, people.name(one.owner)]))));
}

/** @param {Record<string, string>} query */
export function figuresAddress(query) {
  const search = new URLSearchParams(Object.entries(query).filter(([, value]) => value)).toString();
  return search ? `#/figures?${search}` : '#/figures';
}

const legend = () => el('ul', { class: 'legend' }, outcomes.map(({ kind }) => el('li', { 'data-figure': kind }, translate(`figures.${kind}`))));

function part(words, rows, asked) {
  const title = translate(words);
  const drawn = rows.map(({ label, counted }) => ({
    label, parts: outcomes.map(({ kind, key }) => ({ kind, name: translate(`figures.${kind}`), value: counted[key] })),
  }));
  return el('section', {},
    el('h2', {}, title),
    bars({ title, about: translate('figures.picture'), rows: drawn }),
    folded(title, countsOf.map(({ kind }) => translate(`figures.${kind}`)), rows,
      ({ counted, of }) => countsOf.map(({ kind, key }) => counted[key] > 0
        ? el('a', { href: itemsAddress(asked, of, kind) }, String(counted[key])) : '0')));
}

/** How far dates moved, of those that did: the one in the middle, and the furthest. */
function slippage(owners, asked) {
  const title = translate('figures.slippage');
  const moved = owners.filter(({ counted }) => counted.moved > 0);
  return el('section', {},
    el('h2', {}, title),
    moved.length === 0 ? el('p', {}, translate('figures.slippage.none')) : [
      bars({ title, about: translate('figures.slippage.picture'), rows: moved.map(({ label, counted }) => ({
        label, parts: [{ kind: 'moved', name: translate('figures.largest'), value: Math.max(0, counted.slippageLargest) }],
      })) }),
      folded(title, ['figures.moved', 'figures.median', 'figures.largest', 'figures.extensions'].map(key => translate(key)), moved,
        ({ counted, of }) => [
          el('a', { href: itemsAddress(asked, of) }, String(counted.moved)),
          String(counted.slippageMedian), String(counted.slippageLargest), String(counted.extensions),
        ]),
    ]);
}

/** Behind each picture, every number of it. */
function folded(title, columns, rows, cells) {
  return el('details', { class: 'numbers' }, el('summary', {}, translate('figures.table')),
    el('div', { class: 'wide-table', role: 'group', tabindex: '0', 'aria-label': title }, el('table', {},
      el('caption', { class: 'unseen' }, title),
      el('thead', {}, el('tr', {}, el('td', {}), columns.map(text => el('th', { scope: 'col' }, text)))),
      el('tbody', {}, rows.map(one => el('tr', {},
        el('th', { scope: 'row' }, one.label), cells(one).map(cell => el('td', { class: 'number' }, cell))))))));
}

/** The items behind a number: with what was asked for, and what the row and the column stand for. */
function itemsAddress({ agreement, owner, from, to }, of, figure = '') {
  return registerAddress({ agreement, owner, dueFrom: from, dueBefore: dayAfter(to), ...of, figure, sort: 'due' });
}

const dayAfter = date => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

const monthName = month => monthText(...numbersOf(month));

/** @returns {[number, number]} */
const numbersOf = month => /** @type {[number, number]} */ (month.split('-').map(Number));

/** Of a month, what lies within the time that was asked for. */
function monthSpan(month, { from, to }) {
  const [year, number] = numbersOf(month);
  const next = new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
  const [first, end] = [`${month}-01`, dayAfter(to)];
  return { dueFrom: first > from ? first : from, dueBefore: next < end ? next : end };
}
