import assert from 'node:assert/strict';
import test from 'node:test';
import { historyOf } from '../../functions/FollowUp/Board/page/item/history.js';

const row = (to, some = {}) => ({
  ladder: 'due', rung: 'week', occurrence: 0, state: 'sent', to, at: '2020-05-22T01:00:00Z', planned: '2020-05-22T01:00:00Z', why: null, explanation: null, trace: null, ...some,
});
const entry = (seq, event, at, said) => ({ seq, event, at, hash: `h${seq}`, said });

test('rows that differ only in whom they went to are one letter, with the entry that proves each', () => {
  const args = to => ({ state: 'sent', ladder: 'due', rung: 'week', occurrence: 0, to });
  const story = historyOf({
    journal: [entry(1, 'assigned', '2020-05-01T00:00:00Z'), entry(2, 'notice', '2020-05-22T01:00:00Z', { args: args('a') }), entry(3, 'notice', '2020-05-22T01:00:00Z', { args: args('b') })],
    ledger: [row('a'), row('b')], timetable: { now: '2020-05-23T00:00:00Z', lines: [] },
  });
  assert.deepEqual(story.past.map(({ kind }) => kind), ['event', 'letter']);
  assert.deepEqual(story.past[1].recipients.map(({ to }) => to), ['a', 'b']);
  assert.deepEqual(story.past[1].entries.map(({ seq }) => seq), [2, 3]);
});

test('what is over is past, what is expected or about to be sent is future', () => {
  const lines = [row('a', { state: 'sent' }), row('b', { state: 'planned' }), row('c', { state: 'expected', planned: '2020-05-21T01:00:00Z' })];
  const story = historyOf({ journal: [], ledger: [row('a', { state: 'skipped' }), row('b', { state: 'planned' })], timetable: { now: '2020-05-22T01:00:00Z', lines } });
  assert.deepEqual(story.past.map(one => one.row.state), ['skipped']);
  assert.deepEqual(story.future.map(one => one.row.state), ['expected', 'planned']);
});

test('instants are compared as instants, whatever offset they are written with', () => {
  const story = historyOf({
    journal: [entry(2, 'signed', '2020-05-02T00:00:00+08:00'), entry(1, 'assigned', '2020-05-01T17:00:00Z')],
    ledger: [], timetable: { now: '2020-05-23T00:00:00Z', lines: [] },
  });
  assert.deepEqual(story.past.map(one => one.entry.event), ['signed', 'assigned']);
});
