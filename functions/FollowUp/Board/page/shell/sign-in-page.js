import { el } from './dom.js';
import { translate } from '../text/i18n.js';
import { session } from './session.js';

/** The link that FollowUp printed: whoever follows it means it by a click, for programs look at links too. */
export function signInPage(_, { token }) {
  const said = el('p', { class: 'wrong', role: 'alert' });
  const isFailed = token === 'failed';
  if (isFailed) {
    said.textContent = translate('signIn.failed');
  }

  // A link that does nothing offers nothing.
  const button = el('button', { type: 'button', class: 'act', click: () => enter() }, translate('signIn.enter'));
  const back = el('a', { href: '#/' }, translate('back'));
  const acts = el('p', { class: 'acts' }, !isFailed && button, back);

  const enter = async () => {
    if (await session.followLink(token)) {
      history.replaceState(null, '', '#/');
      location.reload();
    } else {
      said.textContent = translate('signIn.used');
      button.remove();
      back.focus();
    }
  };

  return {
    title: translate('signIn.title'),
    content: el('div', { class: 'state' },
      el('h1', { tabindex: '-1' }, translate('signIn.title')),
      said,
      acts),
  };
}
