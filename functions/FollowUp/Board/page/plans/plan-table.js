import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { rungText } from '../text/phrase-text.js';
import { ladderSaid, repeatSaid, reviewSaid, toSaid, whenSaid } from './plan-text.js';

/** What a plan says, a line for each rung. */
export function planTable(plan) {
  return el('div', {},
    el('p', { class: 'about' }, translate('plan.facts', { hour: plan.hour, count: plan.extensionsMax, revision: plan.revision })),
    el('p', { class: 'about' }, reviewSaid(plan)),
    plan.ladders.map(({ ladder, rungs }) => el('table', { class: 'rungs' },
      el('caption', {}, el('h3', {}, ladderSaid(ladder))),
      el('thead', {}, el('tr', {}, ['preview.when', 'preview.who', 'plan.name'].map(key => el('th', { scope: 'col' }, translate(key))))),
      el('tbody', {}, rungs.map(rung => el('tr', {},
        el('td', {}, [whenSaid(rung, ladder), repeatSaid(rung)].filter(Boolean).join(translate('due.and'))),
        el('td', {}, toSaid(rung.to)),
        el('td', { class: 'quiet' }, rungText(ladder, rung.id))))))));
}
