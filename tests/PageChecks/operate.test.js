import assert from 'node:assert/strict';
import test from 'node:test';
import './browser.js';
import { carriedBy, repairAll } from '../../functions/FollowUp/Board/page/operate/operate-data.js';

test('an orchestration is told by what it carries', () => {
  assert.deepEqual(carriedBy('item.talks.protocol'), { kind: 'item', agreement: 'talks', item: 'protocol' });
  assert.deepEqual(carriedBy('post.law.202005110201'), { kind: 'letter', person: 'law' });
  assert.deepEqual(carriedBy('succession.law.2'), { kind: 'succession', person: 'law' });
  for (const strange of ['', 'item', 'item.a', 'item.a.b.c', 'x.a.b']) {
    assert.deepEqual(carriedBy(strange), { kind: 'other' });
  }
});

test('a repair that broke off goes on from there', async () => {
  const asked = [];
  const done = { cursor: null, agreements: 0, items: 0, letters: 0 };
  const some = async cursor => {
    asked.push(cursor);
    if (asked.length === 2) {
      throw new Error('gone');
    }

    return { agreements: 20, items: 3, letters: 1, next: cursor ? undefined : 'b' };
  };

  await assert.rejects(repairAll(some, done, () => {}));
  await repairAll(some, done, () => {});

  assert.deepEqual(asked, [null, 'b', 'b']);
  assert.deepEqual(done, { cursor: null, agreements: 40, items: 6, letters: 2 });
});
