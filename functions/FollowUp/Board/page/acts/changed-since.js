import { el } from '../shell/dom.js';
import { momentText } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { eventText } from '../item/timeline.js';

/** What others did with the item since somebody began to type: who, what, when. Letters are no change. */
export const entriesSince = (journal, seen) => journal.filter(entry => entry.seq > seen && entry.event !== 'notice');

/** @param {boolean} isOpen whether one can go on */
export function changedSince(entries, { agreement, item, people, before }, isOpen) {
  return el('div', { class: 'act-changed', role: 'group', tabindex: '-1', 'aria-labelledby': 'act-changed-title' },
    el('h4', { id: 'act-changed-title' }, translate('acts.changed')),
    el('ul', {}, entries.map(entry => el('li', { 'data-event': entry.event },
      el('p', { class: 'when' }, el('time', { datetime: entry.at }, momentText(entry.at, item.timeZone))),
      eventText(entry, { agreement, item, people, before })))),
    el('p', {}, translate(isOpen ? 'acts.changed.about' : 'acts.changed.closed')));
}
