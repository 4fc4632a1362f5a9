import { el } from '../shell/dom.js';
import { choice, field, open, textInput, tick } from '../forms/field.js';
import { personField } from '../forms/people-choice.js';
import { picks } from '../forms/picks.js';
import { textsField } from '../forms/texts.js';
import { translate, translateOr } from '../text/i18n.js';
import { kinds } from '../text/kinds.js';
import { planName } from '../text/plan-name.js';
import { stageFields } from './stage-fields.js';

const rounds = [
  '', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;INTERVAL=3', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1', 'FREQ=YEARLY',
];

/**
 * What is to be said of an item; the same wherever one is entered.
 * @param {any} item
 * @param {{ people: () => [string, string][], items: () => [string, string][], clauses: () => [string, string][], plans: string[], days: string[] }} known
 *   `days`: the ids of calendars
 */
export function itemFields(item, known) {
  const others = () => known.items().filter(([key]) => key !== item.key);
  return [
    textsField({ at: 'title', label: translate('new.item.title'), model: item, hint: translate('new.item.title.hint') }),
    el('div', { class: 'row' },
      personField({ at: 'owner', label: translate('fact.owner'), word: 'owner' }, item, 'owner', known.people),
      personField({ at: 'issuer', label: translate('fact.issuer'), word: 'issuer' }, item, 'issuer', known.people),
      field({ at: 'dueOn', label: translate('fact.due') }, textInput(item, 'dueOn', { type: 'date', max: '9999-12-31' })),
      field({ at: 'kind', label: translate('fact.kind'), word: 'kind' }, choice(item, 'kind', () => kinds.map(kind => [kind, translateOr('kind', kind)]))),
      field({ at: 'clause', label: translate('new.clause'), word: 'clause' }, choice(item, 'clause', () => [...open(translate('form.none')), ...known.clauses()]))),
    el('details', { open: isUsed(item) },
      el('summary', {}, translate('form.more')),
      el('div', { class: 'row' },
        personField({ at: 'counterpart', label: translate('fact.counterpart'), word: 'counterpart', optional: true }, item, 'counterpart', known.people),
        field({ at: 'plan', label: translate('fact.plan'), word: 'plan' }, choice(item, 'plan', () => [...open(translate('new.item.planDefault')), ...known.plans.map(plan => /** @type {[string, string]} */ ([plan, planName(plan)]))])),
        field({ at: 'recurrence', label: translate('fact.recurrence') }, choice(item, 'recurrence', () => rounds.map(rule => [rule, translate(`new.round.${rule || 'once'}`)]))),
        field({ at: 'id', label: translate('fact.number'), hint: translate('new.id.hint') }, textInput(item, 'id', { maxlength: '40', spellcheck: 'false' }))),
      stageFields(item),
      picks('dependsOn', translate('fact.dependsOn'), item, others),
      picks('supporting', translate('fact.supporting'), item, known.people, 'supporting'),
      picks('calendars', translate('fact.calendars'), item, () => known.days.map(id => [id, id]), 'calendar', translate('new.item.calendars.hint')),
      tick(item, 'silentUntilDue', translate('new.item.silent'))),
  ];
}

/** What is behind the fold must not be overlooked once something is in it. */
const isUsed = item =>
  Boolean(item.counterpart || item.plan || item.recurrence || item.id || item.silentUntilDue)
  || ['dependsOn', 'supporting', 'stages', 'calendars'].some(some => item[some]?.length > 0);
