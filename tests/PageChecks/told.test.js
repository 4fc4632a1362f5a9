import assert from 'node:assert/strict';
import test from 'node:test';
import './browser.js';
import { questionOf, toldAddress, wrongQuestion } from '../../functions/FollowUp/Board/page/told/told-data.js';

test('who is asked about stands in the address, and nothing else of it is followed', () => {
  assert.deepEqual(questionOf('person=law&on=2020-05-29&agreement=&item=a&x=y'), { person: 'law', on: '2020-05-29', item: 'a' });
  assert.equal(toldAddress({ person: 'law', on: '', agreement: undefined }), '#/told?person=law');
  assert.equal(toldAddress({}), '#/told');
});

test('a day that is none is asked for again', () => {
  assert.equal(wrongQuestion({ on: '2020-13-01' }), 'told.noDate');
  assert.equal(wrongQuestion({ on: 'yesterday' }), 'told.noDate');
  assert.equal(wrongQuestion({ on: '2020-05-29' }), null);
  assert.equal(wrongQuestion({ person: 'law' }), null);
});
