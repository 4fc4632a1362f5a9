import { whenText } from '../first-day/timetable-preview.js';
import { itemAddress } from '../lists/item-card.js';
import { el } from '../shell/dom.js';
import { rebaseText } from '../text/journal-text.js';
import { localized, translate } from '../text/i18n.js';
import { noticeText, phraseElement, phrasesText } from '../text/phrase-text.js';
import { roleText } from '../text/roles.js';

const shownAtOnce = 20; // of an item

/** Who gains, loses or hears at another time: item by item. */
export function differences(all, people) {
  const changes = all.filter(one => one.changes.length > 0);
  const alike = all.length - changes.length; // moved to another revision, by which nobody hears anything else
  return el('div', {},
    el('h2', { tabindex: '-1' }, translate('whatIf.title')),
    el('p', { class: 'about' }, changes.length === 0 ? translate('preview.nothing') : translate('whatIf.about', { count: changes.length })),
    alike > 0 && el('p', { class: 'about' }, translate('whatIf.alike', { count: alike })),
    changes.map((change, n) => itemDifferences(change, people, n === 0)));
}

function itemDifferences({ agreement, item, title, said, gained, lost, moved, changes }, people, isOpen) {
  return el('details', { class: 'foreseen', open: isOpen },
    el('summary', {}, localized('span', title), ' ', el('span', { class: 'many' }, translate('whatIf.counts', { gained, lost, moved }))),
    el('p', { class: 'about' }, el('a', { href: itemAddress({ agreement, id: item }), target: '_blank', rel: 'noopener' }, translate('whatIf.item')),
      said?.args?.changes && ` · ${translate('whatIf.rebase', { what: rebaseText(said.args.changes) })}`),
    el('ul', { class: 'differences' }, changes.slice(0, shownAtOnce).map(change => difference(change, people))),
    changes.length > shownAtOnce && el('p', { class: 'about' }, translate('preview.later', { count: changes.length - shownAtOnce })));
}

function difference(change, people) {
  const { change: kind, ladder, rung, to, receivedBy, role, was, explanation, shifts, trace, steps } = change;
  const when = kind === 'moved'
    ? translate('whatIf.moved', { was: whenText({ planned: was, to: receivedBy ?? to }, people), now: whenText(change, people) })
    : whenText(change, people);
  return el('li', { 'data-change': kind },
    el('span', { class: 'chip', 'data-change': kind }, translate(`change.kind.${kind}`)), ' ',
    el('bdi', {}, people.name(receivedBy ?? to)), ' ', el('span', { class: 'quiet' }, roleText(role)), ' · ', noticeText(ladder, rung), ' · ', when,
    explanation && phraseElement('p', phrasesText('shift', shifts, { people }), explanation, { class: 'why' }),
    trace && phraseElement('p', phrasesText('trace', steps, { people }, ' → '), trace, { class: 'why' }));
}
