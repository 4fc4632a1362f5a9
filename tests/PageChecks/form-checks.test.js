import './browser.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';

const page = '../../functions/FollowUp/Board/page';
const { faultsOfPlan } = await import(`${page}/plans/plan-check.js`);
const { counted } = await import(`${page}/plans/behind.js`);
const { faultsOfTaken, idsIn, registerOf, withIds } = await import(`${page}/first-day/agreement-draft.js`);
const { toldApart } = await import(`${page}/forms/people-choice.js`);
const { fingerprint } = await import(`${page}/forms/fingerprint.js`);

const rung = (count, more = {}) => ({ id: 'a', offset: { count, unit: 'wd', side: 'after' }, isRepeated: false, every: { count: '5' }, times: '2', to: ['owner'], ...more });
const at = faults => faults.map(({ pointer }) => pointer);

test('what was emptied in a plan is no nought, nor nine o’clock', () => {
  const plan = { hour: '', extensionsMax: '', ladders: [{ ladder: 'due', rungs: [rung('0'), rung(''), rung('1', { isRepeated: true, every: { count: '' }, times: '' })] }] };
  assert.deepEqual(at(faultsOfPlan(plan)), ['/hour', '/extensionsMax', '/ladders/0/rungs/1/offset', '/ladders/0/rungs/2/every', '/ladders/0/rungs/2/times']);
  assert.deepEqual(faultsOfPlan({ hour: '09:00', extensionsMax: 0, ladders: [] }), []);
});

const person = (key, name, id = '') => ({ key, id, name: { en: name }, email: `${key}@a.example`, language: 'en', timeZone: 'UTC', calendar: 'CN', absences: [] });
const draft = {
  id: '', kind: 'minutes', signedOn: '2026-01-05', place: 'Harbin', title: { en: 'Talks' }, parties: [], coordinator: '~a', chain: [], clauses: [{ key: '~c', label: '1', text: { en: 'x' } }],
  people: [person('~a', 'Law desk', 'law'), person('~b', 'Office')],
  items: [{ key: '~i', id: '', title: { en: 'Survey' }, clause: '~c', owner: '~a', issuer: '~b', counterpart: '', supporting: [], dependsOn: [], stages: [], calendars: [], kind: 'other' }],
};

test('whoever is in the register is not written over by somebody new with their id', () => {
  assert.deepEqual(faultsOfTaken(draft, ['law', 'office']), [{ pointer: '/people/0/id', code: 'personKnown', args: { id: 'law' } }]);
  assert.deepEqual(faultsOfTaken(draft, ['office']), []);
});

test('of what was sent only the ids need be kept to send the very same again', () => {
  const sent = registerOf(draft, { people: ['office'], agreements: ['2026-01-05-harbin'] });
  assert.deepEqual(idsIn(sent), { agreement: '2026-01-05-harbin-b', people: ['law', 'office-b'], items: ['survey'] });
  assert.deepEqual(registerOf(withIds(draft, idsIn(sent)), { people: [], agreements: [] }), sent);
});

test('what changed in one letter is not the same', () => {
  assert.equal(fingerprint('a'.repeat(9000)), fingerprint('a'.repeat(9000)));
  assert.notEqual(fingerprint('Talks on the river'), fingerprint('Talks on the rivet'));
});

test('two of one name are told apart by their ids', () =>
  assert.deepEqual(toldApart([['a', 'Li'], ['b', 'Li'], ['c', 'Wang']]), [['a', 'Li (a)'], ['b', 'Li (b)'], ['c', 'Wang']]));

test('items on older revisions are counted by agreement', () =>
  assert.deepEqual([...counted([{ agreement: 'a' }, { agreement: 'b' }, { agreement: 'a' }])], [['a', 2], ['b', 1]]));
