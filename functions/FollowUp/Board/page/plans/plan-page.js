import { choice, field, refill, textInput, tick } from '../forms/field.js';
import { faultSummary } from '../forms/faults.js';
import { fieldsetList } from '../forms/fieldset-list.js';
import { term } from '../forms/term.js';
import { mayRegister } from '../first-day/ways-in.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { roleText } from '../text/roles.js';
import { changing } from './changing.js';
import { planTable } from './plan-table.js';
import { asTyped, bodyOf, ladderSaid, rungTyped } from './plan-text.js';
import { rebasing } from './rebasing.js';

const roles = ['owner', 'supporting', 'issuer', 'coordinator', 'liaison', 'level-1', 'level-2', 'level-3'];

/** A plan in words, and below that as it can be changed: who would hear otherwise is looked at before it counts. */
export function planPage(read) {
  const { plan } = read;
  const said = el('div', {}, planTable(plan));
  const stored = newer => said.replaceChildren(planTable(newer));
  return {
    title: plan.id,
    content: el('div', { class: 'plans' },
      el('p', { class: 'back' }, el('a', { href: '#/plans' }, `← ${translate('plans.title')}`)),
      el('h1', { tabindex: '-1' }, translate('plan.title', { plan: plan.id })),
      said,
      mayRegister() && planForm(read, stored)),
  };
}

function planForm({ plan, people, draft }, stored) {
  const { mine } = draft.value;
  const after = el('div', { class: 'rebasing' });
  const acts = changing({
    draft, people, part: 'plans', path: `plans/${encodeURIComponent(plan.id)}`, asTyped, bodyOf, check: () => [], form: () => form,
    saved: (changes, newer) => {
      stored(newer);
      after.replaceChildren(rebasing(changes, people));
      acts.preview.replaceChildren();
      form.replaceWith(after);
      after.querySelector('h2')?.focus();
    },
  });
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: acts.submit },
    el('h2', {}, translate('plan.change')),
    el('div', { class: 'label' }, translate('plan.change.about'), term('rung')),
    draft.note(), acts.conflict, faultSummary(),
    el('div', { class: 'row' },
      field({ at: 'hour', label: translate('plan.hour') }, textInput(mine, 'hour', { type: 'time' })),
      field({ at: 'extensionsMax', label: translate('plan.extensionsMax'), word: 'extension' }, textInput(mine, 'extensionsMax', { type: 'number', min: '0', max: '50' }))),
    el('div', { 'data-at': 'ladders' }, mine.ladders.map(ladder => el('div', { 'data-member': '' }, ladderFields(ladder)))),
    acts.row, acts.preview);
  return el('div', {}, form);
}

function ladderFields({ ladder, rungs }) {
  return fieldsetList({
    // All rungs of a plan are six hundred stops of the Tab key.
    at: 'rungs', title: ladderSaid(ladder), one: translate('word.rung'), members: rungs, isFolded: true,
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
