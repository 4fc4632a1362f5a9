import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';

/**
 * The figures of the sections, large enough to be read across a room.
 * @param {any} overview
 * @param {(section: string) => void} chosen what pressing one does
 * @param {string} [pressed] the section that is looked at, where one can be; '' for none
 */
export function counts(overview, chosen, pressed) {
  const figures = new Map();
  const content = el('ul', { class: 'counts', 'aria-label': translate('board.counts') }, overview.sections.map(({ section, count }) => {
    const figure = el('span', { class: 'figure' }, count);
    const button = el('button', {
      type: 'button', class: 'count', click: () => chosen(section), 'aria-pressed': pressed === undefined ? null : String(pressed === section),
    }, figure, ' ', el('span', {}, translate(`section.${section}`)));
    figures.set(section, { figure, button });
    return el('li', { 'data-section': section }, button);
  }));

  function show(now, looked) {
    for (const { section, count } of now.sections) {
      const { figure, button } = figures.get(section);
      figure.textContent = String(count);
      button.classList.toggle('zero', count === 0);
      if (looked !== undefined) {
        button.setAttribute('aria-pressed', String(looked === section));
      }
    }
  }

  show(overview, pressed);
  return { content, show };
}
