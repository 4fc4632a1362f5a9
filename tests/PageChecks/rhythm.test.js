import assert from 'node:assert/strict';
import test from 'node:test';
import './browser.js';
import { rhythmOf, rhythmText } from '../../functions/FollowUp/Board/page/people/rhythm.js';

test('how somebody takes what may wait is one sentence, also where nobody said anything', () => {
  assert.equal(rhythmText(), 'Takes what may wait at once, each letter as planned.');
  assert.equal(rhythmText({ every: 'daily', hour: '09:00' }), 'Takes what may wait in one letter a day, at 09:00.');
  assert.equal(rhythmText({ every: 'weekly', on: 'monday' }), 'Takes what may wait in one letter a week: Monday.');
});

test('a day and an hour that mean nothing are not sent', () => {
  const typed = { every: 'at-once', on: 'friday', hour: '09:00' };
  assert.deepEqual(rhythmOf(typed), { every: 'at-once' });
  assert.deepEqual(rhythmOf({ ...typed, every: 'daily' }), { every: 'daily', hour: '09:00' });
  assert.deepEqual(rhythmOf({ ...typed, every: 'weekly', hour: '' }), { every: 'weekly', on: 'friday' });
});
