// Reads what the link in the address is about, and sends what its reader decides. Until a button is pressed nothing is sent.
const link = location.hash.slice(1);
const main = byId('main');
/** @type {any} */
let last = null; // what was read last, to show it in another language
/** @type {[focus?: string, given?: Record<string, any>]} */
let shown = []; // how it was shown

/**
 * @param {'GET' | 'POST'} method
 * @param {string} token
 * @param {unknown} [body]
 * @param {string} [condition] the tag of what the reader saw
 * @returns {Promise<any>}
 */
async function call(method, token, body, condition) {
  const headers = { 'x-followup-link': token, ...(body ? { 'content-type': 'application/json' } : {}), ...(condition ? { 'if-match': condition } : {}) };
  const answer = await fetch('/api/answers', {
    method, headers, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer', body: body ? JSON.stringify(body) : undefined,
  });
  const content = await answer.json().catch(() => ({}));
  return { status: answer.status, content, tag: answer.headers.get('etag'), problem: (content.type ?? '').split('/').at(-1) };
}

/**
 * @param {string} [focus] as in `draw`
 * @param {Record<string, any>} [given] as in `draw`
 */
async function read(focus, given) {
  main.setAttribute('aria-busy', 'true');
  const answer = await call('GET', link).catch(() => ({ status: 0 }));
  if (answer.status === 200 && !last) languageOf.current = answer.content.language in words ? answer.content.language : languageOf.current;
  last = answer;
  draw(focus, given);
}

/**
 * @param {string} [focus] 'done' after something was recorded, 'lost' where something else is on record, 'changed' where the item was
 *   not as it had been shown; else nothing moves.
 * @param {Record<string, any>} [given] What was sent and is not on record: it stays to be read and copied.
 */
function draw(focus, given) {
  shown = [focus, given];
  document.documentElement.lang = languageOf.current;
  languages(inAnotherLanguage);
  main.replaceChildren(...(last.status === 200 ? [
    ...(focus === 'changed' || focus === 'lost' ? [unrecorded(focus, given)] : []),
    ...pageOf(last.content, focus === 'done', send),
  ] : trouble()));
  document.title = `${main.querySelector('h1')?.textContent ?? 'FollowUp'} · FollowUp`;
  main.setAttribute('aria-busy', 'false');
  const told = focus === 'changed' || focus === 'lost' ? byId('unrecorded') : focus === 'done' ? byId('note') : null;
  if (told) {
    told.focus();
    byId('announce').textContent = told.textContent;
  }
}

function trouble() {
  const why = whyUnread(last.problem);
  return [
    el('h1', {}, 'FollowUp'),
    el('p', { class: 'note bad' }, say(why)),
    ...(why === 'unreachable' ? [el('button', { class: 'act', type: 'button', onclick: () => read() }, say('again'))] : []),
  ];
}

/** Texts as the service keeps them. */
const kept = text => (text ?? '').normalize('NFC').replace(/\r\n|[\n\r\f\u0085\u2028\u2029]/g, '\n');

/** Whether it is this answer that is on record, and not another that came before it. */
function isOnRecord(action, body, { record, item }) {
  const text = body.text ?? body.reason ?? body.note ?? body.evidence?.ref ?? body.evidence?.note;
  const isOtherDay = action === 'extend' && item?.extension && item.extension.dueOn !== body.dueOn;
  const isOtherNote = action === 'complete' && item?.report && kept(item.report.evidence.note) !== kept(body.evidence.note);
  return record?.action === action && kept(record.text) === kept(text) && !isOtherDay && !isOtherNote;
}

/**
 * A file goes first; once it is taken, the report names it.
 * @param {any} offer
 * @param {Record<string, any>} filled in, with the file where there is one
 * @param {(faults: any[]) => void} refuse
 */
async function send(offer, { file, ...body }, refuse) {
  if (!file) {
    await answerWith(offer, body, body, refuse);
    return;
  }

  const typed = { ...body, evidence: { ...body.evidence, ref: file.name } };
  const handedIn = await handIn(offer.token, file, last.tag);
  if (handedIn.status === 200) {
    last = handedIn;
    await answerWith(offer, { ...body, evidence: { ...body.evidence, ref: handedIn.sha256 } }, typed, refuse);
  } else if (handedIn.status === 413 || (handedIn.status === 422 && handedIn.content.errors?.length)) {
    refuse(faultsOfFile(handedIn));
  } else if ([403, 404, 409, 410, 412].includes(handedIn.status)) {
    await read('changed', typed);
  } else {
    refuse([{ pointer: '', detail: say('unreachable') }]);
  }
}

/** @param {Record<string, any>} typed as its reader knows it: a file by its name */
async function answerWith(offer, body, typed, refuse) {
  const answer = await call('POST', offer.token, body, last.tag).catch(() => ({ status: 0 }));
  if (answer.status === 200) {
    last = answer;
    if (isOnRecord(offer.action, typed, answer.content)) draw('done');
    else draw('lost', typed);
  } else if (answer.status === 422 && answer.content.errors?.length) {
    refuse(answer.content.errors);
  } else if ([403, 404, 409, 410, 412].includes(answer.status)) {
    await read('changed', typed);
  } else {
    refuse([{ pointer: '', detail: say('unreachable') }]);
  }
}

/** In another language nothing is lost that was typed. */
function inAnotherLanguage() {
  const typed = filledIn();
  draw(...shown);
  fillIn(typed);
}

document.documentElement.lang = languageOf.current;
languages(inAnotherLanguage);
main.replaceChildren(el('p', { class: 'quiet' }, say('loading')));
addEventListener('hashchange', () => location.reload());
read();
