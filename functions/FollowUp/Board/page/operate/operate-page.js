import { asOf } from '../lists/as-of.js';
import { el, fact } from '../shell/dom.js';
import { momentText } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { phraseElement, phraseText } from '../text/phrase-text.js';
import { carriedBy } from './operate-data.js';
import { repairPart } from './repairing.js';
import { waitingLetters } from './waiting-letters.js';

/** For those who run the service: what is wrong and what is to be done, how its clocks go, and the ways to mend it. */
export function operatePage({ health, people }) {
  const title = translate('operate.title');
  const count = health.alarms.length;
  return {
    title,
    content: el('div', { class: 'operate' },
      el('h1', { tabindex: '-1' }, title), asOf(health.now).content,
      alarms(health.alarms), clocks(health), waitingLetters(health.letters, people), stuck(health, people), repairPart()),
    announcement: count > 0 ? translate('operate.alarms.some', { count }) : `${title}. ${translate('operate.alarms.none')}`,
  };
}

const alarms = standing => el('section', { 'aria-labelledby': 'alarms' },
  el('h2', { id: 'alarms' }, translate('operate.alarms')),
  standing.length === 0 ? el('p', {}, translate('operate.alarms.none')) : el('ul', { class: 'alarms' }, standing.map(alarm)));

/** Why it is so is said in English: it is what a server said, or a status. */
function alarm({ name, since, detail, remedy, cause, count }) {
  const args = { since, ...(count && { count }) };
  return el('li', { 'data-alarm': name },
    el('p', { class: 'headline' }, phraseElement('strong', phraseText('alarm', { code: name, args }, {}), detail), ' ', el('code', {}, name)),
    phraseElement('p', phraseText('remedy', { code: name, args: {} }, {}), remedy),
    cause && el('p', { class: 'quiet' }, el('bdi', { lang: 'en' }, cause)));
}

const clocks = ({ sweptAt, oldestDueAt, letters }) => el('section', { 'aria-labelledby': 'clocks' },
  el('h2', { id: 'clocks' }, translate('operate.clocks')),
  el('dl', { class: 'clocks' },
    fact(translate('operate.swept'), sweptAt ? momentText(sweptAt) : translate('operate.swept.never')),
    fact(translate('operate.oldestDue'), oldestDueAt ? momentText(oldestDueAt) : translate('operate.oldestDue.none')),
    fact(translate('operate.queue'), String(letters.waiting))));

function stuck({ stuck: missed, failed }, people) {
  return el('section', { 'aria-labelledby': 'stuck' },
    el('h2', { id: 'stuck' }, translate('operate.stuck')),
    missed.length + failed.length === 0 ? el('p', {}, translate('operate.stuck.none')) : el('ul', { class: 'watched' },
      missed.map(({ kind, id, item, since }) => el('li', {},
        kind === 'agreement' || kind === 'item' ? where(id, item) : el('span', {}, people.name(id)), ' ',
        el('span', { class: 'quiet' }, translate('operate.stuck.since', { since: momentText(since) })))),
      failed.map(({ instance, at }) => el('li', {},
        carried(instance, people), ' ', el('span', { class: 'quiet' }, translate('operate.failed.at', { at: momentText(at) })), ' ',
        el('code', {}, el('bdi', {}, instance))))));
}

const where = (agreement, item) => el('a', {
  href: `#/agreements/${encodeURIComponent(agreement)}${item ? `/items/${encodeURIComponent(item)}` : ''}`,
}, el('bdi', {}, item ? `${agreement} / ${item}` : agreement));

function carried(instance, people) {
  const { kind, agreement, item, person } = carriedBy(instance);
  return kind === 'item' ? where(agreement, item) : el('span', {}, translate(`operate.carried.${kind}`, { who: person ? people.name(person) : '' }));
}
