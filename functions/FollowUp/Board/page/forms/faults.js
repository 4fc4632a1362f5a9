import { el } from '../shell/dom.js';
import { session } from '../shell/session.js';
import { faultElement } from '../text/fault-text.js';
import { has, translate } from '../text/i18n.js';
import { part } from './find.js';

/**
 * What is wrong, beside what it is wrong with. What stands nowhere on the form is said above it; nothing is left out.
 * @param {HTMLElement} form
 * @param {{ pointer: string, detail?: string, code?: string, args?: Record<string, any> }[]} faults by JSON Pointer
 * @param {import('../text/fault-text.js').Context} [context]
 * @returns {HTMLElement} what is said above
 */
export function showFaults(form, faults, context) {
  clearFaults(form);
  const elsewhere = [];
  for (const fault of faults) {
    const place = placeOf(form, fault.pointer);
    const error = place?.querySelector('.error');
    if (!error) {
      elsewhere.push(fault);
      continue;
    }

    error.append(error.childNodes.length > 0 ? ' ' : '', formFault(fault, context));
    for (let fold = error.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) {
      fold.open = true;
    }

    const input = (error.parentElement ?? form).querySelector('input, select, textarea');
    input?.setAttribute('aria-invalid', 'true');
    input?.addEventListener('input', () => {
      forget(input, error);
      faults.splice(0, faults.length, ...faults.filter(one => one !== fault));
    }, { once: true });
  }

  const summary = part(form, '.fault-summary');
  summary.replaceChildren(
    el('p', {}, translate('form.faults', { count: faults.length })),
    el('ul', {}, elsewhere.map(fault => el('li', {}, fault.pointer && el('code', {}, fault.pointer), ' ', formFault(fault, context)))));
  summary.hidden = false;
  part(form, form.querySelector('[aria-invalid]') ? '[aria-invalid]' : '.fault-summary').focus();
  return summary;
}

/** What is being put right is not called wrong any more. */
function forget(input, error) {
  input.removeAttribute('aria-invalid');
  error.replaceChildren();
}

export function clearFaults(form) {
  form.querySelectorAll('.error').forEach(error => error.replaceChildren());
  form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
  const summary = part(form, '.fault-summary');
  summary.hidden = true;
  summary.replaceChildren();
}

export const faultSummary = () => el('div', { class: 'fault-summary', role: 'alert', tabindex: '-1', hidden: true });

/**
 * What a form found by itself has words of its own; the rest is what the service says.
 * @param {{ detail?: string, code?: string, args?: Record<string, any> }} fault
 * @param {import('../text/fault-text.js').Context} [context]
 */
export function formFault(fault, context) {
  if (!fault.code || !has(`form.${fault.code}`)) {
    return faultElement(fault, context);
  }

  const words = translate(`form.${fault.code}`, fault.args);
  return fault.code === 'refused-401' ? el('span', {}, words, ' ', el('a', { href: session.me?.signIn ?? '#/' }, translate('signIn.enter'))) : words;
}

/** Where a pointer leads on the form: as deep as there is something, and never into what has the same name elsewhere. */
function placeOf(form, pointer) {
  let at = form;
  for (const part of pointer.split('/').slice(1)) {
    const next = /^\d+$/.test(part)
      ? own(at, '[data-member]')[Number(part)]
      : own(at, `[data-at="${CSS.escape(part)}"]`)[0];
    if (!next) {
      break;
    }

    at = next;
  }

  return at === form ? null : at;
}

const own = (at, what) => [...at.querySelectorAll(what)].filter(one => one.parentElement?.closest('[data-at], [data-member], form') === at);
