import './browser.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

const { dateIn, dateText, dayOfYearText, daysBetween, isSameMinute, momentText, timeText, weekdayText } =
  await import('../../functions/FollowUp/Board/page/text/dates.js');
const { setLanguage } = await import('../../functions/FollowUp/Board/page/text/i18n.js');

afterEach(() => setLanguage('en'));

test('a date of the calendar is the same date for every reader', () => {
  assert.equal(dateText('2020-05-29'), '29 May 2020');
  setLanguage('zh');
  assert.equal(dateText('2020-05-29'), '2020年5月29日');
  setLanguage('ru');
  assert.match(dateText('2020-05-29'), /^29 мая 2020/);
});

test('an instant is the day that it is in the zone', () => {
  assert.equal(dateIn('2020-05-29T22:30:00Z', 'Asia/Shanghai'), '2020-05-30');
  assert.equal(dateIn('2020-05-29T22:30:00Z', 'America/New_York'), '2020-05-29');
  assert.equal(timeText('2020-05-29T01:05:00Z', 'Asia/Shanghai'), '09:05');
  assert.equal(timeText('2020-05-28T16:00:00Z', 'Asia/Shanghai'), '00:00', 'midnight is no 24:00');
});

test('a zone that a browser does not know is shown in UTC', () => assert.equal(timeText('2020-05-29T01:05:00Z', 'Asia/Nowhere'), '01:05'));

test('whose time it is stands with the moment where the page does not say it', () => {
  assert.doesNotMatch(momentText('2020-05-29T01:05:00Z', 'Asia/Shanghai'), /GMT|UTC|CST/);
  assert.match(momentText('2020-05-29T01:05:00Z'), /[A-Z]{3}/);
  setLanguage('zh');
  assert.match(momentText('2020-05-29T01:05:00Z'), /^2020年5月\d+日 \d\d:\d\d（[A-Z].*）$/);
});

test('days are counted on the calendar, whatever clocks do in between', () => {
  assert.equal(daysBetween('2020-03-28', '2020-03-30'), 2);
  assert.equal(daysBetween('2020-03-01', '2020-02-28'), -2);
  assert.equal(daysBetween('2020-02-28', '2020-02-28'), 0);
});

test('a day of the year and of the week is named in the language of the page', () => {
  assert.equal(dayOfYearText('2020-10-01'), '1 Oct');
  assert.equal(weekdayText('saturday'), 'Saturday');
  setLanguage('zh');
  assert.equal(weekdayText('saturday'), '星期六');
});

test('seconds apart is the same minute', () => {
  assert.ok(isSameMinute('2020-05-29T01:05:00Z', '2020-05-29T09:05:59+08:00'));
  assert.ok(!isSameMinute('2020-05-29T01:05:00Z', '2020-05-29T01:06:00Z'));
});
