import { isAnotherReader, key, Refused, Unreachable } from './api.js';
import { el } from './dom.js';
import { faultElement } from '../text/fault-text.js';
import { translate } from '../text/i18n.js';
import { session } from './session.js';

const readAgain = () => dispatchEvent(new Event('readagain'));

/** What went wrong, in words, and what to do about it. A service that asks for a key gets one. */
export function errorPage(failure) {
  if (failure instanceof Refused && failure.status === 401) {
    return session.me?.signIn ? askToSignIn(session.me.signIn) : askForKey();
  }

  const kind = kindOf(failure);
  return {
    title: translate(`error.${kind}`),
    content: el('div', { class: 'state', role: 'alert' },
      el('h1', { tabindex: '-1' }, translate(`error.${kind}`)),
      el('p', {}, translate(`error.${kind}.how`)),
      failure instanceof Refused && failure.message && el('p', { class: 'quiet' }, el('bdi', {}, faultElement(failure.problem.errors?.[0] ?? failure))),
      el('p', { class: 'acts' },
        el('button', { type: 'button', class: 'act', click: readAgain }, translate('again')),
        el('a', { href: '#/' }, translate('back')))),
  };
}

/** An address that names nothing that the board has. */
export const unknownPage = () => ({
  title: translate('error.unknown'),
  content: el('div', { class: 'state' },
    el('h1', { tabindex: '-1' }, translate('error.unknown')),
    el('p', {}, translate('error.unknown.how')),
    el('p', { class: 'acts' }, el('a', { href: '#/' }, translate('back')), el('a', { href: '#/register' }, translate('nav.register')))),
});

/** The same in a sentence, where something else is on the page already. */
export const errorText = failure => `${translate(`error.${kindOf(failure)}`)}. ${translate(`error.${kindOf(failure)}.how`)}`;

function kindOf(failure) {
  if (failure instanceof Unreachable) {
    return 'unreachable';
  }

  if (isAnotherReader(failure)) {
    return 'another-reader';
  }

  const kinds = { 403: 'forbidden', 404: 'missing', 429: 'busy', 503: 'busy' };
  return kinds[failure.status] ?? 'failed';
}

/** People sign in; whoever has a key instead finds the field for it below. */
function askToSignIn(address) {
  const { content } = askForKey(false);
  return {
    title: translate('signIn.title'),
    content: el('div', { class: 'state' },
      el('h1', { tabindex: '-1' }, translate('signIn.title')),
      el('p', {}, translate('signIn.how')),
      el('p', { class: 'acts' }, el('a', { class: 'act', href: address }, translate('signIn.enter'))),
      el('details', { open: content.querySelector('.wrong') !== null }, el('summary', {}, translate('signIn.withKey')), content)),
  };
}

/** @param {boolean} [isAlone] Whether nothing above it says how one gets in. */
function askForKey(isAlone = true) {
  const wasTried = key.known();
  key.forget();
  const field = el('input', {
    id: 'key', type: 'password', autocomplete: 'off', spellcheck: 'false', required: true,
    'aria-describedby': wasTried ? 'key-how key-wrong' : 'key-how', 'aria-invalid': wasTried ? 'true' : null,
  });

  const open = event => {
    event.preventDefault();
    key.keep(field.value.trim());
    readAgain();
  };

  return {
    title: translate('key.title'),
    focus: field,
    content: el('form', { class: 'state', submit: open },
      isAlone && el('h1', { tabindex: '-1' }, translate('key.title')),
      isAlone && el('p', {}, translate('key.how')),
      el('p', { id: 'key-how' }, translate('key.key')),
      wasTried && el('p', { id: 'key-wrong', class: 'wrong', role: 'alert' }, translate('key.wrong')),
      el('p', { class: 'ask' },
        el('label', { for: 'key' }, translate('key.label')), field,
        el('button', { class: 'act' }, translate('key.open')))),
  };
}
