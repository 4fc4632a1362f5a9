import { written } from '../forms/texts.js';
import { Ids } from './ids.js';
import { stagesOf } from './stages.js';

/*
 * What is typed into the form of an agreement. Whoever is only being entered has no id yet, so that what names them does so
 * by a `key`, which begins with `~`: no id does.
 */
let keys = 0;

const newKey = () => `~${Date.now().toString(36)}${(++keys).toString(36)}`;

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * @param {string} today
 * @param {{ address?: string, coordinator?: string }} me who is signed in; `coordinator` is who they are in the register
 * @param {string} language
 */
export function blankAgreement(today, { address, coordinator }, language) {
  const first = coordinator ? [] : [blankPerson({}, language, address)];
  return {
    id: '', kind: 'minutes', signedOn: today, place: '', title: {},
    parties: [blankParty()], people: first, coordinator: coordinator ?? first[0].key, chain: [], clauses: [], items: [blankItem()],
  };
}

export const blankParty = () => ({ code: '', name: {}, calendar: '', timeZone: ownZone() });

/**
 * A colleague sits where the first party does, until somebody says otherwise.
 * @param {{ parties?: any[] }} draft
 * @param {string} language
 */
export const blankPerson = ({ parties }, language, email = '') => ({
  key: newKey(), id: '', name: {}, email, language, timeZone: parties?.[0]?.timeZone || ownZone(), calendar: parties?.[0]?.calendar ?? '', absences: [],
});

export const blankClause = () => ({ key: newKey(), label: '', text: {} });

/**
 * Most items of an agreement are given by one issuer, so the last one is proposed.
 * @param {{ items?: any[] }} [draft]
 */
export const blankItem = ({ items } = {}) => ({
  key: newKey(), id: '', title: {}, clause: '', owner: '', issuer: items?.at(-1)?.issuer ?? '', kind: 'other', dueOn: '', dependsOn: [],
  counterpart: '', supporting: [], plan: '', recurrence: '', stages: [], calendars: [], silentUntilDue: false,
});

/**
 * The register file that a draft is.
 * @param {any} draft
 * @param {{ people: Iterable<string>, agreements: Iterable<string> }} taken ids that others have
 */
export function registerOf(draft, taken) {
  const ids = idsOf(draft, taken.people);
  const agreement = {
    id: new Ids(taken.agreements).give(draft.id, [[draft.signedOn, draft.place].filter(Boolean).join('-'), ...Object.values(draft.title)], 'agreement'),
    kind: draft.kind, signedOn: draft.signedOn, place: draft.place.trim(), title: written(draft.title),
    parties: draft.parties.map(party => ({ ...party, code: party.code.trim(), calendar: party.calendar.trim(), timeZone: party.timeZone.trim(), name: written(party.name) })),
    coordinator: ids.of(draft.coordinator), chain: draft.chain.map(level => ids.of(level.who)),
    clauses: draft.clauses.map(clause => ({ id: ids.of(clause.key), label: clause.label.trim(), text: written(clause.text) })),
    items: draft.items.map(item => itemOf(item, ids)),
  };
  return { people: draft.people.map(person => personOf(person, ids.of(person.key))), agreements: [agreement] };
}

/**
 * The ids that a register file gave to what a draft enters: with them the very same file can be made again.
 * @param {any} register
 */
export const idsIn = ({ people, agreements: [agreement] }) =>
  ({ agreement: agreement.id, people: people.map(person => person.id), items: agreement.items.map(item => item.id) });

/** A draft as if these ids had been typed. */
export const withIds = (draft, { agreement, people, items }) => ({
  ...draft, id: agreement, people: draft.people.map((person, n) => ({ ...person, id: people[n] })), items: draft.items.map((item, n) => ({ ...item, id: items[n] })),
});

/**
 * Whoever would be written over: somebody has the id that was typed for somebody new.
 * @param {any} draft
 * @param {Iterable<string>} taken
 */
export function faultsOfTaken(draft, taken) {
  const others = new Set(taken);
  return draft.people.flatMap((person, n) => (others.has(person.id.trim()) ? [{ pointer: `/people/${n}/id`, code: 'personKnown', args: { id: person.id.trim() } }] : []));
}

/** An item as it is sent: what was left open is left out. */
export function itemOf(item, ids) {
  const { key, dependsOn, supporting, title, stages, calendars, ...plain } = item;
  return {
    ...plain, id: ids.of(key), title: written(title), clause: ids.of(plain.clause), owner: ids.of(plain.owner), issuer: ids.of(plain.issuer),
    counterpart: ids.of(plain.counterpart), supporting: supporting.map(one => ids.of(one.who)).filter(Boolean),
    dependsOn: dependsOn.map(one => ids.of(one.who)).filter(Boolean),
    stages: stagesOf(stages), calendars: (calendars ?? []).map(one => one.who).filter(Boolean),
  };
}

export const personOf = ({ key, ...person }, id) => ({
  ...person, id, name: nameOf(person.name), email: person.email.trim(), timeZone: person.timeZone.trim(), calendar: person.calendar.trim(),
});

/** Who has one name is called by it in every language. */
function nameOf(names) {
  const texts = written(names);
  return texts && Object.keys(texts).length === 1 ? Object.values(texts)[0] : texts;
}

/**
 * The ids of what a draft enters, by their keys; of all else, what it is called already.
 * @param {any} draft
 * @param {Iterable<string>} people
 * @param {Iterable<string>} items
 */
export function idsOf(draft, people, items = []) {
  const ofPeople = new Ids(people);
  const ofItems = new Ids(items, true);
  const ofClauses = new Ids();
  const made = new Map([
    ...(draft.people ?? []).map(person => [person.key, ofPeople.give(person.id, idTexts(person.name), 'person')]),
    ...(draft.clauses ?? []).map(clause => [clause.key, ofClauses.give('', [clause.label], 'clause')]),
    ...draft.items.map(item => [item.key, ofItems.give(item.id, idTexts(item.title), item.kind)]),
  ]);
  return { of: key => made.get(key) ?? key };
}

/** English makes the best ids. */
export const idTexts = texts => [texts.en, texts.ru, ...Object.values(texts)];
