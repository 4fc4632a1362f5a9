// Files that show what was done: handed in before the report that names them, and read by whoever confirms it.
const fileEndings = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.odt,.ods,.txt,.p7m,.p7s,.sig,.asice,.sce,.asics,.scs';

/** How large a file is, as people say it. */
function sizeOf(bytes) {
  const [unit, size] = bytes < 1_000 ? ['byte', bytes] : bytes < 1_000_000 ? ['kilobyte', bytes / 1_000] : ['megabyte', bytes / 1_000_000];
  // Short, a byte has no plural.
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumFractionDigits: 1 }).format(size);
}

/** A file is chosen, and how far it is on its way is shown there. */
function fileField() {
  const input = el('input', { type: 'file', accept: fileEndings });
  const field = labelled('complete-file', say('file'), input, true);
  const bar = el('progress', { max: 1, value: 0, hidden: true, id: 'progress', 'aria-label': say('file.progress') });
  field.node.append(el('p', { class: 'quiet small' }, say('file.how')), bar);
  return { ...field, chosen: () => input.files?.[0] };
}

/** How much of it is out. @param {number} part of 1 @param {boolean} [isOver] whether nothing is on its way any more */
function showProgress(part, isOver = false) {
  const bar = document.getElementById('progress');
  if (bar instanceof HTMLProgressElement) [bar.value, bar.hidden] = [part, isOver];
}

/**
 * Hands a file in by a link that reports.
 * @param {string} token
 * @param {File} file
 * @param {string} condition the tag of what the reader saw
 * @returns {Promise<any>} as of any other call, and what the file is called from then on
 */
const handIn = (token, file, condition) => new Promise(resolve => {
  const request = new XMLHttpRequest();
  request.open('POST', `/api/answers/evidence?name=${encodeURIComponent(file.name)}`);
  for (const [name, value] of [['x-followup-link', token], ['content-type', 'application/octet-stream'], ['if-match', condition]]) {
    if (value) request.setRequestHeader(name, value);
  }
  request.upload.onprogress = ({ loaded, total }) => showProgress(total > 0 ? loaded / total : 0);
  request.onloadend = () => showProgress(0, true);
  request.onerror = () => resolve({ status: 0 });
  request.onload = () => resolve({
    status: request.status, content: contentOf(request.responseText), tag: request.getResponseHeader('etag'),
    sha256: request.getResponseHeader('location')?.split('/').at(-1),
  });
  request.send(file);
});

function contentOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** What is wrong with a file is said beside it. */
const faultsOfFile = ({ status, content }) => (status === 413
  ? [{ pointer: '/file', code: 'file-large' }]
  : (content.errors ?? []).map(fault => ({ ...fault, pointer: '/file' })));

/** A file that was handed in, to be taken. */
function fileButton({ sha256, name, size }) {
  const wrong = el('span', { class: 'wrong', role: 'alert' });
  const take = async () => {
    wrong.textContent = '';
    const answer = await fetch(`/api/answers/evidence/${sha256}`, {
      headers: { 'x-followup-link': link }, cache: 'no-store', credentials: 'omit', referrerPolicy: 'no-referrer',
    }).catch(() => null);
    if (answer?.ok) keep(await answer.blob(), name);
    else wrong.textContent = say('file.gone');
  };
  return el('p', {},
    el('button', { type: 'button', class: 'file', 'aria-label': say('file.take', { name }), onclick: take }, written('span', name)),
    ` · ${sizeOf(size)} `, wrong);
}

/** @param {Blob} content @param {string} name */
function keep(content, name) {
  const address = URL.createObjectURL(content);
  el('a', { href: address, download: name }).click();
  URL.revokeObjectURL(address);
}
