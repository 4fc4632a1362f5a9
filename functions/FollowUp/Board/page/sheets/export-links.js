import { key, readFile } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { translate } from '../text/i18n.js';
import { exportAddress } from './import-data.js';
import { saveFile } from './save-file.js';

/**
 * What can be taken along as a file: each thing for spreadsheet programs.
 * @param {{ words: string, name: string, path: () => string, formats?: string[] }[]} files `words` says what it is; `path` is asked when
 *   somebody takes it; `formats` of what is for no spreadsheet
 */
export function exportLinks(files) {
  const said = el('p', { class: 'wrong', role: 'alert', hidden: true });
  return el('details', { class: 'exports' },
    el('summary', {}, translate('sheets.export')),
    el('ul', {}, files.map(({ words, name, path, formats = ['xlsx', 'csv'] }) => el('li', {}, translate(words), ' ',
      formats.map(format => [exportLink(format, name, translate(words), path, said), ' '])))),
    said);
}

function exportLink(format, name, what, path, said) {
  const address = () => (format === 'json' ? path() : exportAddress(path(), format));
  const take = async event => {
    event.target.href = `/api/${address()}`;
    if (!key.known()) {
      return; // The browser fetches it, as whoever is signed in.
    }

    event.preventDefault();
    said.hidden = true;
    try {
      saveFile(await readFile(address()), `${name}.${format}`);
    } catch (failure) {
      [said.textContent, said.hidden] = [errorText(failure), false];
    }
  };
  return el('a', { href: `/api/${address()}`, download: `${name}.${format}`, 'aria-label': `${what}, ${format.toUpperCase()}`, click: take }, format.toUpperCase());
}
