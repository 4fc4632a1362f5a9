import { el } from '../shell/dom.js';
import { read } from '../shell/api.js';
import { translate } from '../text/i18n.js';
import { counts } from './counts.js';
import { callOf } from './list-query.js';
import { nextActionList } from './next-action-list.js';
import { keepingPlace } from './patch-list.js';
import { goToSection, sectionPart } from './section-part.js';

/**
 * What the day and an agreement have in common: figures, whose move it is, and the sections; kept as the service has them.
 * @param {any} data as `load` read it; it is brought up to date in place
 * @param {(before: any) => Promise<any>} load reads it again
 * @param {{ show: (now: string) => void }} times says when it was so
 */
export function overviewBody(data, load, times) {
  const figures = counts(data.overview, goToSection);
  const parts = data.overview.sections.map(({ section, count }) => [section, sectionPart(section, data.lists.get(section), data, count)]);
  const moves = el('section', { class: 'moves', 'aria-labelledby': 'moves' });
  nextActionList(moves, data);

  /** Nothing is read again while nothing is different; where something is, what one looks at stays where it is. */
  async function refresh() {
    const now = await read(callOf('overview', data.options));
    if (now.version === data.overview.version) {
      return null;
    }

    const newer = await load(data);
    let changed = 0;
    keepingPlace(document.getElementById('main') ?? moves, () => {
      adopt(data, newer);
      times.show(data.now);
      figures.show(data.overview);
      nextActionList(moves, data);
      for (const [section, part] of parts) {
        changed += part.show(data.overview.sections.find(one => one.section === section).count, true);
      }
    });
    return translate('list.changed', { count: changed });
  }

  return { counts: figures.content, moves, sections: el('div', { class: 'sections' }, parts.map(([, part]) => part.content)), refresh };
}

/** The lists stay the same objects, for what is on the page holds them; as much of each as was looked at. */
function adopt(data, { lists, moves, overview, now, people, find, agreements, ...others }) {
  for (const [section, pages] of data.lists) {
    const newer = lists.get(section);
    if (newer.isRead || pages.isRead) {
      pages.take(newer);
    }
  }

  data.moves.take(moves);
  Object.assign(data, { overview, now, people, find, agreements }, others);
}
