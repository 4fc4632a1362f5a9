import './browser.js';
import assert from 'node:assert/strict';
import test from 'node:test';

const { loadsOf } = await import('../../functions/FollowUp/Board/page/people/load.js');

const people = { all: [{ id: 'law', timeZone: 'Asia/Shanghai' }, { id: 'lead', timeZone: 'Europe/Moscow' }] };

const overviewAt = (now, silentSince) => ({
  now, waits: [{ who: 'lead', count: 2 }, { count: 1 }],
  owners: [{ owner: 'law', count: 9, open: 7, late: 3, waiting: 1, lastWordAt: '2026-01-02T03:00:00Z', silentSince }],
});

test('what each has in hand is as the service counts it; who owns nothing may still be waited for', () => {
  const loads = loadsOf(people, overviewAt('2026-01-20T03:00:00Z', '2026-01-02T03:00:00Z'));
  assert.deepEqual(loads.get('law'), { open: 7, late: 3, waiting: 1, moves: 0, lastWord: '2026-01-02T03:00:00Z', silentDays: 18 });
  assert.deepEqual(loads.get('lead'), { open: 0, late: 0, waiting: 0, moves: 2, lastWord: null, silentDays: 0 });
});

test('silence is counted in days where they are, and said once it is long', () => {
  assert.equal(loadsOf(people, overviewAt('2026-01-15T17:00:00Z', '2026-01-02T15:00:00Z')).get('law')?.silentDays, 14);
  assert.equal(loadsOf(people, overviewAt('2026-01-15T15:00:00Z', '2026-01-02T15:00:00Z')).get('law')?.silentDays, 0);
});
