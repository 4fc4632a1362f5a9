import assert from 'node:assert/strict';
import test from 'node:test';
import './browser.js';

/** A tab's own store: its keys are those of an object, as in a browser. */
class Store {
  getItem(key) { return Object.hasOwn(this, key) ? this[key] : null; }
  setItem(key, value) { this[key] = value; }
  removeItem(key) { delete this[key]; }
}

const tab = new Store();
/** @type {any} */
let me = {};
const asked = [];
const heard = [];
Object.assign(globalThis, {
  sessionStorage: tab,
  dispatchEvent: event => heard.push(event.type),
  fetch: async (path, { headers }) => {
    asked.push([path, headers['x-followup-reader'] ?? null]);
    return Response.json(path === '/api/me' ? me : {});
  },
});
const { session } = await import('../../functions/FollowUp/Board/page/shell/session.js');
const { write } = await import('../../functions/FollowUp/Board/page/shell/api.js');
const { mayAddItem, mayRegister, seesAll, unregisteredAddress } = await import('../../functions/FollowUp/Board/page/shell/rights.js');
const { countDrafts, draftOf, dropOthersDrafts, keepDraft } = await import('../../functions/FollowUp/Board/page/acts/drafts.js');

const person = (id, some = {}) => ({ access: 'closed', signedIn: true, address: `${id}@nia.example`, people: [id], roles: [], ...some });

async function sits(someone) {
  me = someone;
  await session.read();
}

test('what one typed is found by them, and by nobody who signs in after them', async () => {
  await sits(person('chen'));
  keepDraft('a/i', 'progress', { values: { text: 'Mine.' }, by: 'chen', key: 'k', seen: 1 });
  dropOthersDrafts();
  assert.equal(draftOf('a/i', 'progress')?.values.text, 'Mine.');

  await sits(person('wu'));
  assert.equal(draftOf('a/i', 'progress'), undefined);
  dropOthersDrafts();
  assert.equal(countDrafts(), 0);
  await sits(person('chen'));
  assert.equal(draftOf('a/i', 'progress'), undefined);
});

test('a page says whose it is with all that it sends, and hears that somebody else is there', async () => {
  await sits(person('chen'));
  heard.length = asked.length = 0;
  await write('POST', 'agreements/a/items/i/progress', { text: 'Mine.' });
  await sits(person('chen'));
  assert.deepEqual(asked, [['/api/agreements/a/items/i/progress', 'chen%40nia.example'], ['/api/me', null]]);
  assert.deepEqual(heard, []);
  await sits(person('wu'));
  assert.deepEqual(heard, ['anotherreader']);
});

test('what the service would refuse is not offered', async () => {
  const away = { id: 'desk', timeZone: 'Asia/Shanghai', absences: [{ from: '2020-05-01', to: '2020-05-31', substitute: 'li' }] };
  const people = { find: id => (id === 'desk' ? away : undefined) };
  const offered = now => [mayRegister(), mayAddItem({ coordinator: 'desk' }, people, now), seesAll()];
  const [then, later] = ['2020-05-11T02:00:00Z', '2020-06-11T02:00:00Z'];
  const seats = {
    owner: person('law'), coordinator: person('desk'), 'their stand-in': person('li'), office: person('x', { roles: ['coordinator'] }),
    auditor: person('x', { roles: ['auditor'] }), admin: person('x', { roles: ['admin'] }), open: { access: 'open', people: [], roles: [] },
  };
  const found = {};
  for (const [name, seat] of Object.entries(seats)) {
    await sits(seat);
    found[name] = offered(then).map(Number).join('');
  }

  assert.deepEqual(found, {
    owner: '000', coordinator: '010', 'their stand-in': '010', office: '111', auditor: '001', admin: '101', open: '111',
  });
  await sits(seats['their stand-in']);
  assert.equal(mayAddItem({ coordinator: 'desk' }, people, later), false);
});

test('a coordinator of the office whom the register does not know is told so, and nobody else', async () => {
  const told = [];
  for (const seat of [person('office', { people: [], roles: ['coordinator'] }), person('office', { roles: ['coordinator'] }), person('eye', { people: [], roles: ['auditor'] })]) {
    await sits(seat);
    told.push(unregisteredAddress());
  }

  assert.deepEqual(told, ['office@nia.example', null, null]);
});
