import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { draftOf } from './drafts.js';
import { verbs } from './verbs.js';

/**
 * What was typed here and not sent, whose form is closed: also of verbs that are not open any more.
 * @param {string} path
 * @param {string | null} opened whose form is open
 * @param {(verb: string) => void} open
 */
export function keptWords(path, opened, open) {
  const some = Object.keys(verbs).filter(verb => verb !== opened && draftOf(path, verb)?.isTouched);
  return some.length > 0 && el('p', { class: 'note kept-words', 'data-key': 'kept-words' },
    translate('acts.kept'), ' ',
    some.map(verb => [el('button', { type: 'button', 'data-key': `kept-${verb}`, click: () => open(verb) }, translate(`acts.${verb}`)), ' ']));
}
