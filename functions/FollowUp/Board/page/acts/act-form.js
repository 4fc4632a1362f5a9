import { el } from '../shell/dom.js';
import { session } from '../shell/session.js';
import { dateIn, dateText } from '../text/dates.js';
import { faultElement } from '../text/fault-text.js';
import { has, translate } from '../text/i18n.js';
import { askedOf } from '../item/item-state.js';
import { actField } from './act-field.js';
import { changedSince, entriesSince } from './changed-since.js';
import { datePreview } from './date-preview.js';
import { fieldsOf } from './verbs.js';
import { whoseAct } from './whose-act.js';

/**
 * The form of one verb, with what was typed in it so far; and, where others changed the item since it was begun, what they did.
 * @param {string} verb
 * @param {any} read what the page was drawn from
 * @param {import('./drafts.js').Draft} draft
 * @param {{ offered: string[], changed: () => void, submit: () => void, close: () => void, letGo: () => void, redraw: () => void }} does
 *   `offered`: in whose names it can be done; nobody's where it cannot be done any more
 */
export function actForm(verb, read, draft, does) {
  const { agreement, item, people, now } = read;
  const { offered } = does;
  const isOpen = offered.length > 0;
  const since = entriesSince(read.journal, draft.seen);
  const context = { verb, agreement, item, people, today: dateIn(now, item.timeZone), values: draft.values };
  const dates = datePreview(verb, read, draft.values);
  const change = name => () => {
    does.changed();
    dates.changed();
    // What else is asked for, or must be, hangs on what was chosen.
    if (name === 'kind') {
      does.redraw();
    }
  };

  return el('form', {
    class: 'act-form', id: 'act-form', 'aria-labelledby': 'act-title', novalidate: true, autocomplete: 'off',
    submit: event => { event.preventDefault(); does.submit(); },
    keydown: event => { if (event.key === 'Escape') { does.close(); } },
  },
  el('h3', { id: 'act-title' }, translate(`acts.${verb}`)),
  isOpen && el('p', { class: 'about' }, translate(aboutOf(verb, item), namesIn(item, people))),
  since.length > 0 && changedSince(since, read, isOpen),
  verb === 'decide-extension' && isOpen && dates.content,
  fieldsOf(verb, draft.values).map(field => [actField(field, {
    ...context, changed: change(field.name), wrong: draft.faults?.find(fault => fault.name === field.name),
  }), field.name === 'dueOn' && isOpen && dates.content]),
  isOpen && whoseAct({ verb, item, people, draft, offered, choose: by => { draft.by = by; does.changed(); } }),
  trouble(draft, isOpen, verb, people),
  el('p', { class: 'acts' },
    isOpen && el('button', { class: 'act', type: 'submit', id: 'act-submit' }, since.length > 0 ? translate('acts.goOn', { what: doing(verb) }) : doing(verb)),
    since.length > 0 || !isOpen
      ? el('button', { type: 'button', class: 'let-go', 'data-key': 'let-go', click: does.letGo }, translate('acts.letGo'))
      : el('button', { type: 'button', class: 'let-go', 'data-key': 'close', click: does.close }, translate('acts.close'))));
}

/** What comes round goes on without one of its occurrences. */
const aboutOf = (verb, item) => (verb === 'withdraw' && item.recurrence ? 'acts.withdraw.about.round' : `acts.${verb}.about`);

const doing = verb => translate([`acts.${verb}.do`, `acts.${verb}`].find(has) ?? '');

function namesIn(item, people) {
  const asked = askedOf(item);
  return {
    owner: people.name(item.owner), issuer: people.name(item.issuer), coordinator: people.name(item.coordinator),
    question: item.questions?.at(-1)?.text ?? '', due: dateText(item.dueOn), asked: asked ? dateText(asked.dueOn) : '', reason: asked?.reason ?? '',
  };
}

/** Why it was not done, and what to do about it. Everything typed is still there. */
function trouble(draft, isOpen, verb, people) {
  const kind = kindOf(draft.trouble, isOpen);
  const { problem } = draft.trouble ?? {};
  return kind && el('div', { class: 'act-trouble', 'data-key': 'trouble', role: 'alert', tabindex: '-1' },
    el('p', {}, translate(`acts.${kind}`, { what: translate(`acts.${verb}`), address: session.me?.address })),
    kind === 'signed-out' && session.me?.signIn && el('p', {}, el('a', { href: session.me.signIn, target: '_blank', rel: 'noopener' }, translate('signIn.enter'))),
    problem && !['signed-out', 'another-reader'].includes(kind) && el('p', { class: 'quiet' }, faultElement(problem, { people })));
}

/** That it has changed is said above it, and by whom. */
function kindOf(found, isOpen) {
  if (!isOpen) {
    return 'not-now';
  }

  return found?.kind === 'changed' ? found.problem && 'refused' : found?.kind;
}
