import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { sizeText } from '../text/size-text.js';
import { chooseFile, fileOf } from './chosen-files.js';

/** What the service takes; it looks into the file, and this is to help choosing. */
const endings = '.pdf,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.odt,.ods,.txt,.p7m,.p7s,.sig,.asice,.sce,.asics,.scs';

/**
 * A file is chosen, and how far it is on its way is shown there.
 * @param {string} name of the field
 * @param {Record<string, any>} common
 * @param {{ values: Record<string, string>, item: any, changed: () => void }} context
 */
export function fileField(name, common, { values, item, changed }) {
  const hint = el('p', { class: 'hint', id: `${common.id}-hint`, 'aria-live': 'polite' });
  const input = el('input', {
    ...common, type: 'file', accept: endings, autocomplete: null,
    change: () => {
      chooseFile(values, name, input.files?.[0]);
      say();
      changed();
    },
  });
  const kept = fileOf(values);
  if (kept) {
    const files = new DataTransfer();
    files.items.add(kept);
    input.files = files.files;
  } else {
    delete values[name];
  }

  function say() {
    const file = fileOf(values);
    const known = item.evidenceFiles?.at(-1);
    hint.textContent = file ? `${file.name} · ${sizeText(file.size)}`
      : values.handedIn && known ? translate('acts.file.known', { name: known.name }) : translate('acts.file.how');
  }

  say();
  return { input: [input, el('progress', { id: 'act-progress', max: 1, value: 0, hidden: true, 'aria-label': translate('acts.file.progress') })], hint };
}

/**
 * How much of the file has arrived, wherever its form stands by now.
 * @param {number} part of 1
 */
export function showProgress(part) {
  const bar = document.getElementById('act-progress');
  if (bar instanceof HTMLProgressElement) {
    [bar.value, bar.hidden] = [part, false];
  }
}
