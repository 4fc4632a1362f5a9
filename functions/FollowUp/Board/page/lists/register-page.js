import { el } from '../shell/dom.js';
import { read } from '../shell/api.js';
import { mayRegister } from '../shell/rights.js';
import { errorText } from '../shell/error-page.js';
import { localizedText, translate, translateOr } from '../text/i18n.js';
import { dateText } from '../text/dates.js';
import { dayBefore, outcomes } from '../figures/outcomes.js';
import { asOf } from './as-of.js';
import { counts } from './counts.js';
import { emptyBoard } from './empty-board.js';
import { itemList } from './item-list.js';
import { callOf, hasFilter, queryOf, registerAddress } from './list-query.js';
import { loadFound, loadRegister } from './lists-data.js';
import { onPaper } from './on-paper.js';
import { exportLinks } from '../sheets/export-links.js';
import { keepingPlace } from './patch-list.js';
import { printButton } from './print-list.js';
import { registerForm } from './register-form.js';

/** All items, to be looked through: what is looked for stands in the address, and the form says the same. */
export function registerPage(data) {
  if (data.overview.agreements.length === 0) {
    return { title: translate('empty.title'), content: emptyBoard(data.now) };
  }

  const times = asOf(data.now);
  const found = el('p', { class: 'found', role: 'status' });
  const reset = el('a', { href: '#/register' }, translate('register.reset'));
  const trouble = el('p', { class: 'wrong', role: 'alert', hidden: true });
  const ignored = el('p', { class: 'note', role: 'status', hidden: data.ignored.length === 0 }, data.ignored.map(one => [ignoredText(one), ' ']));
  const behind = el('p', { class: 'only', hidden: true }); // What the form has no field for must stand there all the same.
  const paper = el('p', { class: 'on-paper' });
  const results = el('section', { class: 'results', 'aria-labelledby': 'register' });
  const figures = counts(data.found.overview, section => look({ section: data.query.section === section ? '' : section }), data.query.section ?? '');
  const form = registerForm(data, look);
  /** @type {ReturnType<typeof itemList>} */
  let list;
  let turn = 0;

  /** Looks for something else: the address says so, and nothing else of the page moves. */
  async function look(change, isTyping = false) {
    const mine = ++turn;
    const query = queryOf(searchOf({ ...data.query, ...change }));
    data.query = query;
    ignored.hidden = true;
    history[isTyping ? 'replaceState' : 'pushState'](null, '', registerAddress(query));
    results.setAttribute('aria-busy', 'true');
    try {
      const result = await loadFound(query);
      if (mine === turn) {
        data.found = result;
        trouble.hidden = true;
        show();
      }
    } catch (failure) {
      if (mine === turn) {
        [trouble.textContent, trouble.hidden] = [errorText(failure), false];
      }
    }

    if (mine === turn) {
      results.removeAttribute('aria-busy');
    }
  }

  /** A search brings another list, from its beginning. */
  function show() {
    list = itemList(data.found.pages, { ...data, find: data.found.find }, { isLast: true });
    results.replaceChildren(...list.content);
    tell();
  }

  function tell() {
    found.textContent = data.found.count === 0 ? translate('register.none') : translate('board.items', { count: data.found.count });
    reset.hidden = !hasFilter(data.query);
    behind.hidden = !(data.query.figure || data.query.dueFrom || data.query.dueBefore);
    behind.textContent = translate('figures.only', { words: wordsOf(data).join(translate('shift.list')) });
    figures.show(data.found.overview, data.query.section ?? '');
    form.show(data.query);
  }

  async function refresh() {
    const now = await read('overview');
    if (now.version === data.overview.version) {
      return null;
    }

    const [mine, newer] = [turn, await loadRegister({ search: searchOf(data.query) }, data.found.pages.items.length)];
    if (mine !== turn) {
      return null; // Somebody looks for something else by now, and that is read anew anyway.
    }

    let changed = 0;
    keepingPlace(results, () => {
      data.found.pages.take(newer.found.pages);
      Object.assign(data, newer, { found: { ...newer.found, pages: data.found.pages } });
      times.show(data.now);
      changed = list.show(true);
      tell();
    });
    return translate('list.changed', { count: changed });
  }

  // What was read so far is what goes on paper: that there is more, and what it is a list of, must stand there.
  onPaper(() => {
    const { pages, count } = data.found;
    const words = wordsOf(data);
    paper.replaceChildren(
      translate(pages.next ? 'register.paper.some' : 'register.paper.all', { shown: pages.items.length, count }),
      words.length > 0 ? ` ${translate('register.paper.by', { words: words.join(translate('shift.list')) })}` : '');
  });

  show();
  return {
    title: title(data),
    content: el('div', { class: 'register' },
      el('h1', { tabindex: '-1', id: 'register' }, translate('register.title')), times.content, form.content, figures.content,
      el('div', { class: 'found-line' }, found, reset, printButton(() => data.found.pages, () => list.show(false))), behind, files(data), ignored, paper, trouble, results),
    announcement: translate('board.items', { count: data.found.count }),
    refresh,
  };
}

/** What is looked for, as a file; and everybody. */
const files = data => el('div', {}, mayRegister() && el('p', {}, el('a', { href: '#/import' }, translate('sheets.title'))), exportLinks([
  { words: 'sheets.found', name: 'items', path: () => fileOf(data.query) },
  { words: 'sheets.people', name: 'people', path: () => 'exports/people' },
]));

/** An order is the page's own: whoever has the file sorts it. */
const fileOf = ({ sort, language, ...filter }) => callOf('exports/items', filter);

const searchOf = query => registerAddress(query).split('?')[1] ?? '';

/** What it is a list of, for whoever keeps it among bookmarks. */
const title = data => [translate('register.title'), ...wordsOf(data)].join(' · ');

/** An address may ask for what is not understood here. */
const ignoredText = ({ name, value, isCut }) => translate(isCut ? 'register.cut' : 'register.ignored', { field: translate(`register.${name}`), value });

/** What is looked for, in words. */
function wordsOf({ query, people, agreements }) {
  return [
    query.q, query.section && translate(`section.${query.section}`), query.owner && people.name(query.owner), query.awaits && people.name(query.awaits),
    query.figure && translate(`figures.${outcomes.find(({ word }) => word === query.figure)?.name ?? 'items'}`),
    query.dueFrom && query.dueBefore && translate('figures.only.span', { from: dateText(query.dueFrom), to: dateText(dayBefore(query.dueBefore)) }),
    query.kind && translateOr('kind', query.kind), query.agreement && localizedText(agreements.get(query.agreement)?.title ?? { en: query.agreement }), query.party,
  ].filter(Boolean);
}
