import { kinds } from '../text/kinds.js';

/**
 * The verbs of an item, as data: the call of each, what it asks for, what the journal calls it, and what takes it back.
 * @typedef {Record<string, string>} Values what is typed, by field
 * @typedef {{
 *   name: string, kind: 'text' | 'line' | 'date' | 'person' | 'choice' | 'select' | 'file', label?: (values: Values) => string,
 *   options?: (item: any, agreement?: any) => string[], isShown?: (values: Values) => boolean, isOptional?: (values: Values) => boolean,
 * }} Field
 * @typedef {{ verb: string, values: Values }} Counterpart
 * @typedef {{
 *   method: 'PUT' | 'POST' | 'DELETE', path: (values: Values, item: any) => string, fields: Field[], events: string[], roles: string[],
 *   body?: (values: Values) => Record<string, any>, initial?: (item: any) => Values, about?: (item: any) => string,
 *   undo?: (before: any, why: string) => Counterpart,
 * }} Verb `about`: what a choice is about; what was chosen about another one does not count
 */

/** @type {Field} */
const reason = { name: 'reason', kind: 'text' };

/** @type {Field} */
const note = { name: 'note', kind: 'text', isOptional: () => true };

/** @type {Field} */
const dueOn = { name: 'dueOn', kind: 'date' };

/**
 * A document, a file, a page, or honestly nothing but word, which then must be given.
 * @param {Values} values
 */
const isWordOnly = values => values.kind === 'none';

/** @param {Values} values */
const isFile = values => values.kind === 'file';

/** @type {Field[]} */
const evidence = [
  { name: 'kind', kind: 'choice', options: () => ['document', 'file', 'link', 'none'] },
  { name: 'ref', kind: 'line', label: ({ kind }) => `ref.${kind}`, isShown: values => Boolean(values.kind) && !isWordOnly(values) && !isFile(values) },
  { name: 'file', kind: 'file', isShown: isFile, isOptional: values => Boolean(values.handedIn) },
  { ...note, isOptional: values => !isWordOnly(values) },
];

/**
 * What was handed in last shows it, unless something else is chosen.
 * @returns {Values}
 */
function lastFile({ evidenceFiles }) {
  const handedIn = evidenceFiles?.at(-1)?.sha256;
  return handedIn ? { kind: 'file', handedIn } : { kind: 'document' };
}
const optional = () => true;

/** @type {Field[]} */
const wording = [
  ...['en', 'zh', 'ru', 'number'].map(name => ({ name, kind: /** @type {const} */ ('line'), isOptional: optional })),
  { name: 'kind', kind: 'select', options: () => kinds, isOptional: optional },
  { name: 'clause', kind: 'select', options: (_, agreement) => (agreement?.clauses ?? []).map(clause => clause.id), isOptional: optional },
  { ...reason, isOptional: optional },
];

const wordsOf = ({ title, kind, number, clause }) => ({ ...title, kind, ...(number && { number }), ...(clause && { clause }) });

const owners = ['owner', 'supporting'];

const left = stages => stages.filter(stage => !stage.done).map(stage => stage.id);

/** @type {Record<string, Verb>} */
export const verbs = {
  sign: { method: 'PUT', path: () => 'receipt', fields: [], events: ['signed'], roles: ['owner'] },
  progress: { method: 'POST', path: () => 'progress', fields: [{ name: 'text', kind: 'text' }], events: ['progress'], roles: owners },
  'finish-stage': {
    method: 'PUT', path: ({ stage }) => `stages/${encodeURIComponent(stage)}`, events: ['stage-done'], roles: owners, body: () => ({}),
    initial: ({ stages }) => ({ stage: left(stages)[0] }),
    fields: [{ name: 'stage', kind: 'choice', options: ({ stages }) => left(stages) }],
  },
  'add-evidence': {
    method: 'POST', path: () => 'evidence', fields: [{ name: 'file', kind: 'file' }], events: ['evidence-added'], roles: ['owner'],
  },
  complete: {
    method: 'PUT', path: () => 'completion', fields: evidence, events: ['reported'], roles: ['owner'], initial: lastFile,
    body: values => ({
      evidence: isFile(values) ? { ...given(values, ['kind', 'note']), ref: values.handedIn } : given(values, isWordOnly(values) ? ['kind', 'note'] : ['kind', 'ref', 'note']),
    }),
  },
  confirm: { method: 'PUT', path: () => 'confirmation', fields: [note], events: ['confirmed'], roles: ['issuer'] },
  return: { method: 'POST', path: () => 'return', fields: [reason], events: ['returned'], roles: ['issuer'] },
  extend: { method: 'POST', path: () => 'extensions', fields: [dueOn, reason], events: ['extension-asked'], roles: ['owner'] },
  'decide-extension': {
    method: 'PUT', path: (_, { extensions }) => `extensions/${extensions.length}`, events: ['extension-granted', 'extension-refused'], roles: ['issuer'],
    about: ({ extensions }) => String(extensions?.length ?? 0),
    fields: [{ name: 'decision', kind: 'choice', options: () => ['granted', 'refused'] }, note],
  },
  ask: { method: 'POST', path: () => 'questions', fields: [{ name: 'text', kind: 'text' }], events: ['question-asked'], roles: ['owner', 'issuer'] },
  'answer-question': {
    method: 'PUT', path: (_, { questions }) => `questions/${questions.length}`, fields: [{ name: 'text', kind: 'text' }], events: ['question-answered'],
    roles: ['owner', 'issuer'],
  },
  escalate: { method: 'POST', path: () => 'escalations', fields: [reason], events: ['escalated'], roles: ['owner', 'issuer', 'coordinator'] },
  reschedule: {
    method: 'PUT', path: () => 'due-date', fields: [dueOn, reason], events: ['rescheduled'], roles: ['coordinator'],
    undo: (before, why) => ({ verb: 'reschedule', values: { dueOn: before.dueOn, reason: why } }),
  },
  'hand-over': {
    method: 'PUT', path: () => 'owner', fields: [{ name: 'owner', kind: 'person' }, reason], events: ['handed-over'], roles: ['coordinator'],
    undo: (before, why) => ({ verb: 'hand-over', values: { owner: before.owner, reason: why } }),
  },
  suspend: {
    method: 'PUT', path: () => 'waiting', fields: [reason], events: ['waiting'], roles: ['coordinator'],
    undo: () => ({ verb: 'resume', values: {} }),
  },
  resume: {
    method: 'DELETE', path: () => 'waiting', fields: [], events: ['resumed'], roles: ['coordinator'],
    // It goes on to wait for what it waited for: each waiting gives back its own days.
    undo: before => ({ verb: 'suspend', values: { reason: before.waiting.at(-1).reason } }),
  },
  amend: {
    method: 'PUT', path: () => 'wording', fields: wording, events: ['amended'], roles: ['coordinator'], initial: wordsOf,
    body: values => {
      const title = given(values, ['en', 'zh', 'ru']);
      return { ...(Object.keys(title).length > 0 && { title }), ...given(values, ['kind', 'number', 'clause', 'reason']) };
    },
  },
  withdraw: { method: 'PUT', path: () => 'withdrawal', fields: [reason], events: ['withdrawn'], roles: ['coordinator'] },
  'end-series': { method: 'PUT', path: () => 'series-end', fields: [reason], events: ['series-ended'], roles: ['coordinator'] },
};

/** The fields that are asked for, as things stand. */
export const fieldsOf = (verb, values) => verbs[verb].fields.filter(field => field.isShown?.(values) ?? true);

/**
 * The call that does a verb.
 * @param {string} verb
 * @param {any} item as it was decided on
 * @param {Values} values
 * @param {string} by
 */
export function callOf(verb, item, values, by) {
  const { method, path, fields, body } = verbs[verb];
  const address = `agreements/${encodeURIComponent(item.agreement)}/items/${encodeURIComponent(item.id)}/${path(values, item)}`;
  return method === 'DELETE'
    ? { method, path: `${address}?by=${encodeURIComponent(by)}`, body: undefined }
    : { method, path: address, body: { by, ...(body ? body(values) : given(values, fields.map(field => field.name))) } };
}

/** What was left empty is left out. */
const given = (values, names) => Object.fromEntries(names.filter(name => values[name]?.trim()).map(name => [name, values[name]]));

/**
 * Whether something was typed, and not merely chosen, that did not stand there from the beginning.
 * @param {string} verb
 * @param {Values} values
 */
export function isTyped(verb, values, item) {
  const { fields, initial } = verbs[verb];
  const begun = initial?.(item) ?? {};
  return fields.some(({ name, kind }) => kind !== 'choice' && Boolean(values[name]?.trim()) && values[name] !== begun[name]);
}

/** Whether a word is a verb, and not what every object has by that name. */
export const isVerb = word => Object.hasOwn(verbs, word);

/** The verb that takes a step which somebody waits for. */
export const verbOfStep = action => (['report', 'report-again'].includes(action) ? 'complete' : isVerb(action) ? action : null);
