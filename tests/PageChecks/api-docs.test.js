import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fieldsOf, kindOf, matches, named, resolved } from '../../functions/FollowUp/Board/page/api-docs/description.js';

const api = JSON.parse(readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'));

test('each reference of the description leads somewhere', () => {
  const references = JSON.stringify(api).match(/"#\/[^"]+"/g) ?? [];
  assert.ok(references.length > 300);
  for (const reference of new Set(references)) {
    assert.ok(resolved(api, { $ref: JSON.parse(reference) }), reference);
  }
});

test('a field is told by what it is, and whether it may be left out', () => {
  const fields = fieldsOf(api, { $ref: '#/components/schemas/ItemResponse' });
  const field = name => fields.find(one => one.name === name);
  assert.equal(kindOf(field('dueOn').schema), 'date');
  assert.equal(kindOf(field('supporting').schema), 'list of string');
  assert.equal(kindOf(field('questions').schema), 'list of Question');
  assert.equal(named(field('questions').schema), 'Question');
  assert.ok(field('owner').isRequired);
  assert.ok(!field('clause').isRequired);
});

test('a call is found by words of its address, in any order', () => {
  const path = '/api/agreements/{agreement}/items/{item}/extensions';
  const call = api.paths[path].post;
  assert.ok(matches('extensions POST', 'post', path, call));
  assert.ok(matches('', 'post', path, call));
  assert.ok(!matches('extensions calendar', 'post', path, call));
});
