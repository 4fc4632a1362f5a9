import assert from 'node:assert/strict';
import test from 'node:test';
import './browser.js';
import { bodyOf } from '../../functions/FollowUp/Board/page/bulk/bulk-form.js';

test('a change of many items says one thing, whatever else was typed before', () => {
  const typed = { kind: 'owner', person: 'law', offset: '+10wd', dueOn: '2020-06-01', reason: 'closed', items: ['a'] };
  assert.deepEqual(bodyOf(typed, 'desk'), { by: 'desk', reason: 'closed', items: ['a'], owner: 'law' });
  assert.deepEqual(bodyOf({ ...typed, kind: 'moveBy' }, 'desk'), { by: 'desk', reason: 'closed', items: ['a'], moveBy: '+10wd' });
  assert.deepEqual(bodyOf({ ...typed, kind: 'dueOn' }, 'desk'), { by: 'desk', reason: 'closed', items: ['a'], dueOn: '2020-06-01' });
});
