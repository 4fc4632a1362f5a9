import './browser.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

const { refusedFile } = await import('../../functions/FollowUp/Board/page/sheets/refused-file.js');
const { setLanguage } = await import('../../functions/FollowUp/Board/page/text/i18n.js');

const preview = {
  header: ['No', 'Title', 'Owner'],
  rows: [
    { becomes: 'new', cells: null, faults: [] },
    { becomes: 'refused', cells: ['1', '=cmd|\' /C calc\'!A0', 'say "x"'], faults: [{ field: 'owner', column: 'Owner', code: 'nobody-called', args: { name: 'say "x"' }, detail: '…' }] },
    { becomes: 'refused', cells: ['-2', '-2+3'], faults: [{ field: 'kind', code: 'required', args: {}, detail: '…' }] },
  ],
};

const columnOf = fault => fault.column ?? fault.field;

afterEach(() => setLanguage('en'));

test('refused rows go out with why, and nothing in them computes', () => {
  assert.equal(refusedFile(preview, columnOf), [
    '\uFEFF"No","Title","Owner","Why it was refused"',
    '"1","\'=cmd|\' /C calc\'!A0","say ""x""","Owner: “say ""x""” is nobody in the register. Please write an id, a name or a mail address that is."',
    '"-2","\'-2+3","","kind: Please fill this in."', '',
  ].join('\r\n'));
});

test('a file for a program set to Russian is parted by semicolons, and speaks Russian', () => {
  setLanguage('ru');
  assert.match(refusedFile(preview, columnOf), /^\uFEFF"No";"Title";"Owner";"Почему отклонено"\r\n/);
});

test('a row that nothing is wrong with is refused for what is wrong with the whole file', () => {
  const rows = [{ becomes: 'refused', cells: ['1', 'Fine', 'law'], faults: [] }];
  const faults = [{ pointer: '/column.kind', code: 'column-missing', args: { field: 'kind', common: 'kind' }, detail: '…' }, { pointer: '', detail: 'is purple' }];
  assert.match(refusedFile({ ...preview, rows, faults }, fault => (fault.pointer ? 'Kind' : '')), /"Kind: New items need this, and no column has it\.[^"]*\nis purple"/);
});
