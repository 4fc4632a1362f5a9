import { el } from '../shell/dom.js';
import { dateText, momentText } from '../text/dates.js';
import { faultElement } from '../text/fault-text.js';
import { localized, translate, translateOr } from '../text/i18n.js';
import { fieldName } from './import-columns.js';

/** Row by row what it becomes; what is wrong stands beside it. Refused rows come first, then changes: those are looked at. */
export function rowsTable({ rows }, people) {
  const order = ['refused', 'changed', 'new', 'unchanged'];
  const sorted = [...rows].sort((one, other) => order.indexOf(one.becomes) - order.indexOf(other.becomes) || one.row - other.row);
  const columns = ['sheets.row.number', 'sheets.becomes', 'sheets.item', 'fact.owner', 'sheets.due', 'sheets.notices'];
  return el('table', { class: 'import-rows' },
    el('caption', { class: 'unseen' }, translate('sheets.rows')),
    el('thead', {}, el('tr', {}, columns.map(key => el('th', { scope: 'col' }, translate(key))))),
    el('tbody', {}, sorted.map(row => (row.becomes === 'refused' ? refusedRow(row, people) : takenRow(row, people)))));
}

const head = row => [
  el('th', { scope: 'row' }, String(row.row)),
  el('td', { 'data-label': translate('sheets.becomes') }, el('span', { class: 'becomes', 'data-becomes': row.becomes }, translate(`sheets.becomes.${row.becomes}`))),
];

const refusedRow = (row, people) => el('tr', { 'data-becomes': 'refused' }, head(row), el('td', { colspan: '4' },
  el('p', { class: 'cells' }, el('bdi', {}, row.cells.filter(Boolean).slice(0, 4).join(' · '))),
  el('ul', {}, row.faults.map(fault => el('li', {}, el('strong', {}, fault.column ?? fieldName(fault.field)), ': ', faultElement(fault, { people }))))));

const takenRow = (row, people) => el('tr', { 'data-becomes': row.becomes }, head(row),
  el('td', { 'data-label': translate('sheets.item') }, localized('span', row.title), row.number && el('span', { class: 'quiet' }, ` (${row.number})`), changeList(row, people)),
  el('td', { 'data-label': translate('fact.owner') }, people.name(row.owner)),
  el('td', { 'data-label': translate('sheets.due') }, dateText(row.dueOn, 'short')),
  el('td', { 'data-label': translate('sheets.notices') }, noticesText(row)));

function changeList(row, people) {
  return row.changes.length > 0 && el('ul', { class: 'changes' }, row.changes.map(change => el('li', {},
    el('strong', {}, translateOr('event', change.event)), ` · ${fieldName(change.field)}: `,
    el('del', {}, valueText(change.field, change.was, people)), ' → ', el('ins', {}, valueText(change.field, change.now, people)))));
}

const valueText = (field, value, people) => (!value ? translate('amended.none')
  : field === 'owner' ? people.name(value) : field === 'dueOn' ? dateText(value, 'short') : field === 'kind' ? translateOr('kind', value) : value);

/** How many are said about it, and when the next is. */
const noticesText = ({ notices, nextAt }) => [
  translate('sheets.notices.count', { count: notices ?? 0 }), nextAt && translate('sheets.notices.next', { at: momentText(nextAt) }),
].filter(Boolean).join(' · ');
