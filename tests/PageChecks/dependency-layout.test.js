import assert from 'node:assert/strict';
import test from 'node:test';
import { layoutOf } from '../../functions/FollowUp/Board/page/lists/dependency-layout.js';

const item = (id, ...dependsOn) => ({ id, dependsOn });

test('each stands to the right of all that it waits for', () => {
  const { places, edges, columns } = layoutOf([item('d', 'a', 'c'), item('a'), item('b', 'a'), item('c', 'b'), item('alone')]);
  assert.equal(columns, 4);
  edges.forEach(({ from, to }) => assert.ok(places.get(from).column < places.get(to).column, `${from} before ${to}`));
  assert.equal(places.has('alone'), false);
});

test('no two stand at one place', () => {
  const many = Array.from({ length: 40 }, (_, n) => item(`i${n}`, ...(n > 0 ? [`i${Math.floor((n - 1) / 2)}`] : [])));
  const { places, rows } = layoutOf(many);
  assert.equal(new Set([...places.values()].map(({ column, row }) => `${column}/${row}`)).size, 40);
  assert.equal(rows, 16);
});

test('nothing is drawn where nothing waits', () => assert.deepEqual(layoutOf([item('a'), item('b', 'gone')]).edges, []));
