import { clearFaults, showFaults } from '../forms/faults.js';
import { part } from '../forms/find.js';
import { isAnotherReader, newIdempotencyKey, read, readIfAny, Refused, Unreachable, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { registerOf } from './agreement-draft.js';
import { faultsOfAgreement } from './check.js';
import { timetablePreview } from './timetable-preview.js';

/** What a form's own pointers leave out: there is one agreement on it. */
const here = faults => faults.map(fault => ({ ...fault, pointer: fault.pointer.replace(/^\/agreements\/0/, '') }));

/** The end of the form of an agreement: what would be said is looked at, and then it is registered. */
export function submission({ draft, people, form }) {
  const preview = el('section', { class: 'preview', 'aria-live': 'polite' });
  const look = () => attempt(form(), async () => {
    preview.replaceChildren();
    const register = await registerNow(draft.value);
    const found = await write('POST', 'timetable', register);
    const shown = timetablePreview(found, people.with(register.people));
    preview.replaceChildren(shown);
    part(shown, 'h2').focus();
  }, draft.value);

  const submit = event => {
    event.preventDefault();
    return attempt(form(), () => register(draft), draft.value);
  };

  return {
    preview,
    acts: {
      submit,
      row: el('p', { class: 'acts' },
        el('button', { type: 'button', class: 'act second', click: look }, translate('new.look')),
        el('button', { class: 'act' }, translate('new.register'))),
    },
  };
}

/** With ids that nobody has: also not somebody who was entered a moment ago. */
async function registerNow(value) {
  const [people, agreements] = await Promise.all([readIfAny('people'), agreementIds()]);
  return registerOf(value, { people: (people?.people ?? []).map(person => person.id), agreements });
}

async function agreementIds() {
  const ids = [];
  let cursor = '';
  do {
    const page = await read(`agreements?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    ids.push(...page.agreements.map(one => one.id));
    cursor = page.next ?? '';
  } while (cursor);
  return ids;
}

/** Where an answer was lost on the way, the very same is sent again under its key: it is registered once. */
async function register(draft) {
  const { sent, ...value } = draft.value;
  const content = JSON.stringify(value);
  if (sent?.content !== content) {
    draft.value.sent = { content, key: newIdempotencyKey(), body: await registerNow(value) };
    draft.save();
  }

  const { key, body } = draft.value.sent;
  await write('POST', 'registers', body, { idempotencyKey: key });
  draft.forget();
  location.hash = `#/agreements/${encodeURIComponent(body.agreements[0].id)}`;
}

/** One try: what is wrong is said beside its field, and what was typed stays. */
async function attempt(form, act, value) {
  clearFaults(form);
  const faults = faultsOfAgreement(value);
  if (faults.length > 0) {
    showFaults(form, faults);
    return;
  }

  const buttons = form.querySelectorAll('.acts button');
  buttons.forEach(button => { button.disabled = true; });
  try {
    await act();
  } catch (failure) {
    showFaults(form, here(faultsIn(failure)));
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
}

/** What the service refused, or that it did not answer. */
export function faultsIn(failure) {
  if (failure instanceof Unreachable) {
    return [{ pointer: '', code: 'unreachable' }];
  }

  if (isAnotherReader(failure)) {
    return [{ pointer: '', code: 'another-reader' }];
  }

  if (failure instanceof Refused) {
    const { problem, status } = failure;
    return problem.errors?.length > 0 ? problem.errors : [{ pointer: '', code: `refused-${status}`, detail: failure.message }];
  }

  throw failure;
}
