import { key, readFile } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { translate } from '../text/i18n.js';
import { exportAddress } from './import-data.js';
import { saveFile } from './save-file.js';

/**
 * What can be taken along as a file: each thing for spreadsheet programs.
 * @param {{ words: string, name: string, path: () => string }[]} files `words` says what it is; `path` is asked when somebody takes it
 */
export function exportLinks(files) {
  const said = el('p', { class: 'wrong', role: 'alert', hidden: true });
  return el('details', { class: 'exports' },
    el('summary', {}, translate('sheets.export')),
    el('ul', {}, files.map(({ words, name, path }) => el('li', {}, translate(words), ' ',
      ['xlsx', 'csv'].map(format => [exportLink(format, name, translate(words), path, said), ' '])))),
    said);
}

function exportLink(format, name, what, path, said) {
  const take = async event => {
    event.target.href = `/api/${exportAddress(path(), format)}`;
    if (!key.known()) {
      return; // The browser fetches it, as whoever is signed in.
    }

    event.preventDefault();
    said.hidden = true;
    try {
      saveFile(await readFile(exportAddress(path(), format)), `${name}.${format}`);
    } catch (failure) {
      [said.textContent, said.hidden] = [errorText(failure), false];
    }
  };
  return el('a', { href: `/api/${exportAddress(path(), format)}`, download: `${name}.${format}`, 'aria-label': `${what}, ${format.toUpperCase()}`, click: take }, format.toUpperCase());
}
