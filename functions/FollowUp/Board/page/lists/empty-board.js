import { dateIn } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { waysIn } from '../first-day/ways-in.js';

const monthsGiven = 6;

/** Nothing is registered: the ways out; also for a program, as a call that is accepted as it stands. */
export function emptyBoard(now) {
  return el('div', { class: 'state' },
    el('h1', { tabindex: '-1' }, translate('empty.title')),
    el('p', {}, translate('empty.ways')),
    waysIn(now),
    el('details', { class: 'by-call' },
      el('summary', {}, translate('empty.call')),
      el('p', {}, translate('empty.how')),
      el('pre', { tabindex: '0' }, el('code', {}, `curl -X POST ${location.origin}/api/registers \\
  -H 'content-type: application/json' \\
  -H 'idempotency-key: first' \\
  --data '${example(now)}'`)),
      el('p', {}, translate('empty.then')),
      el('p', {}, el('button', { type: 'button', class: 'act', click: () => dispatchEvent(new Event('readagain')) }, translate('again')))));
}

function example(now) {
  const today = dateIn(now, 'UTC');
  const due = new Date(`${today}T00:00:00Z`);
  due.setUTCMonth(due.getUTCMonth() + monthsGiven);
  return `{
  "people": [
    ${['desk', 'lead', 'office'].map(person).join(',\n    ')}
  ],
  "agreements": [ {
    "id": "first-minutes", "kind": "minutes",
    "signedOn": "${today}", "place": "Beijing",
    "title": { "en": "Working meeting, minutes" },
    "parties": [ { "code": "CN", "name": { "en": "China" },
                   "calendar": "CN", "timeZone": "Asia/Shanghai" } ],
    "coordinator": "office", "chain": [ "lead" ],
    "clauses": [ { "id": "p6-2", "text": { "en":
      "The sides agreed to revise the protocol." } } ],
    "items": [ { "id": "protocol", "clause": "p6-2",
                 "kind": "protocol-revision",
                 "title": { "en": "Revise the protocol" },
                 "owner": "desk", "issuer": "lead",
                 "dueOn": "${dateIn(due, 'UTC')}" } ]
  } ]
}`;
}

function person(id) {
  return `{ "id": "${id}", "name": "The ${id}", "email": "${id}@nia.example",
      "timeZone": "Asia/Shanghai", "calendar": "CN" }`;
}
