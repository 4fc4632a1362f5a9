import { formFault } from '../forms/faults.js';
import { field, freshId, textInput } from '../forms/field.js';
import { firstInput } from '../forms/find.js';
import { newIdempotencyKey, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { has, translate } from '../text/i18n.js';
import { lineAt, linesOf } from './json-lines.js';
import { faultsIn } from '../forms/faults-in.js';

/** A register or a calendar that lies in a file: chosen or dropped, and sent as it is. */
export function readFile() {
  const said = el('div', { class: 'read', role: 'status' });
  const input = el('input', { type: 'file', id: freshId('file'), accept: '.json,.ics,application/json,text/calendar', change: () => take(input.files?.[0]) });
  const place = el('section', {
    class: 'drop',
    dragover: event => { event.preventDefault(); place.classList.add('over'); },
    dragleave: () => place.classList.remove('over'),
    drop: event => {
      event.preventDefault();
      place.classList.remove('over');
      take(event.dataTransfer?.files[0]);
    },
  },
  el('h2', {}, translate('empty.file')),
  el('p', {}, translate('empty.file.how')),
  el('p', { class: 'ask' }, el('label', { for: input.id }, translate('empty.file.label')), input),
  said);

  async function take(file) {
    if (!file) {
      return;
    }

    const text = await file.text();
    input.value = ''; // The same file, mended, can be chosen again.
    if (/\.ics$/i.test(file.name) || text.startsWith('BEGIN:VCALENDAR')) {
      said.replaceChildren(calendarForm(file.name, text, said));
      firstInput(said).focus();
    } else {
      await post(file.name, text, said);
    }
  }

  return place;
}

async function post(name, text, said) {
  try {
    const { people, calendars, plans, agreements } = await write('POST', 'registers', text, { type: 'application/json', idempotencyKey: newIdempotencyKey() });
    said.replaceChildren(done(name, translate('file.registered', { people, calendars, plans, agreements: agreements.length })));
  } catch (failure) {
    said.replaceChildren(faultList(name, faultsIn(failure), linesOf(text)));
  }
}

/** A calendar file does not say whose it is, nor how far it was announced. */
function calendarForm(name, text, said) {
  const asked = { id: name.replace(/\.ics$/i, '').replace(/[^A-Za-z0-9-]/g, '').slice(0, 40), knownThrough: '', working: '' };
  const wrong = el('div', {});
  const submit = async event => {
    event.preventDefault();
    try {
      const options = new URLSearchParams({ knownThrough: asked.knownThrough, working: asked.working, earlier: 'keep' });
      const { contributed } = await write('PUT', `calendars/${encodeURIComponent(asked.id)}?${options}`, text, { type: 'text/calendar' });
      said.replaceChildren(done(name, translate('file.calendar', {
        id: asked.id, off: contributed.daysOff.length, worked: contributed.daysWorked.length, passed: contributed.passedOver.length,
      })));
    } catch (failure) {
      wrong.replaceChildren(faultList(name, faultsIn(failure), new Map()));
    }
  };
  return el('form', { class: 'entry', submit },
    field({ at: 'id', label: translate('file.calendar.id'), hint: translate('file.calendar.id.hint') }, textInput(asked, 'id', { required: true, maxlength: '40' })),
    field({ at: 'knownThrough', label: translate('file.calendar.through'), hint: translate('file.calendar.through.hint') }, textInput(asked, 'knownThrough', { type: 'date', max: '9999-12-31', required: true })),
    field({ at: 'working', label: translate('file.calendar.working'), hint: translate('file.calendar.working.hint') }, textInput(asked, 'working')),
    el('p', { class: 'acts' }, el('button', { class: 'act' }, translate('file.calendar.act'))), wrong);
}

const done = (name, words) => el('div', {},
  el('p', {}, el('strong', {}, el('bdi', {}, name)), translate('text.colon'), words),
  el('p', { class: 'acts' }, el('button', { type: 'button', class: 'act', click: lookAtBoard }, translate('file.look'))));

function lookAtBoard() {
  if (location.hash.length > 2) {
    location.hash = '#/';
  } else {
    dispatchEvent(new Event('readagain'));
  }
}

/** Fault by fault, with the line that it stands in. */
function faultList(name, faults, lines) {
  return el('div', { class: 'faults' },
    el('p', { class: 'wrong' }, el('bdi', {}, name), translate('text.colon'), translate('file.faults', { count: faults.length })),
    el('ol', {}, faults.map(fault => el('li', {},
      lineAt(lines, fault.pointer) && el('strong', {}, translate('file.line', { line: lineAt(lines, fault.pointer) })), ' ',
      fault.pointer && el('code', {}, fault.pointer), ' ', wordsOf(fault)))));
}

/** What is wrong with a whole file is that it is something else. */
const wordsOf = fault => (!fault.pointer && fault.code && has(`file.${fault.code}`) ? translate(`file.${fault.code}`, { said: fault.detail }) : formFault(fault));
