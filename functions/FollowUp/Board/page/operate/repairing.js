import { readIfAny, write } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { translate } from '../text/i18n.js';
import { repairAll } from './operate-data.js';

const nothing = () => ({ cursor: /** @type {string | null} */ (null), agreements: 0, items: 0, letters: 0 });

const path = (/** @type {string | null} */ cursor) => `repair/rehydrate${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`;

/** Indexes and clocks anew, with how far it is; where it breaks off, the button goes on from there. */
export function repairPart() {
  let done = nothing();
  const bar = el('progress', { 'aria-label': translate('operate.repair'), hidden: true });
  const said = el('p', { role: 'status' });
  const button = el('button', { type: 'button', class: 'act', click: repair }, translate('operate.repair.begin'));

  async function repair() {
    button.disabled = true;
    bar.hidden = false;
    try {
      // Where it cannot be told how much there is, the bar says that it goes on.
      const all = (await readIfAny('overview'))?.agreements.length;
      await repairAll(cursor => write('POST', path(cursor), undefined), done, () => {
        if (all) {
          [bar.max, bar.value] = [Math.max(all, done.agreements), done.agreements];
        }

        said.textContent = translate('operate.repair.soFar', { count: done.agreements });
      });
      said.textContent = translate('operate.repair.done', { count: done.agreements, items: done.items, letters: done.letters });
      done = nothing();
    } catch (failure) {
      said.textContent = `${translate('operate.repair.broke', { count: done.agreements })} ${errorText(failure)}`;
    }

    [bar.hidden, button.disabled] = [true, false];
    button.focus({ preventScroll: true });
  }

  return el('section', { 'aria-labelledby': 'repair' },
    el('h2', { id: 'repair' }, translate('operate.repair')),
    el('p', { class: 'about' }, translate('operate.repair.about')),
    bar, said, el('p', { class: 'acts' }, button));
}
