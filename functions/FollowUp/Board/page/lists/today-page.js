import { el } from '../shell/dom.js';
import { emptyBoard } from './empty-board.js';
import { translate } from '../text/i18n.js';
import { asOf } from './as-of.js';
import { loadToday } from './lists-data.js';
import { overviewBody } from './overview-body.js';

/** The day: what waits for somebody's step, what is late and who was told; then what is behind, near, on course, and closed. */
export function todayPage(data) {
  if (data.overview.agreements.length === 0) {
    return { title: translate('empty.title'), content: emptyBoard(data.now) };
  }

  const times = asOf(data.now);
  const body = overviewBody(data, loadToday, times);
  return {
    title: translate('board.title'),
    content: el('div', { class: 'board' },
      el('div', { class: 'lead' }, el('h1', { tabindex: '-1' }, translate('board.title')), times.content, body.counts),
      body.moves, body.sections),
    announcement: summary(data.overview),
    refresh: body.refresh,
  };
}

/** "4 items. Late: 1." */
export function summary({ items, sections }) {
  const late = sections.find(one => one.section === 'late').count;
  return translate('board.summary', { items: translate('board.items', { count: items }), late });
}
