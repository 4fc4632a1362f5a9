import { el } from '../shell/dom.js';
import { read } from '../shell/api.js';
import { errorText } from '../shell/error-page.js';
import { translate } from '../text/i18n.js';
import { quoteOnPaper } from './on-paper.js';

const paperMax = 1000; // items: what somebody carries to a meeting; the paper says where there are more
const readAtOnce = 8; // agreements

/**
 * Prints a list to its end, with what was agreed beside each item: what was scrolled past so far is not what goes on paper.
 * @param {() => import('./pages.js').Pages} pages of the list
 * @param {() => void} show what was read
 */
export function printButton(pages, show) {
  const trouble = el('span', { class: 'wrong', role: 'alert', hidden: true });
  const button = el('button', { type: 'button', class: 'act second', click: printAll }, translate('print.all'));

  async function printAll() {
    button.setAttribute('aria-busy', 'true');
    trouble.hidden = true;
    try {
      const list = pages();
      await list.read(paperMax);
      show();
      quoteOnPaper(await agreementsOf(list.items));
      print();
    } catch (failure) {
      [trouble.textContent, trouble.hidden] = [errorText(failure), false];
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  return el('p', { class: 'acts print-all' }, button, trouble);
}

async function agreementsOf(items) {
  const ids = [...new Set(items.map(item => item.agreement))];
  const found = [];
  while (ids.length > 0) {
    found.push(...await Promise.all(ids.splice(0, readAtOnce).map(id => read(`agreements/${encodeURIComponent(id)}`))));
  }

  return found;
}
