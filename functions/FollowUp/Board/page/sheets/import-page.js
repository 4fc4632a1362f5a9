import { formFault } from '../forms/faults.js';
import { choice, field, freshId, open, textInput } from '../forms/field.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { localizedText, translate } from '../text/i18n.js';
import { columnFields, fieldName } from './import-columns.js';
import { columnsIn, faultsOf, sendFile } from './import-data.js';
import { rowsTable } from './import-rows.js';
import { refusedFile } from './refused-file.js';
import { saveFile } from './save-file.js';

const encodings = ['utf-8', 'utf-16', 'gb18030', 'windows-1251'];

/** What was said of a file outlives another language, and a look elsewhere. */
/** @type {import('./import-data.js').Asked} */
const asked = { file: null, agreement: '', reason: '', dateOrder: '', encoding: '', columns: {}, every: {} };

/** @type {{ answer?: any, faults?: any[], header?: string[], wrong?: string }} What the service said last. */
let said = {};

/** From a spreadsheet: a file is chosen, looked at row by row, and then taken in, all of it or nothing. */
export function importPage({ agreements, people, chosen }) {
  const agreementOf = () => agreements.find(one => one.id === asked.agreement);
  asked.agreement = [chosen, asked.agreement].find(id => agreements.some(one => one.id === id)) ?? (agreements.length === 1 ? agreements[0].id : '');
  const result = el('section', { class: 'import-result', 'aria-live': 'polite' });
  const columns = el('div', {});
  const input = el('input', {
    type: 'file', id: freshId('file'), accept: '.csv,.txt,.xlsx,text/csv', change: () => take(input.files?.[0] ?? null),
  });
  const fileName = el('p', { class: 'hint' });
  const look = el('button', { class: 'act' }, translate('sheets.look'));
  const form = el('form', { class: 'entry', submit: event => { event.preventDefault(); send(); } },
    el('div', { class: 'row' },
      field({ at: 'agreement', label: translate('sheets.agreement') }, choice(asked, 'agreement', () => [
        ...open(), .../** @type {[string, string][]} */ (agreements.map(one => [one.id, localizedText(one.title)])),
      ], { required: true, change: forget })),
      el('div', { class: 'field', 'data-at': 'file' }, el('span', { class: 'label' }, el('label', { for: input.id }, translate('sheets.file'))), input, fileName)),
    el('div', { class: 'row' },
      field({ at: 'reason', label: translate('sheets.reason'), hint: translate('sheets.reason.hint') }, textInput(asked, 'reason')),
      field({ at: 'dateOrder', label: translate('sheets.dates') }, choice(asked, 'dateOrder', () => [...open(translate('sheets.dates.shown')), ['dmy', translate('sheets.dates.dmy')], ['mdy', translate('sheets.dates.mdy')]])),
      field({ at: 'encoding', label: translate('sheets.encoding') }, choice(asked, 'encoding', () => [...open(translate('sheets.encoding.found')), .../** @type {[string, string][]} */ (encodings.map(name => [name, name]))]))),
    columns,
    el('p', { class: 'acts' }, look));

  function take(file) {
    if (file) {
      Object.assign(asked, { file, columns: {}, every: {} });
      forget();
    }
  }

  /** What was seen is not what would be done any more. */
  function forget() {
    said = {};
    show();
  }

  /** @param {string} [token] */
  async function send(token) {
    if (!asked.file || !agreementOf()) {
      said = { wrong: translate('sheets.nothing') };
      show();
      return;
    }

    look.disabled = true;
    result.setAttribute('aria-busy', 'true');
    try {
      const answer = await sendFile(asked, agreementOf(), token);
      said = { answer, faults: answer.faults, header: answer.header };
    } catch (failure) {
      const faults = faultsOf(failure);
      said = faults ? { faults, header: columnsIn(faults).length > 0 ? columnsIn(faults) : said.header } : { wrong: errorText(failure) };
    }

    look.disabled = false;
    result.removeAttribute('aria-busy');
    show();
    /** @type {HTMLElement | null} */ (result.querySelector('h2, .wrong'))?.focus();
  }

  function show() {
    fileName.textContent = asked.file ? asked.file.name : '';
    columns.replaceChildren(...(said.header ? [columnFields(asked, said)] : []));
    result.replaceChildren(...[
      said.wrong && el('p', { class: 'wrong', tabindex: '-1' }, said.wrong),
      (said.faults ?? []).length > 0 && faultList(said.faults ?? []),
      said.answer && answerPart(said.answer),
    ].filter(part => part instanceof Node));
  }

  function answerPart(answer) {
    const { added, changed, unchanged, refused } = answer;
    return el('div', { class: 'import-answer' },
      el('h2', { tabindex: '-1' }, translate(answer.isApplied ? 'sheets.done' : 'sheets.preview')),
      el('p', {}, translate('sheets.counts', { added, changed, unchanged, refused })),
      answer.passedOver.length > 0 && el('p', { class: 'hint' }, translate('sheets.passedOver', { columns: answer.passedOver.join(', ') })),
      answer.otherSheets.length > 0 && el('p', { class: 'hint' }, translate('sheets.otherSheets', { sheet: answer.sheet, others: answer.otherSheets.join(', ') })),
      el('p', { class: 'acts' },
        answer.isApplied
          ? el('a', { class: 'act', href: `#/agreements/${encodeURIComponent(answer.agreement)}` }, translate('sheets.toAgreement'))
          : answer.preview && added + changed > 0 && el('button', { type: 'button', class: 'act', click: () => send(answer.preview) }, translate('sheets.commit', { count: added + changed })),
        refused > 0 && el('button', { type: 'button', class: 'act second', click: () => saveRefused(answer) }, translate('sheets.refused'))),
      rowsTable(answer, people));
  }

  show();
  return {
    title: translate('sheets.title'),
    content: el('div', { class: 'import' },
      el('p', { class: 'back' }, el('a', { href: '#/register' }, `← ${translate('nav.register')}`)),
      el('h1', { tabindex: '-1' }, translate('sheets.title')), el('p', {}, translate('sheets.about')), form, result),
  };
}

const saveRefused = answer => saveFile(
  new Blob([refusedFile(answer, columnOf)], { type: 'text/csv' }), `${answer.agreement}-refused.csv`);

/** What is wrong with the file as a whole has a pointer; with a row, a field. */
const columnOf = ({ column, field: name, pointer = '' }) => column ?? fieldName(name ?? /^\/(?:column|every)\.(.+)$/.exec(pointer)?.[1] ?? '');

/** What is wrong with the file as a whole; of a column, with what it is called here. */
const faultList = faults => el('div', { class: 'faults', role: 'alert' },
  el('p', { class: 'wrong', tabindex: '-1' }, translate('sheets.wrong')),
  el('ul', {}, faults.map(fault => el('li', {}, placeOf(fault.pointer ?? ''), formFault(fault)))));

function placeOf(pointer) {
  const [, row, rest] = /^\/rows\/(\d+)\/?(.*)$/.exec(pointer) ?? [];
  const [, column] = /^\/(?:column|every)\.(.+)$/.exec(pointer) ?? [];
  return row ? [el('strong', {}, translate('sheets.row', { row })), ' ', el('code', {}, rest), ' ']
    : column ? [el('strong', {}, fieldName(column)), ': '] : null;
}
