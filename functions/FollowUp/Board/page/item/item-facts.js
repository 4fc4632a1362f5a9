import { dateText, momentText } from '../text/dates.js';
import { el, fact, link } from '../shell/dom.js';
import { dueDate } from './due-date.js';
import { evidenceFiles } from './evidence-files.js';
import { localized, translate, translateOr } from '../text/i18n.js';
import { planName } from '../text/plan-name.js';
import { itemAddress } from '../lists/item-card.js';
import { recurrenceText } from '../text/recurrence-text.js';
import { names } from '../text/roles.js';

/** What the register holds about an item, each under its name. */
export function itemFacts({ item, people, plan, before }) {
  const person = id => id && el('bdi', {}, people.name(id));
  return el('section', { 'aria-labelledby': 'facts' },
    el('h2', { id: 'facts' }, translate('item.facts')),
    el('dl', { class: 'facts' },
      fact(translate('fact.due'), dueDate(item)),
      fact(translate('fact.extensions'), extensions(item, plan)),
      fact(translate('fact.dependsOn'), dependencies(item, before)),
      fact(translate('fact.owner'), person(item.owner)),
      fact(translate('fact.formerOwners'), names(formerOwners(item), people)),
      fact(translate('fact.supporting'), names(item.supporting, people)),
      fact(translate('fact.issuer'), person(item.issuer)),
      fact(translate('fact.coordinator'), person(item.coordinator)),
      fact(translate('fact.counterpart'), person(item.counterpart)),
      fact(translate('fact.liaison'), person(item.counterpart && people.contactOf(item.counterpart))),
      fact(translate('fact.chain'), names(item.chain, people, item)),
      fact(translate('fact.late'), item.daysLate > 0 && String(item.daysLate)),
      fact(translate('fact.told'), names(item.toldLate, people, item)),
      fact(translate('fact.kind'), translateOr('kind', item.kind)),
      fact(translate('fact.recurrence'), recurrenceText(item)),
      fact(translate('fact.stages'), stages(item)),
      fact(translate('fact.evidence'), evidence(item)),
      fact(translate('fact.files'), evidenceFiles(item, people)),
      fact(translate('fact.note'), item.confirmation?.note),
      fact(translate('fact.calendars'), (item.calendars ?? []).join(translate('shift.list'))),
      fact(translate('fact.plan'), translate('fact.planRevision', { plan: planName(item.plan), revision: item.planRevision })),
      fact(translate('fact.next'), item.open && item.nextAt && momentText(item.nextAt, item.timeZone)),
      fact(translate('fact.number'), el('code', {}, `${item.agreement} / ${item.id}`))));
}

/** How many were granted of how many that the plan allows. */
function extensions({ slippage, open }, plan) {
  const count = slippage?.extensions ?? 0;
  return (open || count > 0) && plan && translate('fact.extensionsOf', { count, max: plan.extensionsMax });
}

/** Everyone who had it before, once each, in the order in which they had it; without who has it again. */
function formerOwners({ handOvers, owner }) {
  return [...new Set((handOvers ?? []).map(handed => handed.from))].filter(person => person !== owner);
}

function dependencies(item, before) {
  return item.dependsOn?.length > 0 && el('ul', {}, item.dependsOn.map(id => {
    const first = before.get(id) ?? { agreement: item.agreement, id };
    return el('li', {}, el('a', { href: itemAddress(first) }, first.title ? localized('span', first.title) : id),
      first.state && [' ', el('span', { class: 'quiet' }, `· ${translate(`state.${first.state}`)}`)]);
  }));
}

function stages({ stages: some }) {
  return some?.length > 0 && el('ul', { class: 'stages' }, some.map(stage => el('li', {},
    translateOr('stage', stage.id), ' ', el('time', { datetime: stage.dueOn, class: 'quiet' }, dateText(stage.dueOn, 'short')),
    stage.done && [' ', el('span', { class: 'quiet' }, translate('stage.done'))])));
}

function evidence({ completion, evidenceFiles: files }) {
  const given = completion?.evidence;
  const file = given?.kind === 'file' && files?.find(({ sha256 }) => sha256 === given.ref);
  return given && [
    translateOr('evidence', given.kind),
    given.ref && [translate('text.colon'), el('bdi', {}, file ? file.name : link(given.ref))],
    given.note && el('span', { class: 'quiet block', dir: 'auto' }, given.note),
  ];
}
