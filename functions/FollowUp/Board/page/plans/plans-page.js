import { term } from '../forms/term.js';
import { el } from '../shell/dom.js';
import { mayRegister } from '../shell/rights.js';
import { translate } from '../text/i18n.js';
import { planName } from '../text/plan-name.js';
import { copyAddress } from './plan-page.js';
import { planTable } from './plan-table.js';

export const planAddress = id => `#/plans/${encodeURIComponent(id)}`;

/** Every plan in words: who is told what, and how long before or after which day. */
export function plansPage({ plans, calendars }) {
  const title = translate('plans.title');
  return {
    title,
    content: el('div', { class: 'plans' },
      el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
      el('h1', { tabindex: '-1' }, title),
      el('div', { class: 'label' }, translate('plans.about'), term('plan')),
      plans.map(plan => el('section', {},
        el('h2', {}, el('a', { href: planAddress(plan.id) }, planName(plan.id))),
        planTable(plan),
        mayRegister() && el('p', { class: 'acts' }, el('a', { href: copyAddress(plan.id) }, translate('plan.copy'))))),
      el('section', {},
        el('h2', {}, translate('calendar.all')),
        el('ul', {}, calendars.map(id => el('li', {}, el('a', { href: `#/calendars/${encodeURIComponent(id)}` }, id)))))),
  };
}
