import assert from 'node:assert/strict';
import test from 'node:test';
import './browser.js';
import { figuresAddress, spanOf, wrongSpan } from '../../functions/FollowUp/Board/page/figures/figures-data.js';
import { dayAfter, dayBefore, daysOf, partsOf, within } from '../../functions/FollowUp/Board/page/figures/outcomes.js';

test('a bar has what became of its items, one behind the other, and nothing of none', () => {
  assert.deepEqual(partsOf({ doneInTime: 2, inTime: 0, doneLate: 1, late: 1, withdrawn: 0 }, 8), [
    { name: 'doneInTime', start: 0, length: 25 }, { name: 'doneLate', start: 25, length: 12.5 }, { name: 'late', start: 37.5, length: 12.5 },
  ]);
  assert.deepEqual(partsOf({ doneInTime: 0, inTime: 0, doneLate: 0, late: 0, withdrawn: 0 }, 0), []);
});

test('a month leads to the items of its days, of those that were asked for', () => {
  assert.deepEqual(daysOf('2020-02'), { dueFrom: '2020-02-01', dueBefore: '2020-03-01' });
  assert.deepEqual(daysOf('2019-12'), { dueFrom: '2019-12-01', dueBefore: '2020-01-01' });
  assert.deepEqual(within({ dueFrom: '2020-02-10', dueBefore: '2020-06-01' }, daysOf('2020-02')), { dueFrom: '2020-02-10', dueBefore: '2020-03-01' });
  assert.deepEqual(within({ dueFrom: undefined, dueBefore: undefined }, daysOf('2020-02')), daysOf('2020-02'));
  assert.equal(dayAfter('2020-02-29'), '2020-03-01');
  assert.equal(dayBefore('2020-03-01'), '2020-02-29');
});

test('what is asked for stands in the address, and nothing else of it is followed', () => {
  assert.deepEqual(spanOf('from=2020-01-01&to=&agreement=a1&x=y'), { from: '2020-01-01', agreement: 'a1' });
  assert.equal(figuresAddress({ from: '2020-01-01', to: '', agreement: '' }), '#/figures?from=2020-01-01');
  assert.equal(figuresAddress({}), '#/figures');
});

test('days that are none, or the wrong way round, are asked for again', () => {
  assert.equal(wrongSpan({ from: '2020-06-01', to: '2020-05-01' }), 'figures.wrongWay');
  assert.equal(wrongSpan({ from: 'yesterday' }), 'figures.noDate');
  assert.equal(wrongSpan({ to: '2020-13-01' }), 'figures.noDate');
  assert.equal(wrongSpan({ from: '2020-05-01', to: '2020-05-01' }), null);
  assert.equal(wrongSpan({}), null);
});
