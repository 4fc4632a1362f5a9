import { dateIn, dateText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { slippage } from './due-date.js';
import { translate } from '../text/i18n.js';
import { askedOf } from './item-state.js';
import { rebaseText } from '../text/journal-text.js';

/** What did not go as it was agreed, in the order in which it came: extensions, waiting, what was sent up, other hands, other dates, other terms. */
export function itemChanges(item, people) {
  const told = [
    ...(item.extensions ?? []).map(extension),
    ...(item.waiting ?? []).map(waiting),
    ...(item.escalations ?? []).map(escalation),
    ...(item.handOvers ?? []).map(handOver),
    ...(item.slippage?.changes ?? []).filter(change => change.cause === 'rescheduled').map(rescheduling),
    ...(item.rebases ?? []).map(rebase),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  const slipped = slippage(item);
  const context = { item, people, day: at => dateText(dateIn(at, item.timeZone)) };

  return told.length > 0 && el('section', { class: 'changes', 'aria-labelledby': 'changes' },
    el('h2', { id: 'changes' }, translate('item.changes')),
    slipped && el('p', { class: 'slippage' }, slipped),
    el('ol', {}, told.map(one => el('li', { 'data-change': one.kind }, one.show(context)))));
}

const extension = asked => ({
  kind: 'extension', at: asked.at, show: ({ item, people, day }) => {
    const decision = asked.decision ?? 'asked';
    return [
      el('p', { class: 'headline' },
        el('strong', {}, translate('change.extension', { date: dateText(asked.dueOn) })), ' ',
        el('span', { class: 'chip', 'data-state': decision }, translate(`change.${decision}`))),
      el('p', { class: 'why' }, translate('change.askedBy', { who: people.name(asked.by), date: day(asked.at) })),
      quoted(asked.reason),
      asked.decision && el('p', { class: 'why' }, translate(`change.${decision}By`, { who: people.name(asked.decidedBy), date: day(asked.decidedAt) })),
      quoted(asked.note),
      asked === askedOf(item) && el('p', { class: 'why' }, translate('change.undecided', { who: people.name(item.issuer) })),
    ];
  },
});

const waiting = waited => ({
  kind: 'waiting', at: waited.at, show: ({ item, people, day }) => [
    el('p', { class: 'headline' }, el('strong', {}, translate('change.waiting')), ' ',
      el('span', { class: 'chip', 'data-state': waited.ended ? 'over' : 'waiting' },
        waited.ended ? translate('change.fromTo', { from: day(waited.at), to: day(waited.ended.at) }) : translate('waiting.since', { date: day(waited.at) }))),
    quoted(waited.reason),
    el('p', { class: 'why' }, translate('change.suspendedBy', { who: people.name(waited.by) })),
    waited.ended && el('p', { class: 'why' }, givenBack(waited.ended, item)),
  ],
});

function givenBack({ at, workingDays: count }, item) {
  const moved = item.slippage.changes.find(change => change.cause === 'waiting' && change.at === at);
  return moved ? translate('change.givenBack', { count, from: dateText(moved.from), to: dateText(moved.to) }) : translate('change.nothingBack');
}

const escalation = escalated => ({
  kind: 'escalated', at: escalated.at, show: ({ people, day }) => [
    el('p', { class: 'headline' }, el('strong', {}, translate('change.escalated', { who: people.name(escalated.to), level: escalated.level }))),
    el('p', { class: 'why' }, translate('change.escalatedBy', { who: people.name(escalated.by), date: day(escalated.at) })),
    quoted(escalated.reason),
  ],
});

const handOver = handed => ({
  kind: 'handed-over', at: handed.at, show: ({ people, day }) => [
    el('p', { class: 'headline' }, el('strong', {}, translate('change.handedOver', { who: people.name(handed.to) }))),
    el('p', { class: 'why' }, translate('change.handedFrom', { from: people.name(handed.from), who: people.name(handed.by), date: day(handed.at) })),
    quoted(handed.reason),
  ],
});

const rescheduling = change => ({
  kind: 'rescheduled', at: change.at, show: ({ people, day }) => [
    el('p', { class: 'headline' }, el('strong', {}, translate('change.rescheduled', { date: dateText(change.to) }))),
    el('p', { class: 'why' }, translate('change.movedFrom', { from: dateText(change.from), who: people.name(change.by), date: day(change.at) })),
    quoted(change.reason),
  ],
});

const rebase = rebased => ({
  kind: 're-based', at: rebased.at, show: ({ people, day }) => [
    el('p', { class: 'headline' }, el('strong', {}, translate('event.re-based'))),
    el('p', { class: 'why' }, rebased.said ? rebaseText(rebased.said.args.changes) : rebased.text),
    el('p', { class: 'why' }, translate('change.rebasedBy', { who: people.name(rebased.by), date: day(rebased.at) })),
  ],
});

/** What somebody wrote stands apart from what the page says. */
const quoted = words => words && el('p', { class: 'text', dir: 'auto' }, words);
