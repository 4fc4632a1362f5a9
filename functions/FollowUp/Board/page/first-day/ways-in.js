import { el } from '../shell/dom.js';
import { mayRegister } from '../shell/rights.js';
import { translate } from '../text/i18n.js';
import { readFile } from './read-file.js';
import { takeSample } from './sample.js';

/** What somebody can do where nothing is registered: enter it, look at what there is to look at, or read what they have. */
export function waysIn(now) {
  return mayRegister()
    ? el('div', { class: 'ways' },
      el('section', {},
        el('h2', {}, translate('empty.enter')),
        el('p', {}, translate('empty.enter.how')),
        el('p', { class: 'acts' }, el('a', { class: 'act', href: '#/new' }, translate('empty.enter.act')))),
      sample(now),
      readFile())
    : el('p', { class: 'note' }, translate('empty.office'));
}

function sample(now) {
  const said = el('p', { class: 'wrong', role: 'alert' });
  const button = el('button', { type: 'button', class: 'act second', click: take }, translate('empty.sample.act'));

  async function take() {
    button.disabled = true;
    said.replaceChildren();
    const failed = await takeSample(now);
    button.disabled = false;
    said.textContent = failed ?? '';
  }

  return el('section', {},
    el('h2', {}, translate('empty.sample')), el('p', {}, translate('empty.sample.how')), said, el('p', { class: 'acts' }, button));
}
