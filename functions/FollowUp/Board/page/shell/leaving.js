import { countDrafts, dropAllDrafts } from '../acts/drafts.js';
import { countForms, forgetForms } from '../forms/draft.js';
import { forgetReports } from '../report/last-report.js';
import { translate } from '../text/i18n.js';
import { newIdempotencyKey } from './api.js';
import { el } from './dom.js';
import { errorText } from './error-page.js';

const signal = 'followup-left';

/**
 * Somebody leaves, and whoever comes after them at this machine is somebody else: nothing that they typed stays. Where something was not
 * sent yet, they are asked first.
 * @param {() => Promise<() => void> | (() => void)} end ends their session, and says what is to be done then
 */
export async function leave(end) {
  const count = countDrafts() + countForms();
  if (count > 0 && !await ask(translate('leave.typed', { count }), translate('leave.go'))) {
    return;
  }

  try {
    const next = await end();
    forgetAll();
    localStorage.setItem(signal, newIdempotencyKey());
    next();
  } catch (failure) {
    // They are still here, and so is what they typed.
    await ask(errorText(failure));
  }
}

function forgetAll() {
  dropAllDrafts();
  forgetForms();
  forgetReports();
}

/** @returns {Promise<boolean>} whether they go on; staying is what happens by itself. */
function ask(question, goOn = '') {
  return new Promise(resolve => {
    const dialog = el('dialog', { 'aria-labelledby': 'leaving' },
      el('h2', { id: 'leaving' }, translate('leave.title')),
      el('p', {}, question),
      el('form', { method: 'dialog', class: 'acts' },
        el('button', { class: 'act', value: 'stay', autofocus: true }, translate('leave.stay')),
        goOn && el('button', { class: 'act second', value: 'go' }, goOn)));
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'go');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}

// In another tab of this browser they left: what they typed here is theirs as well.
addEventListener('storage', ({ key }) => {
  if (key === signal) {
    dropAllDrafts();
    location.reload();
  }
});
