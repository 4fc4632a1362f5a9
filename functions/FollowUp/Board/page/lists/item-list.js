import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { translate } from '../text/i18n.js';
import { itemCard } from './item-card.js';
import { appendCards, patchList } from './patch-list.js';

const ahead = '600px'; // below the screen: what comes next is there before one gets to it

/**
 * A list of cards that grows by its button; also as one looks down it, where it is the last thing on its page: else what stands
 * below would never come into reach.
 * @param {import('./pages.js').Pages} pages
 * @param {any} context names, titles and the service's time
 * @param {{ isLast?: boolean }} [where]
 */
export function itemList(pages, context, { isLast = false } = {}) {
  const list = el('ul', { class: 'slips' });
  const trouble = el('p', { class: 'wrong', role: 'alert', hidden: true });
  const more = el('button', { type: 'button', class: 'more', click: () => grow(true) }, translate('list.more'));
  let isReading = false;

  async function grow(isAsked) {
    if (isReading || !pages.next) {
      return;
    }

    isReading = true;
    more.setAttribute('aria-busy', 'true');
    const shown = list.children.length;
    try {
      await pages.more();
      trouble.hidden = true;
    } catch (failure) {
      [trouble.textContent, trouble.hidden] = [errorText(failure), false];
      watcher.unobserve(more);
    } finally {
      isReading = false;
      more.removeAttribute('aria-busy');
    }

    appendCards(list, pages.items.slice(list.children.length), item => itemCard(item, context), context.people.said);
    look();
    // Who pressed the button goes on with what it brought, also where it is gone now.
    if (isAsked && list.children.length > shown) {
      /** @type {HTMLElement | null} */ (list.children[shown].querySelector('h3 a'))?.focus();
    }
  }

  const watcher = new IntersectionObserver(seen => seen.some(one => one.isIntersecting) && grow(false), { rootMargin: ahead });

  /** @param {boolean} marks whether what is new since then is marked. */
  function show(marks) {
    const changed = patchList(list, pages.items, item => itemCard(item, context), { marks, people: context.people.said });
    look();
    return changed;
  }

  function look() {
    more.hidden = !pages.next;
    // A watcher says only what changes: what is still in sight is looked at anew.
    watcher.unobserve(more);
    if (isLast && pages.next && trouble.hidden) {
      watcher.observe(more);
    }
  }

  show(false);
  return { content: [list, trouble, more], show };
}
