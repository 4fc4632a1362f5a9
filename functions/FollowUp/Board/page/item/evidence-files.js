import { key, readFile } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { saveFile } from '../sheets/save-file.js';
import { momentText } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { sizeText } from '../text/size-text.js';

/** As much of a checksum as people compare by eye; the journal has all of it. */
const shortLength = 12;

/** What was handed in to show what was done: each to be taken, with what tells whether it is still the same. */
export function evidenceFiles({ evidenceFiles: files, timeZone }, people) {
  const said = el('p', { class: 'wrong', role: 'alert', hidden: true });
  return files?.length > 0 && [el('ul', { class: 'evidence-files' }, files.map(file => el('li', {},
    fileLink(file, said), ' ', el('span', { class: 'quiet' }, `· ${sizeText(file.size)}`),
    el('span', { class: 'quiet block' }, `${momentText(file.at, timeZone)} · ${people.name(file.by)}`),
    el('span', { class: 'quiet block' }, 'SHA-256 ', el('code', { title: file.sha256 }, `${file.sha256.slice(0, shortLength)}…`))))), said];
}

function fileLink({ href, name }, said) {
  const take = async event => {
    if (!key.known()) {
      return; // The browser fetches it, as whoever is signed in.
    }

    event.preventDefault();
    said.hidden = true;
    try {
      saveFile(await readFile(href.replace(/^\/api\//, '')), name);
    } catch (failure) {
      [said.textContent, said.hidden] = [errorText(failure), false];
    }
  };
  return el('a', { href, download: name, 'aria-label': translate('file.take', { name }), click: take }, el('bdi', {}, name));
}
