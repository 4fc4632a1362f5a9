import { clearFaults, faultSummary, showFaults } from '../forms/faults.js';
import { choice, field, textInput, tick } from '../forms/field.js';
import { agreementAddress } from '../lists/item-card.js';
import { key, read, readFile, Refused } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { momentText } from '../text/dates.js';
import { language, languages, localized, localizedText, translate } from '../text/i18n.js';
import { saveFile } from '../sheets/save-file.js';
import { keepReport, lastReport } from './last-report.js';
import { faultsOfAnswer, faultsOfQuestion, localMoment, reportCall } from './question.js';

/** An agreement, and the others with which one report may be made of it. */
export async function loadReport(agreement) {
  const [head, overview] = await Promise.all([read(`agreements/${encodeURIComponent(agreement)}`), read('overview')]);
  return { agreement: head, others: overview.agreements.filter(one => one.id !== agreement) };
}

/** The report for the next meeting: which moment, since when, until when, and in which languages. */
export function reportPage({ agreement, others }) {
  const title = translate('report.title');
  return {
    title: `${title} · ${localizedText(agreement.title)}`,
    content: el('div', { class: 'report-page' },
      el('p', { class: 'back' }, el('a', { href: agreementAddress(agreement.id) }, '← ', localized('span', agreement.title))),
      el('h1', { tabindex: '-1' }, title),
      el('p', { class: 'about' }, translate('report.about')),
      reportForm(agreement, others)),
  };
}

function reportForm(agreement, others) {
  const kept = lastReport(agreement.id);
  const texts = Object.keys(languages).filter(code => agreement.title[code]);
  // Of the languages that it has, English is most often nobody's own.
  const [first, second] = [...new Set([language(), ...texts.filter(code => code !== 'en'), ...texts, ...Object.keys(languages)])];
  /** @type {import('./question.js').Asked & Record<string, any>} */
  const asked = { asOf: '', since: kept && localMoment(kept), keptSince: kept, next: '', first, second: texts.length > 1 ? second : '', others: [] };
  const ready = el('div', { class: 'report-ready' });
  const form = el('form', { class: 'entry', novalidate: true, submit: event => { event.preventDefault(); return make(form, agreement.id, asked, ready); } },
    faultSummary(),
    field({ at: 'asOf', label: translate('report.asOf'), hint: translate('report.asOf.hint') }, textInput(asked, 'asOf', { type: 'datetime-local' })),
    field({ at: 'since', label: translate('report.since'), hint: translate(kept ? 'report.since.kept' : 'report.since.hint') }, textInput(asked, 'since', { type: 'datetime-local' })),
    field({ at: 'nextMeeting', label: translate('report.next'), hint: translate('report.next.hint') }, textInput(asked, 'next', { type: 'date' })),
    el('div', { class: 'report-languages' },
      field({ at: 'first', label: translate('report.first') }, choice(asked, 'first', named)),
      field({ at: 'languages', label: translate('report.second') }, choice(asked, 'second', () => [['', translate('report.second.none')], ...named()]))),
    others.length > 0 && el('details', {},
      el('summary', {}, translate('report.others')),
      el('div', { 'data-at': 'agreements' }, others.map(one => other(asked, one)), el('p', { class: 'error' }))),
    el('p', { class: 'acts' }, el('button', { class: 'act' }, translate('report.make'))), ready);
  return form;
}

/** @returns {[string, string][]} */
const named = () => Object.entries(languages).map(([code, { name }]) => [code, name]);

/** Another agreement, to go into the same report. */
function other(asked, { id, title }) {
  const chosen = {
    get [id]() { return asked.others.includes(id); },
    set [id](isChosen) { asked.others = isChosen ? [...asked.others, id] : asked.others.filter(one => one !== id); },
  };
  return tick(chosen, id, localizedText(title), `agreement-${id}`);
}

/** It is made once as data: so what is wrong is said here, and both papers are of the same moment. */
async function make(form, agreement, asked, ready) {
  clearFaults(form);
  ready.replaceChildren();
  const faults = faultsOfQuestion(asked);
  if (faults.length > 0) {
    showFaults(form, faults);
    return;
  }

  form.setAttribute('aria-busy', 'true');
  try {
    const made = await read(reportCall(agreement, asked));
    keepReport(agreement, made.asOf);
    showReady(ready, format => reportCall(agreement, asked, { asOf: made.asOf, format }), made);
  } catch (failure) {
    const errors = failure instanceof Refused ? failure.problem.errors ?? [] : [];
    showFaults(form, errors.length > 0 ? faultsOfAnswer(errors) : [{ pointer: '', detail: errorText(failure) }]);
  } finally {
    form.removeAttribute('aria-busy');
  }
}

/** @param {(format: 'html' | 'docx') => string} call */
function showReady(ready, call, { asOf, agreements }) {
  const count = agreements.flatMap(one => one.sections).reduce((sum, section) => sum + section.items.length, 0);
  const open = el('a', { class: 'act', href: `/api/${call('html')}`, target: '_blank', rel: 'noopener', click: event => saveByKey(event, call('html'), 'report.html') }, translate('report.open'));
  ready.replaceChildren(
    el('p', { role: 'status' }, translate('report.ready', { count, moment: momentText(asOf) })),
    el('p', { class: 'acts' }, open, ' ',
      el('a', { class: 'act second', href: `/api/${call('docx')}`, download: '', click: event => saveByKey(event, call('docx'), 'report.docx') }, translate('report.save'))));
  open.focus();
}

/** A key goes out in a header, which no link can send. */
async function saveByKey(event, call, name) {
  if (!key.known()) {
    return;
  }

  event.preventDefault();
  try {
    saveFile(await readFile(call), name);
  } catch (failure) {
    event.target.closest('.report-ready').append(el('p', { class: 'wrong', role: 'alert' }, errorText(failure)));
  }
}
