import assert from 'node:assert/strict';
import test from 'node:test';
import { blankChange, bodyOf, faultsOfChange, kinds, offsetOf, onForm } from '../../functions/FollowUp/Board/page/bulk/bulk-change.js';

const typed = { ...blankChange(), person: 'law', count: '10', dueOn: '2020-06-01', reason: 'closed', items: ['a'] };

test('a change of many items says one thing, whatever else was typed before', () => {
  assert.deepEqual(bodyOf(typed, 'desk'), { by: 'desk', reason: 'closed', items: ['a'], owner: 'law' });
  assert.deepEqual(bodyOf({ ...typed, kind: 'moveBy' }, 'desk'), { by: 'desk', reason: 'closed', items: ['a'], moveBy: '+10wd' });
  assert.deepEqual(bodyOf({ ...typed, kind: 'dueOn' }, 'desk'), { by: 'desk', reason: 'closed', items: ['a'], dueOn: '2020-06-01' });
});

test('several people are sent in their order, without the lines that nobody was chosen on', () => {
  const chain = [{ who: 'first' }, { who: '' }, { who: 'second' }];
  assert.deepEqual(bodyOf({ ...typed, kind: 'chain', chain }, 'desk').chain, ['first', 'second']);
  assert.deepEqual(bodyOf({ ...typed, kind: 'supporting' }, 'desk').supporting, []);
  assert.deepEqual(bodyOf({ ...typed, kind: 'counterpart' }, 'desk').counterpart, 'law');
});

test('how far dates move is a number, a unit and a direction', () => {
  assert.equal(offsetOf({ count: ' 7 ', unit: 'cd', way: 'earlier' }), '-7cd');
  assert.equal(offsetOf({ count: '1', unit: 'mo', way: 'later' }), '+1mo');
});

test('dates that are moved need a number of days; nothing else does', () => {
  for (const count of ['', '0', '00', '-3', '1.5', 'ten']) {
    assert.deepEqual(faultsOfChange({ ...typed, kind: 'moveBy', count }), [{ pointer: '/moveBy', code: 'required' }], count);
  }

  assert.deepEqual(faultsOfChange({ ...typed, kind: 'moveBy', count: '10' }), []);
  assert.deepEqual(kinds.filter(kind => kind !== 'moveBy').flatMap(kind => faultsOfChange({ ...typed, kind, count: '' })), []);
});

test('whoever is refused is said to be so in the one field that people are chosen in', () => {
  assert.deepEqual(['/owner', '/issuer', '/counterpart', '/coordinator', '/chain/1', '/moveBy', '/items/0', '/owners', ''].map(onForm),
    ['/person', '/person', '/person', '/person', '/chain/1', '/moveBy', '/items/0', '/owners', '']);
});
