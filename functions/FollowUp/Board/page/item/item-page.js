import { actsOf } from '../acts/acts.js';
import { entriesSince } from '../acts/changed-since.js';
import { itemPath, readTagged } from '../shell/api.js';
import { dateIn, dateText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { morph } from '../shell/morph.js';
import { loadItem } from '../shell/page-data.js';
import { localized, localizedText, translate, translateOr } from '../text/i18n.js';
import { keepingPlace } from '../lists/patch-list.js';
import { colourOf, silence, source, tab, waitingSince, warningList } from '../lists/item-card.js';
import { itemChanges } from './item-changes.js';
import { itemFacts } from './item-facts.js';
import { stateOf } from './item-state.js';
import { questions } from './questions.js';
import { nextActionText, stepsOf } from '../text/next-action-text.js';
import { absenceNotes } from '../people/absence-note.js';
import { timeline } from './timeline.js';

/** Everything about one item on one page, kept as the service has it. */
export function itemPage(read) {
  const acts = actsOf(read);
  const news = el('p', { class: 'news', id: 'item-news', 'data-own': true });
  const content = article(read, acts.place, news);

  /** What others did appears around whoever reads or types; they stay where they are. */
  async function refresh() {
    const { item } = read;
    if (acts.isSending() || !await readTagged(itemPath(item.agreement, item.id), read.etag)) {
      return null;
    }

    const newer = await loadItem(item.agreement, item.id);
    if (acts.isSending() || !content.isConnected) {
      return null;
    }

    const said = newsText(entriesSince(newer.journal, read.journal.at(-1)?.seq ?? 0), newer);
    Object.assign(read, newer);
    keepingPlace(content, () => {
      acts.update();
      morph(content, article(read, acts.place.cloneNode(), news.cloneNode()));
      news.textContent = said;
    });
    return said;
  }

  return { title: localizedText(read.item.title), focus: acts.focus, announcement: acts.announcement, content, refresh };
}

function article(read, acts, news) {
  const { agreement, item, people, now } = read;
  return el('article', { class: 'item', 'data-slip': colourOf(item) },
    el('header', { class: 'item-head' },
      el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
      tab(item, now),
      localized('h1', item.title, { tabindex: '-1' }),
      el('p', { class: 'source' }, source(item, new Map([[agreement.id, agreement]]))),
      news),
    acts,
    warnings(item, people),
    el('div', { class: 'item-body' },
      el('div', { class: 'about-item' }, clause(agreement, item), where(read), questions(item, people), itemChanges(item, people), itemFacts(read)),
      timeline(read)));
}

/** Who did what since; where nobody did, a letter went out, or a day passed. */
function newsText(entries, { people }) {
  const what = entries.map(({ event, by }) => [translateOr('event', event), by && people.name(by)].filter(Boolean).join(' · '));
  return what.length > 0 ? translate('item.news', { what: what.join('; ') }) : translate('item.news.other');
}

function warnings(item, people) {
  return item.warningDetails?.length > 0 && el('section', { class: 'warnings', 'aria-labelledby': 'warnings' },
    el('h2', { id: 'warnings' }, translate('item.warnings')),
    warningList(item, people));
}

/** The words that were agreed, in each language in which they bind. */
function clause(agreement, item) {
  const quoted = (agreement.clauses ?? []).find(candidate => candidate.id === item.clause);
  return quoted && el('section', { 'aria-labelledby': 'clause' },
    el('h2', { id: 'clause' }, translate('item.clause'), quoted.label && el('span', { class: 'quiet' }, ' · ', el('bdi', {}, quoted.label))),
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
