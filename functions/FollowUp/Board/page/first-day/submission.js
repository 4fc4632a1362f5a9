import { faultsIn } from '../forms/faults-in.js';
import { clearFaults, showFaults } from '../forms/faults.js';
import { part } from '../forms/find.js';
import { newIdempotencyKey, read, readIfAny, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { fingerprint } from '../forms/fingerprint.js';
import { sayAfter } from '../forms/saved.js';
import { faultsOfTaken, idsIn, registerOf, withIds } from './agreement-draft.js';
import { faultsOfAgreement } from './check.js';
import { timetablePreview } from './timetable-preview.js';

/** What a form's own pointers leave out: there is one agreement on it. */
const here = faults => faults.map(fault => ({ ...fault, pointer: fault.pointer.replace(/^\/agreements\/0/, '') }));

/** What the form itself finds once it knows who is in the register by now. */
class Unfit extends Error {
  constructor(faults) {
    super();
    this.faults = faults;
  }
}

/** The end of the form of an agreement: what would be said is looked at, and then it is registered. */
export function submission({ draft, people, form }) {
  const preview = el('section', { class: 'preview', 'aria-live': 'polite' });
  const look = () => attempt(form(), draft, async () => {
    preview.replaceChildren();
    const register = await registerNow(draft.value);
    const found = await write('POST', 'timetable', register);
    const shown = timetablePreview(found, people.with(register.people));
    preview.replaceChildren(shown);
    part(shown, 'h2').focus();
  });

  const submit = event => {
    event.preventDefault();
    return attempt(form(), draft, () => register(draft));
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
  const known = (people?.people ?? []).map(person => person.id);
  const faults = faultsOfTaken(value, known);
  if (faults.length > 0) {
    throw new Unfit(faults);
  }

  return registerOf(value, { people: known, agreements });
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
  const content = fingerprint(JSON.stringify(value));
  const isSame = sent?.content === content && sent.ids;
  const body = isSame ? registerOf(withIds(value, sent.ids), { people: [], agreements: [] }) : await registerNow(value);
  const key = isSame ? sent.key : newIdempotencyKey();
  draft.value.sent = { content, key, ids: idsIn(body) };
  draft.save();
  await write('POST', 'registers', body, { idempotencyKey: key });
  draft.forget();
  const address = `#/agreements/${encodeURIComponent(body.agreements[0].id)}`;
  sayAfter('new.saved', address);
  location.hash = address;
}

/** One try: what is wrong is said beside its field, and what was typed stays. */
async function attempt(form, draft, act) {
  clearFaults(form);
  const faults = faultsOfAgreement(draft.value);
  draft.faults = faults;
  if (faults.length > 0) {
    showFaults(form, faults);
    return;
  }

  const buttons = form.querySelectorAll('.acts button');
  buttons.forEach(button => { button.disabled = true; });
  try {
    await act();
  } catch (failure) {
    draft.faults = failure instanceof Unfit ? failure.faults : here(faultsIn(failure));
    showFaults(form, draft.faults);
  } finally {
    buttons.forEach(button => { button.disabled = false; });
  }
}
