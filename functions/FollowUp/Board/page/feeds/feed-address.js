import { read, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { dayText } from '../text/dates.js';
import { faultElement } from '../text/fault-text.js';
import { translate } from '../text/i18n.js';
import { copyField } from './copy-field.js';

/**
 * The address of a calendar, behind a fold: it is a secret, so it is read when somebody wants it, and shown to nobody who passes by.
 * @param {{ path: string, about: string, zone: string, mayRenew?: boolean }} of `path` is the call's; `about` the key of what the calendar
 *   has in it; `zone` in which it is said since when it counts.
 */
export function feedAddress({ path, about, zone, mayRenew = true }) {
  const place = el('div', { class: 'feed-place' });
  const said = el('p', { class: 'feed-said', role: 'status' });
  const fold = el('details', { class: 'feed', toggle: () => fold.open && place.childElementCount === 0 && show(() => read(path)) },
    el('summary', {}, translate('feeds.title')),
    el('p', { class: 'about' }, translate(about), ' ', translate('feeds.how')),
    place, said);

  /**
   * Does something, and shows what stands then.
   * @param {() => Promise<any>} act
   * @param {string} [done] the key of what is said of it
   */
  async function show(act, done) {
    said.replaceChildren();
    try {
      const feed = await act();
      place.replaceChildren(feed.address ? there(feed) : none());
      said.textContent = done ? translate(done) : '';
      if (done) {
        place.querySelector(feed.address ? 'input' : 'button')?.focus();
      }
    } catch (failure) {
      said.replaceChildren(el('span', { class: 'wrong' }, faultElement(failure)));
    }
  }

  const none = () => (!mayRenew ? el('p', {}, translate('feeds.none')) : el('p', { class: 'acts' },
    el('button', { type: 'button', class: 'act', click: () => show(() => write('POST', path, undefined), 'feeds.made') }, translate('feeds.make'))));

  /** @param {{ address: string, since: string }} feed */
  function there({ address, since }) {
    const [renew, renewing] = asked('feeds.renew', 'feeds.renew.means', () => show(() => write('POST', path, undefined), 'feeds.renewed'));
    const [withdraw, withdrawing] = asked('feeds.withdraw', 'feeds.withdraw.means', () => show(() => write('DELETE', path, undefined), 'feeds.withdrawn'));
    return el('div', { class: 'feed-there' },
      copyField({ label: translate('feeds.address'), value: address, tell: words => { said.textContent = words; } }),
      el('p', { class: 'about' }, translate('feeds.secret'), ' ', translate('feeds.since', { when: dayText(since, zone) })),
      el('p', { class: 'acts' },
        el('a', { class: 'feed-open', href: address.replace(/^https?:/, 'webcal:') }, translate('feeds.open')),
        mayRenew && [renew, withdraw]),
      renewing, withdrawing);
  }

  return fold;
}

/**
 * A button that says first what it does to calendars that exist, and does it at the second.
 * @param {string} what
 * @param {string} means
 * @param {() => void} act
 */
function asked(what, means, act) {
  const button = el('button', { type: 'button', class: 'act second', 'aria-expanded': 'false', click: ask }, translate(what));
  const yes = el('button', { type: 'button', class: 'act', click: act }, translate(what));
  const question = el('div', { class: 'note feed-question', hidden: true, keydown: event => { if (event.key === 'Escape') { leave(); } } },
    el('p', {}, translate(means)),
    el('p', { class: 'acts' }, yes, el('button', { type: 'button', class: 'let-go', click: leave }, translate('feeds.leave'))));

  function ask() {
    question.hidden = !question.hidden;
    button.setAttribute('aria-expanded', String(!question.hidden));
    if (!question.hidden) {
      yes.focus();
    }
  }

  function leave() {
    question.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    button.focus();
  }

  return [button, question];
}
