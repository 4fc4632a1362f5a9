import { dateText, momentText } from './dates.js';
import { dueDate } from './due.js';
import { el, fact, link } from './el.js';
import { recurrence } from './recurrence.js';
import { names } from './roles.js';
import { itemAddress } from './slip.js';
import { inWords, say, sayOr } from './words.js';

/** What the register holds about an item, each under its name. */
export function facts({ item, people, plan, before }) {
  const person = id => id && el('bdi', {}, people.name(id));
  return el('section', { 'aria-labelledby': 'facts' },
    el('h2', { id: 'facts' }, say('item.facts')),
    el('dl', { class: 'facts' },
      fact(say('fact.due'), dueDate(item)),
      fact(say('fact.extensions'), extensions(item, plan)),
      fact(say('fact.dependsOn'), dependencies(item, before)),
      fact(say('fact.owner'), person(item.owner)),
      fact(say('fact.formerOwners'), names(formerOwners(item), people)),
      fact(say('fact.supporting'), names(item.supporting, people)),
      fact(say('fact.issuer'), person(item.issuer)),
      fact(say('fact.coordinator'), person(item.coordinator)),
      fact(say('fact.counterpart'), person(item.counterpart)),
      fact(say('fact.liaison'), person(item.counterpart && people.contactOf(item.counterpart))),
      fact(say('fact.chain'), names(item.chain, people, item)),
      fact(say('fact.late'), item.daysLate > 0 && String(item.daysLate)),
      fact(say('fact.told'), names(item.toldLate, people, item)),
      fact(say('fact.kind'), sayOr('kind', item.kind)),
      fact(say('fact.recurrence'), recurrence(item)),
      fact(say('fact.stages'), stages(item)),
      fact(say('fact.evidence'), evidence(item.completion?.evidence)),
      fact(say('fact.note'), item.confirmation?.note),
      fact(say('fact.calendars'), (item.calendars ?? []).join(', ')),
      fact(say('fact.plan'), say('fact.planRevision', { plan: item.plan, revision: item.planRevision })),
      fact(say('fact.next'), item.open && item.nextAt && momentText(item.nextAt, item.timeZone)),
      fact(say('fact.number'), el('code', {}, `${item.agreement} / ${item.id}`))));
}

/** How many were granted of how many that the plan allows. */
function extensions({ slippage, open }, plan) {
  const count = slippage?.extensions ?? 0;
  return (open || count > 0) && plan && say('fact.extensionsOf', { count, max: plan.extensionsMax });
}

/** Everyone who had it before, once each, in the order in which they had it; without who has it again. */
function formerOwners({ handOvers, owner }) {
  return [...new Set((handOvers ?? []).map(handed => handed.from))].filter(person => person !== owner);
}

function dependencies(item, before) {
  return item.dependsOn?.length > 0 && el('ul', {}, item.dependsOn.map(id => {
    const first = before.get(id) ?? { agreement: item.agreement, id };
    return el('li', {}, el('a', { href: itemAddress(first) }, first.title ? inWords('span', first.title) : id),
      first.state && [' ', el('span', { class: 'quiet' }, `· ${say(`state.${first.state}`)}`)]);
  }));
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
