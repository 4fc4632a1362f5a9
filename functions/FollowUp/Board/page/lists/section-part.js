import { el } from '../shell/dom.js';
import { errorText } from '../shell/error-page.js';
import { translate } from '../text/i18n.js';
import { itemList } from './item-list.js';
import { registerAddress } from './list-query.js';

/**
 * A section of a page: how many items are in it, what that means, and the first of them. What is closed is read when it is opened.
 * @param {string} section
 * @param {import('./pages.js').Pages} pages
 * @param {any} context names, titles and the service's time
 * @param {number} count of all that are in it
 */
export function sectionPart(section, pages, context, count) {
  const many = el('span', { class: 'many' });
  const heading = el('h2', { id: `section-${section}`, tabindex: '-1' }, translate(`section.${section}`), ' ', many);
  const about = el('p', { class: 'about' });
  const list = itemList(pages, context);
  const rest = el('p', { class: 'rest' });
  const fold = section === 'closed' && el('details', { class: 'closed' }, el('summary', {}), about, list.content, rest);
  const content = el('section', { class: 'part', 'data-section': section, 'aria-labelledby': heading.id }, fold || [heading, about, list.content, rest]);

  async function open() {
    if (pages.isRead || count === 0) {
      return;
    }

    try {
      await pages.read();
      show(count, false);
      if (document.activeElement === heading) {
        heading.scrollIntoView(); // Whoever came here by its figure sees what it stands for.
      }
    } catch (failure) {
      about.textContent = errorText(failure);
    }
  }

  if (fold) {
    fold.querySelector('summary')?.append(heading);
    fold.addEventListener('toggle', () => fold.open && open());
  }

  /** @returns how many of those that are shown are new or different */
  function show(all, marks) {
    count = all;
    many.textContent = all > 0 ? String(all) : '';
    about.textContent = translate(all > 0 ? `section.${section}.about` : 'board.none');
    content.classList.toggle('none', all === 0);
    const changed = list.show(marks);
    rest.replaceChildren(...(pages.next ? [el('a', { href: registerAddress({ section }) }, translate('list.rest', { count: all }))] : []));
    return changed;
  }

  show(count, false);
  return { content, show };
}

/** Goes to a section, and opens it. */
export function goToSection(section) {
  const heading = document.getElementById(`section-${section}`);
  const fold = heading?.closest('details');
  if (fold) {
    fold.open = true;
  }

  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView();
}
