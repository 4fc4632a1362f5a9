import { choice, field, open, textInput } from '../forms/field.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { kinds } from '../text/kinds.js';

/** What a column can hold, in the words of the service. */
const fields = [
  'number', 'title.en', 'title.zh', 'title.ru', 'kind', 'owner', 'issuer', 'dueOn', 'supporting', 'counterpart', 'clause', 'plan', 'reason', 'id',
];

/** What may hold for all new items. */
const common = ['kind', 'owner', 'issuer'];

export const fieldName = name => (fields.includes(name) ? translate(`sheets.field.${name}`) : name);

/**
 * Which column has what, to be put right by hand; and what holds for all, where no column has it. Open where the service asks.
 * @param {import('./import-data.js').Asked} asked
 * @param {{ answer?: any, faults?: any[], header?: string[] }} said
 */
export function columnFields(asked, { answer, faults, header }) {
  const found = Object.fromEntries((answer?.columns ?? []).map(column => [column.field, column.name]));
  const names = [...new Set((header ?? []).filter(Boolean))];
  const asksFor = (faults ?? []).some(fault => ['no-known-column', 'column-missing', 'column-twice', 'column-not-there'].includes(fault.code));
  return el('details', { class: 'columns', open: asksFor },
    el('summary', {}, translate('sheets.columns')),
    el('p', { class: 'hint' }, translate('sheets.columns.how')),
    el('div', { class: 'row' }, fields.map(name => field({ at: `column.${name}`, label: fieldName(name) },
      choice(asked.columns, name, () => [
        ...open(found[name] && !asked.columns[name] ? translate('sheets.columns.found', { name: found[name] }) : translate('sheets.columns.none')),
        .../** @type {[string, string][]} */ (names.map(one => [one, one])),
      ])))),
    el('p', { class: 'hint' }, translate('sheets.every.how')),
    el('div', { class: 'row' }, common.map(name => field({ at: `every.${name}`, label: translate('sheets.every', { field: fieldName(name) }) },
      name === 'kind'
        ? choice(asked.every, name, () => [...open(translate('sheets.every.none')), .../** @type {[string, string][]} */ (kinds.map(kind => [kind, translate(`kind.${kind}`)]))])
        : textInput(asked.every, name)))));
}
