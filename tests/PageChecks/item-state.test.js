import './browser.js';
import assert from 'node:assert/strict';
import test from 'node:test';

const { askedOf, closedAt, silentDays, stateOf, waitingOf } = await import('../../functions/FollowUp/Board/page/item/item-state.js');

const open = (some = {}) => ({ id: 'i', open: true, state: 'signed', dueOn: '2020-05-29', slip: null, waiting: [], ...some });

test('an item is closed when it is confirmed or withdrawn', () => {
  assert.equal(closedAt({ confirmation: { at: '2020-05-01T00:00Z' } }), '2020-05-01T00:00Z');
  assert.equal(closedAt({ withdrawal: { at: '2020-06-01T00:00Z' } }), '2020-06-01T00:00Z');
  assert.equal(closedAt({}), '');
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
