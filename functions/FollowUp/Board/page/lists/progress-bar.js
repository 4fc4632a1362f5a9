import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/** How much is closed, and of what is open how much is late: a bar, and the same in words. */
export function progressBar() {
  const words = el('p', { class: 'progress-words' });
  const bar = el('div', { class: 'progress', 'aria-hidden': 'true' });
  const content = el('div', { class: 'how-far' }, words, bar);

  function show({ items, sections }) {
    const of = section => sections.find(one => one.section === section).count;
    const [closed, late] = [of('closed'), of('late')];
    words.textContent = translate('progress.words', { closed, items, late });
    bar.replaceChildren(...[['closed', closed], ['open', items - closed - late], ['late', late]].filter(([, count]) => count).map(([part, count]) => {
      const piece = el('span', { class: `progress-${part}` });
      piece.style.flexGrow = String(count);
      return piece;
    }));
    content.hidden = items === 0;
  }

  return { content, show };
}
