import assert from 'node:assert/strict';
import test from 'node:test';
import './browser.js';
import { wrongWith } from '../../functions/FollowUp/Board/page/acts/checks.js';
import { personMeant } from '../../functions/FollowUp/Board/page/acts/person-lookup.js';
import { renew } from '../../functions/FollowUp/Board/page/acts/renewed.js';
import { refusalOf } from '../../functions/FollowUp/Board/page/acts/send-act.js';
import { callOf, fieldsOf, isTyped, isVerb, verbOfStep, verbs } from '../../functions/FollowUp/Board/page/acts/verbs.js';
import { has } from '../../functions/FollowUp/Board/page/text/i18n.js';

const item = {
  agreement: 'a', id: 'i', owner: 'law', dueOn: '2020-06-17', extensions: [{ number: 1, decision: 'refused' }, { number: 2 }],
  stages: [{ id: 'draft', done: {} }, { id: 'signature' }], waiting: [{ reason: 'their draft' }],
};

const wrong = (verb, values) => wrongWith(verb, values, {
  item, today: '2020-05-11', personOf: typed => ({ 'Law Desk': 'law', 'Treaty Desk': 'treaty' })[typed],
}).map(({ name, key }) => `${name} ${key}`);

test('each verb has a call, words for itself and for each of its fields, and for what the journal calls it', () => {
  for (const [verb, { fields, events }] of Object.entries(verbs)) {
    assert.ok(has(`acts.${verb}`) && has(`acts.${verb}.about`), verb);
    assert.ok(events.every(event => has(`event.${event}`)), verb);
    for (const { name, label } of fields) {
      const own = label?.({ kind: 'link' }) ?? name;
      assert.ok([`acts.${verb}.${own}`, `acts.field.${name}`].some(has), `${verb} ${name}`);
    }
  }
});

test('a call has what was typed, and not what was left empty', () => {
  assert.deepEqual(callOf('confirm', item, { note: ' ' }, 'lead'), { method: 'PUT', path: 'agreements/a/items/i/confirmation', body: { by: 'lead' } });
  assert.deepEqual(callOf('resume', item, {}, 'desk'), { method: 'DELETE', path: 'agreements/a/items/i/waiting?by=desk', body: undefined });
  assert.deepEqual(callOf('finish-stage', item, { stage: 'signature' }, 'law'), { method: 'PUT', path: 'agreements/a/items/i/stages/signature', body: { by: 'law' } });
  assert.deepEqual(callOf('decide-extension', item, { decision: 'granted' }, 'lead').path, 'agreements/a/items/i/extensions/2');
});

test('word without a document needs a note, and takes no reference along that was typed before', () => {
  assert.deepEqual(callOf('complete', item, { kind: 'none', ref: 'No. 41', note: 'by phone' }, 'law').body, { by: 'law', evidence: { kind: 'none', note: 'by phone' } });
  assert.deepEqual(fieldsOf('complete', { kind: 'none' }).map(({ name }) => name), ['kind', 'note']);
  assert.deepEqual(wrong('complete', { kind: 'none' }), ['note empty']);
  assert.deepEqual(wrong('complete', { kind: 'document' }), ['ref empty']);
  assert.deepEqual(wrong('complete', { kind: 'link', ref: 'x'.repeat(301) }), ['ref long']);
});

test('a file that shows it is handed in first, and named by its checksum', () => {
  assert.deepEqual(callOf('complete', item, { kind: 'file', ref: 'No. 41', file: 'signed.pdf', handedIn: '00ff' }, 'law').body, { by: 'law', evidence: { kind: 'file', ref: '00ff' } });
  assert.deepEqual(fieldsOf('complete', { kind: 'file' }).map(({ name }) => name), ['kind', 'file', 'note']);
  assert.deepEqual(wrong('complete', { kind: 'file' }), ['file choose']);
  assert.deepEqual(wrong('complete', { kind: 'file', handedIn: '00ff' }), []);
  assert.deepEqual(verbs.complete.initial?.({ ...item, evidenceFiles: [{ sha256: '00ff' }, { sha256: 'ff00' }] }), { kind: 'file', handedIn: 'ff00' });
});

test('what is wrong with a file is said in the field that it was chosen in', () => {
  const { faults, trouble } = refusalOf({ kind: 'faults', faults: [{ pointer: '', code: 'file-kind' }, { pointer: '/file', code: 'file-large' }] }, ['file']);
  assert.deepEqual(faults?.map(({ name, code }) => [name, code]), [['file', 'file-kind'], ['file', 'file-large']]);
  assert.equal(trouble, null);
});

test('a date is later than what holds, and none of the past', () => {
  assert.deepEqual(wrong('extend', { dueOn: '2020-06-17', reason: 'r' }), ['dueOn after']);
  assert.deepEqual(wrong('extend', { dueOn: '2020-06-18', reason: 'r' }), []);
  assert.deepEqual(wrong('reschedule', { dueOn: '2020-05-10', reason: 'r' }), ['dueOn past']);
  assert.deepEqual(wrong('reschedule', { dueOn: '2020-06-17', reason: 'r' }), ['dueOn same']);
  assert.deepEqual(wrong('reschedule', { dueOn: '2020-05-11', reason: 'r' }), []);
  assert.deepEqual(wrong('reschedule', { dueOn: '20200-05-11', reason: '  ' }), ['dueOn date', 'reason empty']);
});

test('who takes it over is somebody else', () => {
  assert.deepEqual(wrong('hand-over', { owner: 'Law Desk', reason: 'r' }), ['owner owner']);
  assert.deepEqual(wrong('hand-over', { owner: 'Law', reason: 'r' }), ['owner person']);
  assert.deepEqual(wrong('hand-over', { owner: 'Treaty Desk', reason: 'r' }), []);
});

test('words that read as before are not put right', () => {
  const titled = { ...item, title: { en: 'Draft' }, kind: 'visit', clause: 'p1' };
  const words = values => wrongWith('amend', { en: 'Draft', kind: 'visit', clause: 'p1', ...values }, { item: titled, today: '2020-05-11', personOf: () => undefined });
  assert.deepEqual(words({}), [{ name: 'en', key: 'unchanged' }]);
  assert.deepEqual(words({ en: ' Draft ', kind: '', reason: 'a slip' }), [{ name: 'en', key: 'unchanged' }]);
  assert.deepEqual(words({ zh: '草案' }), []);
  assert.deepEqual(words({ kind: 'other' }), []);
  assert.deepEqual(words({ en: 'x'.repeat(301) }).map(({ key }) => key), ['long']);
});

test('what was only chosen was not typed, nor what stood there from the beginning', () => {
  assert.equal(isTyped('finish-stage', { stage: 'signature' }, item), false);
  assert.equal(isTyped('complete', { kind: 'link', ref: ' ' }, item), false);
  assert.equal(isTyped('complete', { kind: 'link', ref: 'No. 41' }, item), true);
  assert.equal(isTyped('amend', { en: 'Draft' }, { title: { en: 'Draft' } }), false);
  assert.equal(isTyped('amend', { en: 'Drafts' }, { title: { en: 'Draft' } }), true);
});

test('a person is meant by any of their names, whole, and nobody by one that several have', () => {
  const people = { all: [
    { id: 'law', name: { en: 'Law Desk', zh: '法规处' }, email: 'law@nia.example' }, { id: 'li', name: 'Li Wei' }, { id: 'li-2', name: 'Li Wei' },
  ] };
  for (const typed of ['law', ' law desk ', '法规处', 'Law Desk (law)', 'LAW@nia.example']) {
    assert.equal(personMeant(typed, people), 'law', typed);
  }

  assert.equal(personMeant('Li Wei', people), undefined);
  assert.equal(personMeant('Li Wei (li-2)', people), 'li-2');
  assert.equal(personMeant('La', people), undefined);
});

test('what has a counterpart is taken back by it', () => {
  const counterparts = Object.entries(verbs).filter(([, { undo }]) => undo).map(([verb, { undo }]) => [verb, undo?.(item, 'taken back')]);
  assert.deepEqual(Object.fromEntries(counterparts), {
    reschedule: { verb: 'reschedule', values: { dueOn: '2020-06-17', reason: 'taken back' } },
    'hand-over': { verb: 'hand-over', values: { owner: 'law', reason: 'taken back' } },
    suspend: { verb: 'resume', values: {} },
    resume: { verb: 'suspend', values: { reason: 'their draft' } },
  });
});

test('a step that an item waits for is a verb, unless it is taken elsewhere', () => {
  assert.deepEqual(['sign', 'report', 'report-again', 'decide-extension', 'resume', 'move-first', 'ask-for-word', 'finish-first'].map(verbOfStep),
    ['sign', 'complete', 'complete', 'decide-extension', 'resume', null, null, null]);
});

test('what every object has by its name is no verb', () => {
  assert.deepEqual(['constructor', 'toString', 'confirm'].map(isVerb), [false, false, true]);
  assert.deepEqual(['constructor', '__proto__'].map(verbOfStep), [null, null]);
});

/** @param {any} some */
const draft = (some = {}) => ({ values: {}, by: 'law', key: 'k', seen: 1, isTouched: true, ...some });

test('what was typed in one name is put under no other, and what was not typed yet is whoever may do it', () => {
  const typed = draft({ values: { text: 'Half of it.' } });
  renew('progress', typed, item, ['treaty']);
  assert.deepEqual([typed.by, typed.formerBy, typed.values], ['', 'law', { text: 'Half of it.' }]);
  renew('progress', typed, item, ['treaty']);
  assert.equal(typed.by, '');

  const begun = draft({ isTouched: false });
  renew('progress', begun, item, ['treaty']);
  assert.equal(begun.by, 'treaty');
});

test('a decision on one request is none on the next, and a stage that is finished is not chosen', () => {
  const decided = draft({ by: 'lead', about: '2', values: { decision: 'granted', note: 'To the end of June.' } });
  renew('decide-extension', decided, item, ['lead']);
  assert.equal(decided.values.decision, 'granted');
  renew('decide-extension', decided, { ...item, extensions: [...item.extensions, { number: 3 }] }, ['lead']);
  assert.deepEqual(decided.values, { note: 'To the end of June.' });

  const stage = draft({ values: { stage: 'draft' } });
  renew('finish-stage', stage, item, ['law']);
  assert.deepEqual(stage.values, {});
});

test('where a verb is not open any more, everything typed stays as it was', () => {
  const decided = draft({ by: 'lead', about: '1', values: { decision: 'refused', note: 'Too late.' } });
  renew('decide-extension', decided, item, []);
  assert.deepEqual([decided.by, decided.values], ['lead', { decision: 'refused', note: 'Too late.' }]);
});
