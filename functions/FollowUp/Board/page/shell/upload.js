import { callerHeaders, Refused, Unreachable } from './api.js';

/** Of a large file over a slow line; longer than that nobody waits. */
const patience = 600_000; // milliseconds

/**
 * Sends a file. Sent again under the same `idempotencyKey`, it is taken once.
 * @param {string} path
 * @param {File} file
 * @param {{ etag: string, idempotencyKey: string, progressed: (part: number) => void }} under `progressed` hears how much of it is out
 * @returns {Promise<{ body: any, location: string }>} the answer, and where the file is from now on
 */
export const upload = (path, file, { etag, idempotencyKey, progressed }) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open('POST', `/api/${path}`);
  request.timeout = patience;
  const headers = {
    accept: 'application/json, application/problem+json', 'content-type': 'application/octet-stream', 'if-match': etag,
    'idempotency-key': idempotencyKey, ...callerHeaders(path),
  };
  Object.entries(headers).forEach(([name, value]) => value && request.setRequestHeader(name, value));
  request.upload.onprogress = ({ loaded, total }) => progressed(total > 0 ? loaded / total : 0);
  request.onload = () => {
    const answer = parsed(request.responseText) ?? {};
    if (request.status >= 200 && request.status < 300) {
      resolve({ body: answer, location: request.getResponseHeader('location') ?? '' });
    } else {
      reject(new Refused(request.status, answer));
    }
  };
  request.onerror = request.ontimeout = () => reject(new Unreachable(path));
  request.send(file);
});

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
