import './browser.js';
import assert from 'node:assert/strict';
import test from 'node:test';

const { askedOf, closedAt, inSection, sectionOf, sections, silentDays, stateOf, waitingOf } = await import('../../functions/FollowUp/Board/page/item/item-state.js');

const open = (some = {}) => ({ id: 'i', open: true, state: 'signed', dueOn: '2020-05-29', slip: null, waiting: [], ...some });

test('every item has one section', () => {
  const items = [
    open(), open({ slip: 'red', daysLate: 3 }), open({ slip: 'yellow' }), open({ slip: 'blue' }), open({ state: 'reported', slip: 'red' }),
    open({ state: 'waiting' }), open({ state: 'registered' }), { ...open({ state: 'confirmed' }), open: false },
  ];
  assert.deepEqual(items.map(sectionOf), ['course', 'late', 'behind', 'near', 'reported', 'waiting', 'waiting', 'closed']);
  assert.equal(sections.flatMap(section => inSection([...items], section)).length, items.length);
});

test('late while it waits for others is late', () => assert.equal(sectionOf(open({ state: 'registered', slip: 'red' })), 'late'));

test('the latest comes first, then what is due first', () => {
  const items = [
    open({ id: 'a', slip: 'red', daysLate: 2, dueOn: '2020-05-01' }), open({ id: 'b', slip: 'red', daysLate: 9, dueOn: '2020-05-20' }),
    open({ id: 'c', slip: 'red', daysLate: 2, dueOn: '2020-04-01' }),
  ];
  assert.deepEqual(inSection(items, 'late').map(({ id }) => id), ['b', 'c', 'a']);
});

test('what was closed last comes first, however it was closed', () => {
  const closed = (id, how) => ({ ...open({ id, state: 'confirmed' }), open: false, ...how });
  const items = [closed('a', { confirmation: { at: '2020-05-01T00:00Z' } }), closed('b', { withdrawal: { at: '2020-06-01T00:00Z' } }), closed('c', {})];
  assert.deepEqual(inSection(items, 'closed').map(({ id }) => id), ['b', 'a', 'c']);
  assert.equal(closedAt(items[2]), '');
});

test('what came back from the issuer is returned until the owner has reported again', () => {
  assert.equal(stateOf(open({ returns: [{}] })), 'returned');
  assert.equal(stateOf(open({ state: 'reported', returns: [{}] })), 'reported');
  assert.equal(stateOf(open()), 'signed');
});

test('an extension is asked for until it is decided, reported or closed', () => {
  const extensions = [{ decision: 'refused', dueOn: '1' }, { dueOn: '2' }];
  assert.equal(askedOf(open({ extensions })).dueOn, '2');
  assert.equal(askedOf(open({ extensions, state: 'reported' })), undefined);
  assert.equal(askedOf({ ...open({ extensions }), open: false }), undefined);
});

test('the clock stands still for the last reason given', () => {
  assert.equal(waitingOf(open({ state: 'waiting', waiting: [{ reason: 'a' }, { reason: 'b' }] })).reason, 'b');
  assert.equal(waitingOf(open({ waiting: [{ reason: 'a', ended: {} }] })), undefined);
});

test('silence is counted in days of the item, and not while its clock stands', () => {
  const item = open({ silentSince: '2020-03-01T17:00:00Z', timeZone: 'Asia/Shanghai' });
  assert.equal(silentDays(item, '2020-03-16T00:00:00Z'), 14);
  assert.equal(silentDays(open({ timeZone: 'Asia/Shanghai' }), '2020-03-16T00:00:00Z'), 0);
});
