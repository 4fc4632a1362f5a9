import './browser.js';
import assert from 'node:assert/strict';
import test from 'node:test';

const { blankLadder, ladders, laddersLeft } = await import('../../functions/FollowUp/Board/page/plans/ladders.js');
const { asTyped, bodyOf } = await import('../../functions/FollowUp/Board/page/plans/plan-text.js');
const { stagesOf } = await import('../../functions/FollowUp/Board/page/first-day/stages.js');

test('a ladder that a plan has is not offered again', () =>
  assert.deepEqual(laddersLeft({ ladders: ladders.slice(1).map(ladder => ({ ladder })) }), ['receipt']));

test('a plan is sent as it was read, with the ladder that was added', () => {
  const rungs = [{ id: 'eve', offset: '-1wd', to: ['owner'] }, { id: 'again', offset: '+1wd', every: '+5wd', times: 12, to: ['owner', 'level-1'] }];
  const typed = asTyped({ id: 'calm', hour: '09:00', extensionsMax: 2, revision: 3, ladders: [{ ladder: 'due', rungs }] });
  typed.ladders.push(blankLadder('silence'));
  assert.deepEqual(bodyOf(typed), {
    id: 'calm', hour: '09:00', extensionsMax: 2,
    ladders: [{ ladder: 'due', rungs }, { ladder: 'silence', rungs: [{ id: 'step-1', offset: '+20wd', to: ['coordinator'] }] }],
  });
});

test('a plan says when the levels hear of what is late, at its own hour unless another is typed, or never', () => {
  const read = review => bodyOf(asTyped({ id: 'calm', hour: '09:00', extensionsMax: 2, revision: 3, ladders: [], review })).review;
  assert.deepEqual(read({ day: 'friday', hour: '16:30' }), { day: 'friday', hour: '16:30' });
  assert.deepEqual(read({ day: 'monday' }), { day: 'monday' });
  assert.equal(read(undefined), undefined);
});

test('a stage has the word of the trade, or one of its own', () =>
  assert.deepEqual(stagesOf([{ id: 'agenda', own: '', dueOn: '2026-04-30' }, { id: '~own', own: ' sea-trial ', dueOn: '2026-05-29' }]),
    [{ id: 'agenda', dueOn: '2026-04-30' }, { id: 'sea-trial', dueOn: '2026-05-29' }]));
