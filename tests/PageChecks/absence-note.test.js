import './browser.js';
import assert from 'node:assert/strict';
import test from 'node:test';

const { absenceOn } = await import('../../functions/FollowUp/Board/page/people/absence-note.js');

const substituteOn = (...absences) =>
  absenceOn({ absences: absences.map(([from, to, substitute]) => ({ from, to, substitute })) }, '2020-03-02')?.substitute;

test('of several absences that cover a day, one is chosen as the letters do', () => {
  assert.equal(substituteOn(['2020-03-02', '2020-03-02', null], ['2020-03-01', '2020-03-31', 'b']), 'b');
  assert.equal(substituteOn(['2020-03-02', '2020-03-05', 'b'], ['2020-03-01', '2020-03-31', 'c']), 'b');
  assert.equal(substituteOn(['2020-03-01', '2020-03-05', 'b'], ['2020-03-01', '2020-03-31', 'c']), 'b');
  assert.equal(substituteOn(['2020-03-01', '2020-03-05', 'c'], ['2020-03-01', '2020-03-05', 'b']), 'b');
  assert.equal(substituteOn(['2020-02-01', '2020-02-05', 'b']), undefined);
});
