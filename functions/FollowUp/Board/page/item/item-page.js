import { actsOf } from '../acts/acts.js';
import { dateIn, dateText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { localized, localizedText, translate } from '../text/i18n.js';
import { colourOf, silence, source, tab, waitingSince } from '../lists/item-card.js';
import { itemChanges } from './item-changes.js';
import { itemFacts } from './item-facts.js';
import { stateOf } from './item-state.js';
import { nextActionText, stepsOf } from '../text/next-action-text.js';
import { absenceNotes } from '../people/absence-note.js';
import { phraseElement, phraseText } from '../text/phrase-text.js';
import { timeline } from './timeline.js';

/** Everything about one item on one page. */
export function itemPage(read) {
  const { agreement, item, people, now } = read;
  const acts = actsOf(read);
  return {
    title: localizedText(item.title),
    focus: acts.focus,
    announcement: acts.announcement,
    content: el('article', { class: 'item', 'data-slip': colourOf(item) },
      el('header', { class: 'item-head' },
        el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
        tab(item, now),
        localized('h1', item.title, { tabindex: '-1' }),
        el('p', { class: 'source' }, source(item, new Map([[agreement.id, agreement]])))),
      acts.content,
      warnings(item, people),
      el('div', { class: 'item-body' },
        el('div', { class: 'about-item' }, clause(agreement, item), where(read), itemChanges(item, people), itemFacts(read)),
        timeline(read))),
  };
}

function warnings({ warningDetails: said }, people) {
  return said?.length > 0 && el('section', { class: 'warnings', 'aria-labelledby': 'warnings' },
    el('h2', { id: 'warnings' }, translate('item.warnings')),
    el('ul', {}, said.map(warning => phraseElement('li', phraseText('warning', warning, { people }), warning.text))));
}

/** The words that were agreed, in each language in which they bind. */
function clause(agreement, item) {
  const quoted = (agreement.clauses ?? []).find(candidate => candidate.id === item.clause);
  return quoted && el('section', { 'aria-labelledby': 'clause' },
    el('h2', { id: 'clause' }, translate('item.clause')),
    Object.entries(quoted.text ?? {}).map(([code, words]) => el('blockquote', { lang: code, dir: 'auto' }, words)));
}

/** The way from assigned to confirmed. What came back from the issuer waits where it was sent back to. */
function where({ item, people, before, journal, now }) {
  /** @type {[string, any][]} */
  const way = [
    ...(item.dependsOn?.length > 0 ? [/** @type {[string, any]} */ (['registered', { at: registeredAt(item, journal) }])] : []),
    ['assigned', item.assignedAt && { at: item.assignedAt }],
    ['signed', item.receipt],
    ['reported', item.completion],
    item.withdrawal ? ['withdrawn', item.withdrawal] : ['confirmed', item.confirmation],
  ];

  return el('section', { 'aria-labelledby': 'where' },
    el('h2', { id: 'where' }, translate('item.where')),
    el('p', { class: 'standing' }, el('strong', {}, translate(`state.${stateOf(item)}`))),
    stepsOf(item).map(step => el('p', { class: 'standing' }, nextActionText(step, item, people, id => before.get(id)))),
    waitingSince(item),
    silence(item, now),
    item.open && absenceNotes([item.owner, item.issuer, ...stepsOf(item).flatMap(({ who }) => who)], people, now),
    el('ol', { class: 'steps' }, way.map(([name, done]) => step(name, done, item, people))));
}

const registeredAt = (item, journal) => journal.findLast(entry => entry.event === 'registered' && [undefined, item.id].includes(entry.item))?.at;

function step(name, done, item, people) {
  return el('li', { class: done ? 'step done' : 'step', 'aria-current': stepOf(item) === name ? 'step' : null },
    el('span', {}, translate(`step.${name}`)),
    done && el('span', { class: 'quiet' }, [done.at && dateText(dateIn(done.at, item.timeZone), 'short'), done.by && people.name(done.by)].filter(Boolean).join(translate('due.and'))));
}

/** Who waits for the other side stands where they stood. */
function stepOf({ state, receipt }) {
  return state === 'waiting' ? (receipt ? 'signed' : 'assigned') : state;
}
