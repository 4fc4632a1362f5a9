import './browser.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

const { noticeText, phrasesText, phraseText } = await import('../../functions/FollowUp/Board/page/text/phrase-text.js');
const { setLanguage } = await import('../../functions/FollowUp/Board/page/text/i18n.js');

const people = { name: id => `<${id}>` };

afterEach(() => setLanguage('en'));

test('a phrase is said in the reader’s language, with people by name and days as dates', () => {
  const phrase = { code: 'several-parts', args: { who: 'own', roles: ['owner', 'level-2'], alone: true, above: false } };
  assert.match(phraseText('warning', phrase, { people }), /^<own> has several parts here \(owner, level 2\)/);
  setLanguage('zh');
  assert.match(phraseText('reason', { code: 'not-taken', args: { days: 3 } }, { people }), /3/);
});

test('a phrase within a phrase is said too', () => {
  const cause = { code: 'notice-refused', args: { to: 'own', why: 'English', reason: { code: 'address-missing', args: {} } } };
  assert.equal(phraseText('cause', cause, { people }), 'A notice to <own> was refused: there is no mail address in the register');
  assert.equal(phraseText('cause', { ...cause, args: { to: 'own', why: 'English', reason: null } }, { people }), 'A notice to <own> was refused: English');
});

test('a phrase without words here is null, and half a sentence is none', () => {
  assert.equal(phraseText('reason', { code: 'of-tomorrow', args: {} }, { people }), null);
  assert.equal(phraseText('reason', null, { people }), null);
  assert.equal(phrasesText('trace', [{ code: 'absent', args: { who: 'a' } }, { code: 'of-tomorrow', args: {} }], { people }), null);
  assert.equal(phrasesText('trace', [], { people }), null);
  assert.equal(phrasesText('trace', [{ code: 'absent', args: { who: 'a' } }, { code: 'receives', args: { who: 'b' } }], { people }, ' → '), '<a> absent → <b>');
});

test('days off are named by the calendars that give them', () => {
  const daysOff = {
    groups: [
      { reasons: [{ code: 'holiday', args: { name: { en: 'National Day' } } }], calendars: ['CN'] },
      { reasons: [{ code: 'weekday', args: { weekday: 'saturday' } }], calendars: ['CN', 'RU'] },
    ],
    more: 2,
  };
  assert.equal(phraseText('shift', { code: 'moved', args: { day: '2020-10-01', daysOff } }, { people }), 'moved from 1 Oct: National Day (CN), Saturday (CN, RU) and 2 more');
});

test('levels that an agreement lacks are named once, whatever would tell them', () => {
  const rungs = [{ ladder: 'overdue', rung: 'level-2' }, { ladder: 'receipt', rung: 'level-2' }, { ladder: 'overdue', rung: 'level-3' }];
  const phrase = { code: 'levels-missing', args: { plan: 'default', rungs, agreement: 'a', levels: 1 } };
  assert.equal(phraseText('warning', phrase, { people }), 'The plan also warns level 2, level 3; levels above the owner that this agreement has: 1.');
  setLanguage('zh');
  assert.match(phraseText('warning', phrase, { people }), /第二级负责人、第三级负责人/);
});

test('the first request, what repeats it and a reminder are not called alike', () => {
  assert.match(noticeText('receipt', 'at-once'), /first request$/);
  assert.match(noticeText('handover', 'at-once'), /, notice$/);
  assert.notEqual(noticeText('receipt', 'again'), noticeText('overdue', 'again'));
});

test('a notice is called by its ladder and its rung', () => assert.equal(noticeText('overdue', 'level-1').includes('level 1'), true));
