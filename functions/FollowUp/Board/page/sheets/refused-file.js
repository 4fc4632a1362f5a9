import { faultText } from '../text/fault-text.js';
import { language, translate } from '../text/i18n.js';

/** What a spreadsheet program would compute: an apostrophe makes it a text again, and the service takes that off. */
const isLive = text => /^'*[=+\-@\t\r\n\0＝＋－＠]/.test(text) && !/^'*-(?:0|[1-9][0-9]*)(?:\.[0-9]*[1-9])?$/.test(text);

const inert = text => (isLive(text) ? `'${text}` : text);

const quoted = text => `"${inert(text).replaceAll('"', '""')}"`;

/**
 * The refused rows as a file of the same columns and one more, which says why in the reader's language: to be put right and sent.
 * A row that nothing is wrong with is refused for what is wrong with the whole file.
 * @param {any} preview
 * @param {(fault: any) => string} columnOf what the column of a fault is called; empty where it is about no column
 */
export function refusedFile({ header, rows, faults }, columnOf) {
  const width = header.length;
  const lines = rows.filter(row => row.becomes === 'refused').map(row => [
    ...Array.from({ length: width }, (_, at) => row.cells[at] ?? ''),
    (row.faults.length > 0 ? row.faults : faults).map(fault => [columnOf(fault), faultText(fault)].filter(Boolean).join(': ')).join('\n'),
  ]);
  // With a comma a program set to Russian puts all into one column.
  const between = language() === 'ru' ? ';' : ',';
  return `\uFEFF${[[...header, translate('sheets.why')], ...lines].map(line => line.map(quoted).join(between)).join('\r\n')}\r\n`;
}
