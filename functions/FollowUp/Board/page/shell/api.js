const keyName = 'followup-key';
export const pageMax = 200; // the most of a list that the service gives at once
const patience = 20_000; // milliseconds: a cold app answers within ten

/** The service answered, and the answer is no. */
export class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? '');
    this.status = status;
    /** @type {any} As the service wrote it: `errors` has the faults by field. */
    this.problem = problem;
  }
}

/** The service did not answer. */
export class Unreachable extends Error {}

/** The key lives as long as the tab; it goes out in a header, never in an address that is logged or shared. */
export const key = {
  known: () => sessionStorage.getItem(keyName) !== null,
  keep: value => sessionStorage.setItem(keyName, value),
  forget: () => sessionStorage.removeItem(keyName),
};

let address = '';

/** Whose page it is: what it asks for is asked as theirs, and refused where somebody else is signed in by then, in another tab. */
export const reader = {
  /** @param {string | null} known by which they signed in */
  is: known => { address = known ?? ''; },
};

/** Whether it was refused because somebody else is signed in by now. */
export const isAnotherReader = failure => failure instanceof Refused && failure.problem.type?.endsWith('/another-reader') === true;

export const read = async path => (await readTagged(path))?.body;

/**
 * What stands there, with the tag of just that.
 * @param {string} path
 * @param {string | null} [etag] of what one has already
 * @returns {Promise<{ etag: string | null, body: any } | null>} null while that is still so
 */
export async function readTagged(path, etag) {
  const headers = { accept: 'application/json, application/problem+json', ...callerHeaders(path) };
  if (etag) {
    headers['if-none-match'] = etag;
  }

  const response = await asked(path, headers);
  return response.status === 304 ? null : { etag: response.headers.get('etag'), body: await response.json() };
}

/** A file, for whoever has a key: it goes out in a header, which no link can send. */
export const readFile = async path => (await asked(path, { 'x-functions-key': sessionStorage.getItem(keyName) })).blob();

async function asked(path, headers) {
  const response = await answer(path, headers);
  if (!response.ok && response.status !== 304) {
    throw new Refused(response.status, await response.json().catch(() => ({})));
  }

  return response;
}

/**
 * Every page of a list, to the last, and what the last of them says beside it: who counts must count all.
 * @param {string} path with its options
 * @param {string} name of the list in the answers
 */
export async function readAll(path, name) {
  const found = [];
  let cursor = '';
  for (;;) {
    const page = await read(`${path}${path.includes('?') ? '&' : '?'}limit=${pageMax}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    found.push(...page[name]);
    if (!page.next) {
      return { ...page, [name]: found };
    }

    cursor = page.next;
  }
}

/**
 * Changes something. Where the answer is lost on the way, the same act under the same `idempotencyKey` is done once.
 * @param {'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {unknown} body
 * @param {{ etag?: string | null, idempotencyKey?: string | null, type?: string }} [under] `etag` is what the act was decided on; with a
 *   `type`, the body is sent as it is.
 * @returns {Promise<any>} the answer; null where it has none.
 */
export async function write(method, path, body, { etag, idempotencyKey, type } = {}) {
  const headers = { accept: 'application/json, application/problem+json', 'content-type': type ?? 'application/json', ...callerHeaders(path) };

  if (etag) {
    headers['if-match'] = etag;
  }

  if (idempotencyKey) {
    headers['idempotency-key'] = idempotencyKey;
  }

  const response = await answer(path, headers, { method, body: type || body === undefined ? body : JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) {
    throw new Refused(response.status, parsed(text) ?? {});
  }

  return text ? parsed(text) : null;
}

/** A name for one act, so that it is done once. Browsers have `crypto.randomUUID` over https and on this machine alone. */
export const newIdempotencyKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** Tells the service something that changes who one is to it. */
export async function send(address, body) {
  try {
    return await fetch(address, {
      method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' }, cache: 'no-store',
      signal: AbortSignal.timeout(patience),
    });
  } catch (cause) {
    throw new Unreachable(address, { cause });
  }
}

/** What the page can do without: null where the service refuses it. A missing key is everybody's business. */
export async function readIfAny(path) {
  try {
    return await read(path);
  } catch (failure) {
    if (failure instanceof Refused && failure.status !== 401) {
      return null;
    }

    throw failure;
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const itemPath = (agreement, item) =>
  `agreements/${encodeURIComponent(agreement)}/items/${encodeURIComponent(item)}`;

/** By its key, or as whom: who that is by now is asked as nobody. */
export function callerHeaders(path) {
  return key.known() ? { 'x-functions-key': sessionStorage.getItem(keyName) }
    : address && path !== 'me' ? { 'x-followup-reader': encodeURIComponent(address) } : {};
}

async function answer(path, headers, call = {}) {
  try {
    return await fetch(`/api/${path}`, { ...call, headers, cache: 'no-store', signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new Unreachable(path, { cause });
  }
}
