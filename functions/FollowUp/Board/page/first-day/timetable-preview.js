import { dayText, timeText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { localized, localizedText, translate } from '../text/i18n.js';
import { noticeText, phraseElement, phrasesText, phraseText } from '../text/phrase-text.js';
import { roleText } from '../text/roles.js';

const shownAtOnce = 12; // of an item; what repeats for years would fill pages

/** What will be told to whom and when, item by item, before anything is stored. */
export function timetablePreview({ items }, people) {
  return el('div', {},
    el('h2', { tabindex: '-1' }, translate('preview.title')),
    el('p', { class: 'about' }, translate('preview.about')),
    items.map((item, n) => itemPreview(item, people, n === 0)));
}

/** One is open, to show that there is something behind the others. */
function itemPreview({ title, lines, warningDetails: warnings }, people, isOpen) {
  const coming = lines.filter(line => line.state === 'expected' || line.state === 'planned');
  return el('details', { class: 'foreseen', open: isOpen },
    el('summary', {}, localized('span', title), ' ', el('span', { class: 'many' }, translate('preview.notices', { count: coming.length }))),
    (warnings ?? []).map(warning => phraseElement('p', phraseText('warning', warning, { people }), warning.text, { class: 'note' })),
    noticeTable(localizedText(title), coming.slice(0, shownAtOnce), people),
    coming.length > shownAtOnce && el('details', {},
      el('summary', {}, translate('preview.later', { count: coming.length - shownAtOnce })),
      noticeTable(localizedText(title), coming.slice(shownAtOnce), people)));
}

/** A line for each: the day as its reader has it, who, and what they are told; why not on the day that one would expect. */
export function noticeTable(caption, lines, people) {
  return el('table', { class: 'notices' },
    el('caption', { class: 'unseen' }, caption),
    el('thead', {}, el('tr', {}, ['preview.when', 'preview.who', 'preview.what'].map(key => el('th', { scope: 'col' }, translate(key))))),
    el('tbody', {}, lines.map(line => el('tr', {},
      el('td', {}, whenText(line, people)),
      el('td', {}, el('bdi', {}, people.name(line.sentTo ?? line.to)), ' ', el('span', { class: 'quiet' }, roleText(line.role))),
      el('td', {}, noticeText(line.ladder, line.rung),
        line.explanation && phraseElement('p', phrasesText('shift', line.shifts, { people }), line.explanation, { class: 'why' }),
        line.held && phraseElement('p', phraseText('hold', line.hold, { people }), line.held, { class: 'why' }),
        line.trace && phraseElement('p', phrasesText('trace', line.steps, { people }, ' → '), line.trace, { class: 'why' }))))));
}

/**
 * In the zone of who reads it there.
 * @param {{ planned: string, to: string, sentTo?: string, receivedBy?: string }} notice
 * @param {import('../people/people.js').People} people
 */
export function whenText({ planned, to, sentTo, receivedBy }, people) {
  const zone = people.zoneOf(receivedBy ?? sentTo ?? to);
  return `${dayText(planned, zone, 'short')}, ${timeText(planned, zone)}`;
}
