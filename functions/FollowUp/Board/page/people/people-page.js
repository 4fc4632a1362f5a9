import { el } from '../shell/dom.js';
import { mayRegister, seesAll, unregisteredAddress } from '../shell/rights.js';
import { dateText, dateIn } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { absenceText } from './absence-note.js';
import { loadsOf } from './load.js';

export const personAddress = id => `#/people/${encodeURIComponent(id)}`;

/** Not below `#/people/`, where somebody's id could be the same word. */
export const newPersonAddress = '#/new/person';

/** Everybody: what they have in hand, who is silent, who is away. Who is late stands first. */
export function peoplePage({ people, overview, now }) {
  const loads = loadsOf(people, overview);
  const figure = (id, name) => loads.get(id)?.[name] ?? 0;
  const rank = id => figure(id, 'late') * 1000 + figure(id, 'open');
  const ordered = [...people.all].sort((one, other) => rank(other.id) - rank(one.id) || people.name(one.id).localeCompare(people.name(other.id)));
  const title = translate('people.title');
  return {
    title,
    content: el('div', { class: 'people' },
      el('p', { class: 'back' }, el('a', { href: '#/' }, `← ${translate('back')}`)),
      el('h1', { tabindex: '-1' }, title),
      el('p', { class: 'about' }, translate(seesAll() ? 'people.about' : 'people.about.some', { count: overview.agreements.reduce((sum, one) => sum + one.open, 0) })),
      ownWayIn(),
      ordered.length === 0 ? el('p', {}, translate('people.none')) : table(ordered, loads, people, now),
      mayRegister() && el('p', { class: 'acts' },
        el('a', { href: newPersonAddress }, translate('form.add.people')),
        ordered.length === 0 && el('a', { class: 'act', href: '#/new' }, translate('board.new')))),
  };
}

/** The journal must say who did what: whoever is of the office enters themselves before they act. */
function ownWayIn() {
  const address = unregisteredAddress();
  return address && el('p', { class: 'note' }, translate('people.self.about', { address }), ' ', el('a', { href: newPersonAddress }, translate('people.self')));
}

function table(ordered, loads, people, now) {
  const columns = ['people.who', 'people.open', 'people.late', 'people.waiting', 'people.moves', 'people.lastWord'];
  return el('table', { class: 'loads' },
    el('caption', { class: 'unseen' }, translate('people.title')),
    el('thead', {}, el('tr', {}, columns.map(key => el('th', { scope: 'col' }, translate(key))))),
    el('tbody', {}, ordered.map(person => row(person, loads.get(person.id), people, now))));
}

function row({ id, timeZone }, load, people, now) {
  const figure = (key, count, colour) => el('td', { class: count > 0 ? 'number' : 'number zero', 'data-label': translate(key), 'data-slip': count > 0 ? colour : null }, String(count));
  return el('tr', {},
    el('th', { scope: 'row' }, el('a', { href: personAddress(id) }, people.name(id)), awayText(id, people, now)),
    figure('people.open', load.open), figure('people.late', load.late, 'red'), figure('people.waiting', load.waiting), figure('people.moves', load.moves),
    el('td', { 'data-label': translate('people.lastWord') },
      load.lastWord ? dateText(dateIn(load.lastWord, timeZone), 'short') : load.open > 0 ? translate('people.nothingYet') : '—',
      load.silentDays > 0 && [' ', el('span', { class: 'chip silent' }, translate('people.silent', { count: load.silentDays }))]));
}

function awayText(id, people, now) {
  const text = absenceText(id, people, now);
  return text && el('p', { class: 'away' }, text);
}
