import './browser.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

const { faultText } = await import('../../functions/FollowUp/Board/page/text/fault-text.js');
const { setLanguage } = await import('../../functions/FollowUp/Board/page/text/i18n.js');

const people = { name: id => `<${id}>` };

afterEach(() => setLanguage('en'));

test('a fault is said in the language of the page', () => {
  const fault = { pointer: '/dueOn', detail: 'must be after the due date, 2020-05-29 (item i)', code: 'not-later', args: { dueOn: '2020-05-29', item: 'i' } };
  assert.equal(faultText(fault), 'Please choose a day after 29 May 2020.');
  setLanguage('zh');
  assert.equal(faultText(fault), '请选择2020年5月29日之后的日期。');
});

test('a refusal says who may, and why not now', () => {
  assert.equal(faultText({ detail: '…', code: 'not-allowed', args: { item: 'i', verb: 'confirmed', by: 'ana', who: ['issuer'] } }, { people }), 'Only the issuer may do that.');
  const reason = { code: 'confirmed', args: { by: 'boris', at: '2020-05-29T01:00:00Z' } };
  assert.match(faultText({ problem: { detail: '…', code: 'not-now', args: { why: 'English', reason } } }, { people }), /^This cannot be done as the item stands: it was confirmed by <boris> on 29 May 2020/);
});

test('whoever takes over already is called by name, and the day as a day', () =>
  assert.equal(faultText({ detail: '…', code: 'succession-there', args: { person: 'law', successor: 'ana', on: '2020-06-01' } }, { people }),
    '<law> is to be succeeded by <ana> on 1 June 2020 already. Please call that off first.'));

test('a fault within a fault is said too', () => {
  const reason = { code: 'not-an-id', args: { max: 40 } };
  assert.equal(faultText({ code: 'blank-around', args: { fault: 'English', reason } }), 'Please write 1 to 40 of a-z, 0-9 and -. Please take out the blank before or behind it.');
});

test('a rule that misses a month says what can be chosen instead', () => {
  const fault = { code: 'rule-misses-month', args: { month: 2, year: 2027, fault: 'English', reason: { code: 'take-last-day', args: {} } } };
  assert.match(faultText(fault), /^February 2027 has no such day\. Choose “every month, on the last day”/);
  setLanguage('zh');
  assert.match(faultText(fault), /^2027年2月没有这一天。请选择“每月最后一天”/);
  setLanguage('ru');
  assert.match(faultText(fault), /^Такого числа нет: февраль 2027.*Выберите «в последний день каждого месяца»/);
});

test('what is not in the register is said with what is, where that is known', () => {
  assert.equal(faultText({ code: 'unknown-calendar', args: { id: 'KZ', known: 'CN, RU' } }), 'There is no calendar KZ in the register (it has CN, RU).');
  assert.equal(faultText({ code: 'unknown-calendar', args: { id: 'KZ' } }), 'There is no calendar KZ in the register.');
});

test('what has no words here is said as the service said it', () => {
  assert.equal(faultText({ detail: 'is purple' }), 'is purple');
  assert.equal(faultText({ detail: 'is purple', code: 'of-tomorrow', args: {} }), 'is purple');
  assert.equal(faultText({ problem: { title: 'Not now' } }), 'Not now');
});
