import { dateIn, dateText, momentText } from './dates.js';
import { el, fact, link } from './el.js';
import { names } from './roles.js';
import { colourOf, dueDate, source, tab } from './slip.js';
import { closedAt, moveOf, stateOf } from './standing.js';
import { timeline } from './timeline.js';
import { inWords, plainWords, say, sayOr } from './words.js';

/** Everything about one item on one page. */
export function itemPage(read) {
  const { agreement, item, people, now } = read;
  return {
    title: plainWords(item.title),
    content: el('article', { class: 'item', 'data-slip': colourOf(item) },
      el('header', { class: 'item-head' },
        el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${say('back')}`)),
        tab(item, now),
        inWords('h1', item.title, { tabindex: '-1' }),
        el('p', { class: 'source' }, source(item, new Map([[agreement.id, agreement]])))),
      warnings(item),
      el('div', { class: 'item-body' },
        el('div', { class: 'about-item' }, clause(agreement, item), steps(item, people), facts(item, people)),
        timeline(read))),
  };
}

function warnings({ warnings: said }) {
  return said?.length > 0 && el('section', { class: 'warnings', 'aria-labelledby': 'warnings' },
    el('h2', { id: 'warnings' }, say('item.warnings')),
    el('ul', {}, said.map(warning => el('li', { dir: 'auto' }, warning))));
}

/** The words that were agreed, in each language in which they bind. */
function clause(agreement, item) {
  const quoted = (agreement.clauses ?? []).find(candidate => candidate.id === item.clause);
  return quoted && el('section', { 'aria-labelledby': 'clause' },
    el('h2', { id: 'clause' }, say('item.clause')),
    Object.entries(quoted.text ?? {}).map(([code, words]) => el('blockquote', { lang: code, dir: 'auto' }, words)));
}

/** The way from assigned to confirmed. What came back from the issuer waits where it was sent back to. */
function steps(item, people) {
  const way = [
    ['assigned', item.assignedAt && { at: item.assignedAt }],
    ['signed', item.receipt],
    ['reported', item.completion],
    item.withdrawal ? ['withdrawn', item.withdrawal] : ['confirmed', item.confirmation],
  ];
  const move = moveOf(item);

  return el('section', { 'aria-labelledby': 'where' },
    el('h2', { id: 'where' }, say('item.where')),
    el('p', { class: 'standing' }, el('strong', {}, say(`state.${stateOf(item)}`)),
      move?.who && ` · ${say('move.waits', { who: people.name(move.who), what: say(`move.${move.what}`) })}`),
    el('ol', { class: 'steps' }, way.map(([name, done]) => step(name, done, item, people))));
}

function step(name, done, item, people) {
  return el('li', { class: done ? 'step done' : 'step', 'aria-current': item.state === name ? 'step' : null },
    el('span', {}, say(`step.${name}`)),
    done && el('span', { class: 'quiet' }, [dateText(dateIn(done.at, item.timeZone), 'short'), done.by && people.name(done.by)].filter(Boolean).join(', ')));
}

function facts(item, people) {
  const person = id => id && el('bdi', {}, people.name(id));
  return el('section', { 'aria-labelledby': 'facts' },
    el('h2', { id: 'facts' }, say('item.facts')),
    el('dl', { class: 'facts' },
      fact(say('fact.due'), dueDate(item)),
      fact(say('fact.owner'), person(item.owner)),
      fact(say('fact.supporting'), names(item.supporting, people)),
      fact(say('fact.issuer'), person(item.issuer)),
      fact(say('fact.coordinator'), person(item.coordinator)),
      fact(say('fact.counterpart'), person(item.counterpart)),
      fact(say('fact.chain'), names(item.chain, people, item)),
      fact(say('fact.late'), item.daysLate > 0 && String(item.daysLate)),
      fact(say('fact.told'), names(item.toldLate, people, item)),
      fact(say('fact.kind'), sayOr('kind', item.kind)),
      fact(say('fact.stages'), stages(item)),
      fact(say('fact.evidence'), evidence(item.completion?.evidence)),
      fact(say('fact.note'), item.confirmation?.note),
      fact(say('fact.calendars'), (item.calendars ?? []).join(', ')),
      fact(say('fact.plan'), say('fact.planRevision', { plan: item.plan, revision: item.planRevision })),
      fact(say('fact.next'), item.open && !closedAt(item) && item.nextAt && momentText(item.nextAt, item.timeZone)),
      fact(say('fact.number'), el('code', {}, `${item.agreement} / ${item.id}`))));
}

function stages({ stages: some }) {
  return some?.length > 0 && el('ul', { class: 'stages' }, some.map(stage => el('li', {},
    sayOr('stage', stage.id), ' ', el('time', { datetime: stage.dueOn, class: 'quiet' }, dateText(stage.dueOn, 'short')),
    stage.done && [' ', el('span', { class: 'quiet' }, say('stage.done'))])));
}

function evidence(given) {
  return given && [
    sayOr('evidence', given.kind),
    given.ref && [': ', el('bdi', {}, link(given.ref))],
    given.note && el('span', { class: 'quiet block', dir: 'auto' }, given.note),
  ];
}
