import { savedNote } from '../forms/saved.js';
import { write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { momentText } from '../text/dates.js';
import { translate } from '../text/i18n.js';

/**
 * The letters that are still to be handed over, and the way to have them tried at once.
 * @param {any} letters
 * @param {import('../people/people.js').People} people
 */
export function waitingLetters({ waiting, noneTakenSince, oldest }, people) {
  const said = el('div', { role: 'status' });
  const retry = (words, recipient) => el('button', { type: 'button', class: recipient ? null : 'act', click: event => tryAgain(event.currentTarget, said, recipient) }, words);
  return el('section', { 'aria-labelledby': 'letters' },
    el('h2', { id: 'letters' }, translate('operate.letters')),
    el('p', {}, translate(waiting === 0 ? 'operate.letters.none' : 'operate.letters.waiting', { count: waiting })),
    noneTakenSince && el('p', { class: 'wrong' }, translate('operate.letters.noneTaken', { since: momentText(noneTakenSince) })),
    said,
    waiting > 0 && [
      el('ul', { class: 'watched' }, oldest.map(({ recipient, since, state }) => el('li', {},
        el('span', {}, people.name(recipient)), ' ', el('span', { class: 'quiet' }, momentText(since)), ' ',
        el('span', { class: 'chip' }, translate(`operate.letter.${state}`)), ' ',
        state !== 'under-way' && retry(translate('operate.letters.retry', { who: people.name(recipient) }), recipient)))),
      waiting > oldest.length && el('p', { class: 'about' }, translate('operate.more', { count: waiting - oldest.length })),
      el('p', { class: 'acts' }, retry(translate('operate.letters.retryAll'))),
    ]);
}

/**
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} said
 * @param {string} [recipient] whose letters; everybody's where nobody is named
 */
async function tryAgain(button, said, recipient) {
  button.disabled = true;
  try {
    const { letters, underWay, left } = await write('POST', `repair/letters${recipient ? `?recipient=${encodeURIComponent(recipient)}` : ''}`, undefined);
    said.replaceChildren(savedNote(translate('operate.letters.retried', { count: letters, underWay, left })));
  } catch (failure) {
    said.replaceChildren(el('p', { class: 'wrong', role: 'alert' }, errorText(failure)));
  }

  button.disabled = false;
  button.focus({ preventScroll: true });
}
