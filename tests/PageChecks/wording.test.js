import './browser.js';
import assert from 'node:assert/strict';
import test from 'node:test';

const { asItStands: wordsOf, correctionOf, typedOver } = await import('../../functions/FollowUp/Board/page/wording/correction.js');
const { clauseChoice, clauseName } = await import('../../functions/FollowUp/Board/page/text/clause-name.js');
const { callOf, verbs } = await import('../../functions/FollowUp/Board/page/acts/verbs.js');

const agreement = {
  coordinator: 'desk', title: { en: 'Minutes', zh: '纪要' }, place: 'Beijing',
  clauses: [{ id: 'p1', label: 'I.1', text: { en: 'The protocol is revised.' } }, { id: 'p2', text: { en: 'Visits go on.' } }],
};

const asItStands = () => wordsOf(agreement);

test('of an agreement that reads as before nothing is sent', () => {
  assert.equal(correctionOf(agreement, asItStands()).body, null);
  assert.equal(correctionOf(agreement, { ...asItStands(), place: ' Beijing ', reason: 'as signed' }).body, null);
});

test('no more is sent than what reads otherwise, and what was emptied stays', () => {
  const model = asItStands();
  [model.title.ru, model.title.en, model.clauses[1].label, model.clauses[0].text.en] = ['Протокол', '', '第二条', ''];
  assert.deepEqual(correctionOf(agreement, { ...model, reason: 'as signed' }), {
    places: [1], body: { by: 'desk', title: { ru: 'Протокол' }, clauses: [{ id: 'p2', label: '第二条' }], reason: 'as signed' },
  });
});

test('what was typed goes over what stands there by now, and what was not touched does not', () => {
  const base = asItStands();
  const mine = asItStands();
  [mine.title.en, mine.clauses[1].text.en, mine.reason] = ['Minutes of the talks', 'Visits go on yearly.', 'as signed'];
  const since = { ...agreement, place: 'Harbin', clauses: [{ ...agreement.clauses[1], label: 'I.2' }, { id: 'p3', label: '', text: { ru: 'Новый.' } }] };
  const words = typedOver(wordsOf(since), { base, mine });
  assert.deepEqual(words, {
    title: { en: 'Minutes of the talks', zh: '纪要' }, place: 'Harbin', reason: 'as signed',
    clauses: [{ id: 'p2', label: 'I.2', text: { en: 'Visits go on yearly.' } }, { id: 'p3', label: '', text: { ru: 'Новый.' } }],
  });
  assert.deepEqual(correctionOf(since, words).body, {
    by: 'desk', title: { en: 'Minutes of the talks' }, clauses: [{ id: 'p2', text: { en: 'Visits go on yearly.' } }], reason: 'as signed',
  });
});

test('a clause is called as the text calls it', () => {
  assert.deepEqual(['p1', 'p2', 'p9'].map(id => clauseName(agreement, id)), ['I.1', 'p2', 'p9']);
  assert.equal(clauseName(undefined, 'p1'), 'p1');
  assert.equal(clauseChoice(agreement.clauses[0]), 'I.1: The protocol is revised.');
  assert.ok(clauseChoice({ id: 'p3', text: { en: 'x'.repeat(200) } }).length < 70);
});

test('an item is put right with what stands there, and what was emptied is left out', () => {
  const item = { agreement: 'a', id: 'i', title: { en: 'Draft', zh: '草案' }, kind: 'visit', clause: 'p1' };
  const values = { ...verbs.amend.initial?.(item), zh: ' ', number: '12/3', reason: '' };
  assert.deepEqual(callOf('amend', item, values, 'desk'), {
    method: 'PUT', path: 'agreements/a/items/i/wording',
    body: { by: 'desk', title: { en: 'Draft' }, kind: 'visit', number: '12/3', clause: 'p1' },
  });
});
