import assert from 'node:assert/strict';
import test from 'node:test';
import { routeOf } from '../../functions/FollowUp/Board/page/shell/route.js';

test('an address names the board, an agreement, an item or a way in', () => {
  assert.deepEqual(routeOf('#/agreements/2019-11-21-beijing'), { view: 'agreement', agreement: '2019-11-21-beijing' });
  assert.deepEqual(routeOf('#/agreements/a/items/i%2F1'), { view: 'item', agreement: 'a', item: 'i/1' });
  assert.deepEqual(routeOf('#/agreements/a/items/i?act=hand-over'), { view: 'item', agreement: 'a', item: 'i', act: 'hand-over' });
  assert.deepEqual(routeOf('#/import?agreement=a'), { view: 'import', search: 'agreement=a' });
  assert.deepEqual(routeOf('#/told?person=law&on=2020-05-29'), { view: 'told', search: 'person=law&on=2020-05-29' });
  assert.deepEqual(routeOf('#/plans/default/copy'), { view: 'planCopy', planCopy: 'default' });
  assert.deepEqual(routeOf('#/operate'), { view: 'operate' });
  assert.deepEqual(routeOf('#/sign-in/abc_-9'), { view: 'signIn', token: 'abc_-9' });
});

for (const hash of ['', '#', '#/', '#/?from=mail']) {
  test(`"${hash}" is the board`, () => assert.equal(routeOf(hash).view, 'today'));
}

for (const hash of ['#/nothing', '#/agreements/', '#/agreements/a/items/', '#/agreements/a/b/c', '#/new/']) {
  test(`"${hash}" is nothing that the board has`, () => assert.equal(routeOf(hash).view, 'unknown'));
}

test('somebody new is entered at an address that is nobody’s', () => assert.deepEqual([routeOf('#/new/person').view, routeOf('#/people/new').view], ['newPerson', 'person']));

test('a cut-off escape is an address of nothing, not an accident', () =>
  assert.deepEqual(routeOf('#/agreements/%E4%B8'), { view: 'agreement', agreement: '%E4%B8' }));
