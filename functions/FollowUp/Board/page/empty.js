import { el } from './el.js';
import { say } from './words.js';

const example = `{
  "id": "2019-11-21-beijing", "kind": "minutes",
  "signedOn": "2019-11-21", "place": "Beijing",
  "title": { "en": "Working meeting, minutes" },
  "parties": [ { "code": "CN", "name": { "en": "China" },
                 "calendar": "CN", "timeZone": "Asia/Shanghai" } ],
  "coordinator": "nia-intl", "chain": [ "level-1" ],
  "clauses": [ { "id": "p6-2", "text": { "en": "The sides agreed to revise the protocol." } } ],
  "items": [ { "id": "protocol-1", "kind": "protocol-revision", "clause": "p6-2",
               "title": { "en": "Revise the protocol" },
               "owner": "nia-law", "issuer": "nia-lead",
               "dueOn": "2020-05-29", "timeZone": "Asia/Shanghai" } ]
}`;

/** Nothing is registered: the way out is shown, ready to be copied. */
export function empty() {
  return el('div', { class: 'state' },
    el('h1', { tabindex: '-1' }, say('empty.title')),
    el('p', {}, say('empty.how')),
    el('pre', { tabindex: '0' }, el('code', {}, `curl -X POST ${location.origin}/api/agreements \\
  -H 'content-type: application/json' \\
  -H 'idempotency-key: first' \\
  --data '${example}'`)),
    el('p', {}, say('empty.then')),
    el('p', {}, el('button', { type: 'button', class: 'act', click: () => dispatchEvent(new Event('readagain')) }, say('again'))));
}
