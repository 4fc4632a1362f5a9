import { byName, personField } from '../forms/people-choice.js';
import { refill, suggestions } from '../forms/field.js';
import { faultSummary } from '../forms/faults.js';
import { faultsOfPerson } from '../first-day/check.js';
import { personOf } from '../first-day/agreement-draft.js';
import { itemAddress } from '../lists/item-card.js';
import { saidBefore, savedNote } from '../forms/saved.js';
import { changing, conflictIn } from '../plans/changing.js';
import { el } from '../shell/dom.js';
import { isSelf, mayRegister, seesAll } from '../shell/rights.js';
import { dateText } from '../text/dates.js';
import { localized, translate } from '../text/i18n.js';
import { feedAddress } from '../feeds/feed-address.js';
import { mayHaveAddressOf } from '../feeds/whose-feed.js';
import { toldAddress } from '../told/told-data.js';
import { absenceNotes } from './absence-note.js';
import { asTyped } from './people-data.js';
import { absenceFields, personFields, registeredWith } from './person-fields.js';
import { rhythmPart } from './rhythm.js';

/** One person: what they have in hand, when they are away, and how they are reached. All of it can be changed here. */
export function personPage(read) {
  const { person, people, inHand: items, now } = read;
  const said = saidBefore();
  const form = mayRegister() && personForm(read);
  return {
    title: people.name(person.id),
    content: el('div', { class: 'person' },
      el('p', { class: 'back' }, el('a', { href: '#/people' }, `← ${translate('people.title')}`)),
      el('h1', { tabindex: '-1' }, people.name(person.id)),
      savedNote(said),
      absenceNotes([person.id], people, now),
      el('p', { class: 'acts told-link' }, el('a', { href: toldAddress({ person: person.id }) }, translate('told.link'))),
      el('section', { 'aria-labelledby': 'in-hand' },
        el('h2', { id: 'in-hand' }, translate('person.inHand')),
        !seesAll() && items.length > 0 && el('p', { class: 'about' }, translate('person.some')),
        inHand(items)),
      mayHaveAddressOf(person.id) && feedAddress({
        path: `people/${encodeURIComponent(person.id)}/feed`, about: 'feeds.ofPerson', zone: person.timeZone,
      }),
      rhythmPart(person, mayRegister() || isSelf(person.id)),
      form),
    focus: conflictIn(form),
    announcement: said ?? undefined,
  };
}

/** Late first; then by the day. */
function inHand(items) {
  const some = [...new Map(items.map(item => [itemAddress(item), item])).values()].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
  return some.length === 0 ? el('p', { class: 'about' }, translate(seesAll() ? 'person.nothing' : 'person.nothing.some'))
    : el('ul', { class: 'in-hand' }, some.map(item => el('li', { 'data-slip': item.slip ?? 'none' },
      el('a', { href: itemAddress(item) }, localized('span', item.title)), ' ',
      el('span', { class: 'quiet' }, dateText(item.dueOn, 'short'), item.daysLate > 0 && ` · ${translate('days.late', { count: item.daysLate })}`))));
}

function personForm({ person, people, calendars, draft }) {
  const { mine } = draft.value;
  const others = () => byName(people.all.filter(one => one.id !== person.id).map(one => [one.id, people.name(one.id)]));
  const known = { people: others, zones: suggestions(Intl.supportedValuesOf('timeZone')), calendars: suggestions(calendars), namesake: typed => registeredWith(typed.email, people, person.id) };
  const acts = changing({
    draft, people, part: 'people', path: `people/${encodeURIComponent(person.id)}`, asTyped, form: () => form,
    check: typed => faultsOfPerson(typed, ''), bodyOf: ({ revision, ...typed }) => personOf(/** @type {any} */ (typed), person.id),
  });
  const form = el('form', { class: 'entry', novalidate: true, input: () => { draft.save(); refill(form); }, submit: acts.submit },
    known.zones, known.calendars, draft.note(), acts.conflict, faultSummary(),
    absenceFields(mine, others),
    el('section', { class: 'list' },
      el('h2', {}, translate('person.change')),
      personFields(mine, known),
      personField({ at: 'contact', label: translate('person.contact'), word: 'liaison', hint: translate('person.contact.hint'), optional: true }, mine, 'contact', others)),
    acts.row, acts.preview);
  return form;
}
