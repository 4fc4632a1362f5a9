import { choice, field, open, textInput, tick } from '../forms/field.js';
import { fieldsetList } from '../forms/fieldset-list.js';
import { el } from '../shell/dom.js';
import { weekdays, weekdayText } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { roleText } from '../text/roles.js';
import { blankLadder, laddersLeft } from './ladders.js';
import { ladderSaid, rungTyped } from './plan-text.js';

const roles = ['owner', 'supporting', 'issuer', 'coordinator', 'liaison', 'level-1', 'level-2', 'level-3'];

/** What a plan says, as it can be changed: its hour, and its ladders, each with its rungs. */
export function planFields(mine) {
  return [
    el('div', { class: 'row' },
      field({ at: 'hour', label: translate('plan.hour') }, textInput(mine, 'hour', { type: 'time' })),
      field({ at: 'extensionsMax', label: translate('plan.extensionsMax'), word: 'extension' }, textInput(mine, 'extensionsMax', { type: 'number', min: '0', max: '50' }))),
    reviewFields(mine.review ??= { day: '', hour: '' }),
    ladderList(mine),
  ];
}

/** Once a week everything that is late, to everybody above; or never. */
function reviewFields(review) {
  const days = () => [...open(translate('plan.review.never')), ...weekdays.map(day => /** @type {[string, string]} */ ([day, weekdayText(day)]))];
  return el('div', { class: 'row', 'data-at': 'review' },
    field({ at: 'day', label: translate('plan.review.day') }, choice(review, 'day', days)),
    field({ at: 'hour', label: translate('plan.review.hour'), hint: translate('plan.review.hour.hint') }, textInput(review, 'hour', { type: 'time' })));
}

/** There is one ladder of each sort at most: what is missing can be chosen and added. */
function ladderList(mine) {
  const wanted = { ladder: '' };
  const which = choice(wanted, 'ladder', () => [...open(), ...laddersLeft(mine).map(ladder => /** @type {[string, string]} */ ([ladder, ladderSaid(ladder)]))]);
  return fieldsetList({
    at: 'ladders', title: translate('changed.ladders'), one: translate('word.ladder'), members: mine.ladders, word: 'ladder',
    about: translate('plan.ladders.about'), nameOf: ({ ladder }) => ladderSaid(ladder), beside: field({ at: 'wanted', label: translate('plan.ladder.which') }, which),
    canAdd: () => laddersLeft(mine).length > 0,
    blank: () => {
      const added = blankLadder(wanted.ladder || laddersLeft(mine)[0]);
      wanted.ladder = '';
      return added;
    },
    draw: ladderFields,
  });
}

function ladderFields({ ladder, rungs }) {
  return fieldsetList({
    // All rungs of a plan are six hundred stops of the Tab key.
    at: 'rungs', title: ladderSaid(ladder), one: translate('word.rung'), members: rungs, isFolded: true, level: 3,
    blank: () => rungTyped({ id: newId(rungs), offset: '+1wd', to: ['owner'] }),
    draw: rung => rungFields(rung, ladder),
  });
}

function newId(rungs) {
  let number = rungs.length + 1;
  while (rungs.some(rung => rung.id === `step-${number}`)) {
    number++;
  }

  return `step-${number}`;
}

const units = ['wd', 'cd', 'mo'];

function rungFields(rung, ladder) {
  const unitOf = (model, label) => choice(model, 'unit', () => units.map(unit => [unit, translate(`unit.${unit}`)]), { 'aria-label': label });
  const repeat = el('div', { class: 'row', hidden: !rung.isRepeated },
    field({ at: 'every', label: translate('plan.every') }, textInput(rung.every, 'count', { type: 'number', min: '1' })),
    el('div', { class: 'field' }, el('span', { class: 'label' }, translate('plan.unit')), unitOf(rung.every, translate('plan.every'))),
    field({ at: 'times', label: translate('plan.times') }, textInput(rung, 'times', { type: 'number', min: '1' })));
  const isRepeated = tick(rung, 'isRepeated', translate('plan.repeats'));
  isRepeated.addEventListener('input', () => { repeat.hidden = !rung.isRepeated; });
  return [
    el('div', { class: 'row' },
      field({ at: 'offset', label: translate('plan.offset') }, textInput(rung.offset, 'count', { type: 'number', min: '0' })),
      el('div', { class: 'field' }, el('span', { class: 'label' }, translate('plan.unit')), unitOf(rung.offset, translate('plan.offset'))),
      el('div', { class: 'field' }, el('span', { class: 'label' }, translate('plan.side')),
        choice(rung.offset, 'side', () => ['before', 'after'].map(side => [side, translate(`plan.side.${side}`, { anchor: translate(`anchor.${ladder}`) })]), { 'aria-label': translate('plan.side') }))),
    isRepeated, repeat, recipients(rung),
  ];
}

function recipients(rung) {
  const all = [...roles, ...rung.to.filter(role => !roles.includes(role))];
  const change = (role, isChosen) => { rung.to = isChosen ? [...rung.to, role] : rung.to.filter(one => one !== role); };
  return el('fieldset', { class: 'ticks', 'data-at': 'to' },
    el('legend', {}, translate('preview.who')),
    all.map(role => el('label', {},
      el('input', { type: 'checkbox', checked: rung.to.includes(role), input: event => change(role, event.target.checked) }), roleText(role))),
    el('p', { class: 'error' }));
}
