import assert from 'node:assert/strict';
import test from 'node:test';
import { callOf, hasFilter, queryOf, withoutRefused, registerAddress } from '../../functions/FollowUp/Board/page/lists/list-query.js';

test('what one looks for comes out of the address as it went in', () => {
  const query = { q: 'visit & «Москва» #1', section: 'late', owner: 'law', sort: 'title' };
  assert.deepEqual(queryOf(registerAddress(query).split('?')[1]), query);
});

test('nothing, and the usual order, go without saying', () => {
  assert.equal(registerAddress({ q: '', owner: null, sort: 'urgency' }), '#/register');
  assert.deepEqual(queryOf(''), {});
  assert.deepEqual(queryOf('q=%20&colour=green&sort=urgency'), {});
});

test('an order leaves nothing out', () => {
  assert.equal(hasFilter({ sort: 'title' }), false);
  assert.equal(hasFilter({ awaits: '*' }), true);
});

test('a call has no empty option', () => assert.equal(callOf('items', { section: '', limit: 20, cursor: null, q: 'a b' }), 'items?limit=20&q=a+b'));

test('what an address asks for and cannot be followed is left out, and a search that is too long is cut', () => {
  const asked = { q: 'x'.repeat(201), section: 'nonsense', owner: 'law' };
  const { query, ignored } = withoutRefused(asked, ['q', 'section', 'cursor']);
  assert.deepEqual(query, { q: 'x'.repeat(200), owner: 'law' });
  assert.deepEqual(ignored, [{ name: 'q', value: 'x'.repeat(40), isCut: true }, { name: 'section', value: 'nonsense', isCut: false }]);
  assert.deepEqual(withoutRefused(query, ['cursor']), { query, ignored: [] });
});
