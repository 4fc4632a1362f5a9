import './browser.js';
import assert from 'node:assert/strict';
import test from 'node:test';
import { faultsOfAnswer, faultsOfQuestion, localMoment, reportCall } from '../../functions/FollowUp/Board/page/report/question.js';

const asked = { asOf: '', since: '', next: '', first: 'zh', second: 'ru', others: [] };

test('what is left open is not asked for', () => {
  assert.equal(reportCall('minutes', asked), 'agreements/minutes/report?languages=zh%2Cru');
  assert.equal(reportCall('minutes', { ...asked, second: '', next: '2020-09-30' }), 'agreements/minutes/report?nextMeeting=2020-09-30&languages=zh');
});

test('several agreements are one call', () => {
  assert.equal(reportCall('a', { ...asked, others: ['b', 'c'] }), 'reports/meeting?agreements=a%2Cb%2Cc&languages=zh%2Cru');
});

test('a moment that was kept goes out exactly, until somebody changes it', () => {
  const kept = '2020-07-08T04:00:12.345Z';
  const since = localMoment(kept);
  assert.match(since, /^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
  assert.equal(new URLSearchParams(reportCall('a', { ...asked, since, keptSince: kept }).split('?')[1]).get('since'), kept);
  assert.equal(new URLSearchParams(reportCall('a', { ...asked, since: '2020-07-01T00:00', keptSince: kept }).split('?')[1]).get('since'), new Date('2020-07-01T00:00').toISOString());
});

test('one language twice is none', () => {
  assert.deepEqual(faultsOfQuestion(asked), []);
  assert.deepEqual(faultsOfQuestion({ ...asked, second: 'zh' }), [{ pointer: '/languages', code: 'report-languages' }]);
});

test('what the service finds is said in words of the page where it has some', () => {
  assert.deepEqual(faultsOfAnswer([{ pointer: '/asOf', detail: 'lies ahead' }, { pointer: '', detail: 'x' }]),
    [{ pointer: '/asOf', detail: 'lies ahead', code: 'report-asOf' }, { pointer: '', detail: 'x' }]);
});
