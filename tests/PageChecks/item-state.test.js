import assert from 'node:assert/strict';
import test from 'node:test';
import { askedOf, closedAt, stateOf, waitingOf } from '../../functions/FollowUp/Board/page/item/item-state.js';

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
