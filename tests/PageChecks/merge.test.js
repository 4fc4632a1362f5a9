import assert from 'node:assert/strict';
import { test } from 'node:test';
import { merge, onlyAt } from '../../functions/FollowUp/Board/page/forms/merge.js';

const away = (from, to, substitute = '') => ({ from, to, substitute });
const plan = (...rungs) => ({ hour: '09:00', ladders: [{ ladder: 'due', rungs }] });
const rung = (id, offset) => ({ id, offset, to: ['owner'] });

test('what only one of two changed is kept, and said', () => {
  const { merged, theirs, both } = merge({ email: 'a', zone: 'b', revision: 1 }, { email: 'mine', zone: 'b', revision: 1 }, { email: 'a', zone: 'theirs', revision: 2 });
  assert.deepEqual([merged, theirs, both], [{ email: 'mine', zone: 'theirs', revision: 2 }, ['zone'], []]);
});

test('what both changed otherwise stays mine, and is told', () => {
  const { merged, theirs, both } = merge({ email: 'a' }, { email: 'mine' }, { email: 'theirs' });
  assert.deepEqual([merged.email, theirs, both], ['mine', [], [{ key: 'email' }]]);
});

test('of absences each keeps what each entered, and what one took out is gone', () => {
  const [may, june, july, aug] = [away('2026-05-01', '2026-05-09'), away('2026-06-01', '2026-06-09'), away('2026-07-01', '2026-07-09', 'lead'), away('2026-08-01', '2026-08-09')];
  const { merged, theirs, both } = merge({ absences: [may, june] }, { absences: [may, july] }, { absences: [june, aug] });
  assert.deepEqual(merged.absences, [aug, july]);
  assert.deepEqual([theirs, both], [['absences'], []]);
});

test('an absence that both entered stands there once', () => {
  const one = away('2026-05-01', '2026-05-09');
  const { merged, both } = merge({ absences: [] }, { absences: [one] }, { absences: [{ substitute: '', from: one.from, to: one.to }] });
  assert.deepEqual([merged.absences, both], [[one], []]);
});

test('of a plan only the rung that both moved is to be decided', () => {
  const base = plan(rung('a', '-20wd'), rung('b', '-10wd'), rung('c', '-5wd'));
  const mine = plan(rung('a', '-21wd'), rung('b', '-11wd'), rung('c', '-5wd'));
  const theirs = plan(rung('a', '-22wd'), rung('b', '-10wd'), rung('new', '-7wd'), rung('c', '-6wd'));
  const { merged, theirs: taken, both } = merge(base, mine, theirs);
  assert.deepEqual(merged.ladders, plan(rung('a', '-21wd'), rung('b', '-11wd'), rung('new', '-7wd'), rung('c', '-6wd')).ladders);
  assert.deepEqual([taken, both], [['ladders'], [{ key: 'ladders', at: [['due', 'a']] }]]);
  assert.deepEqual(onlyAt('ladders', theirs.ladders, both[0].at), plan(rung('a', '-22wd')).ladders);
});

test('a rung that one took out and the other moved is to be decided', () => {
  const { merged, both } = merge(plan(rung('a', '0'), rung('b', '-1wd')), plan(rung('b', '-1wd')), plan(rung('a', '+1wd'), rung('b', '-1wd')));
  assert.deepEqual(merged.ladders, plan(rung('b', '-1wd')).ladders);
  assert.deepEqual(both, [{ key: 'ladders', at: [['due', 'a']] }]);
});
