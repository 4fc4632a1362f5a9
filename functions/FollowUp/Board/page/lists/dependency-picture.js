import { dateText } from '../text/dates.js';
import { el } from '../shell/dom.js';
import { svg } from '../shell/svg.js';
import { localized, localizedText, translate } from '../text/i18n.js';
import { layoutOf } from './dependency-layout.js';
import { colourOf, itemAddress } from './item-card.js';

const box = { width: 208, height: 58, right: 56, below: 16 };
const lineMax = 26; // letters of a title in a box; those of Chinese are twice as wide

/** What waits for what: as a picture where there is room, and as a list for everybody. */
export function dependencyPicture() {
  const content = el('section', { class: 'waits-for', 'aria-labelledby': 'waits-for' });

  function show(items) {
    const layout = layoutOf(items);
    content.hidden = layout.edges.length === 0;
    const byId = new Map(items.map(item => [item.id, item]));
    content.replaceChildren(...(content.hidden ? [] : [
      el('h2', { id: 'waits-for' }, translate('graph.title')),
      el('div', { class: 'graph', role: 'img', tabindex: '0', 'aria-label': translate('graph.label', { count: layout.edges.length }) }, picture(layout, byId)),
      el('details', { class: 'graph-list' }, el('summary', {}, translate('graph.list')), list(layout, byId)),
    ]));
  }

  return { content, show };
}

function list({ edges }, byId) {
  const waiting = [...new Set(edges.map(edge => edge.to))];
  const link = id => el('a', { href: itemAddress(byId.get(id)) }, localized('span', byId.get(id).title));
  return el('ul', {}, waiting.map(id => el('li', {}, link(id), ' ', el('span', { class: 'quiet' }, translate('graph.after')),
    el('ul', {}, edges.filter(edge => edge.to === id).map(({ from }) => el('li', {}, link(from), byId.get(from).open ? null : ` · ${translate(`state.${byId.get(from).state}`)}`))))));
}

function picture({ places, edges, columns, rows }, byId) {
  const [width, height] = [columns * (box.width + box.right) - box.right + 4, rows * (box.height + box.below) - box.below + 4];
  return svg('svg', { width, height, viewBox: `-2 -2 ${width} ${height}`, 'aria-hidden': 'true' },
    svg('defs', {}, svg('marker', { id: 'arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' },
      svg('path', { d: 'M0 0 8 4 0 8z', class: 'arrow' }))),
    ...edges.map(({ from, to }) => line(corner(places.get(from)), corner(places.get(to)), byId.get(from).open)),
    ...[...places].map(([id, place]) => node(byId.get(id), corner(place))));
}

const corner = ({ column, row }) => ({ x: column * (box.width + box.right), y: row * (box.height + box.below) });

function line(from, to, isOpen) {
  const [x1, y1, x2, y2] = [from.x + box.width, from.y + box.height / 2, to.x - 2, to.y + box.height / 2];
  const bend = (x2 - x1) / 2;
  return svg('path', { class: isOpen ? 'edge' : 'edge over', d: `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`, 'marker-end': 'url(#arrow)' });
}

function node(item, { x, y }) {
  const state = translate(`section.${item.section}`);
  return svg('g', { 'data-slip': colourOf(item), transform: `translate(${x} ${y})` },
    svg('title', {}, localizedText(item.title)),
    svg('rect', { class: 'box', width: box.width, height: box.height, rx: 3 }),
    svg('rect', { class: 'edge-of-box', width: 6, height: box.height }),
    svg('text', { x: 16, y: 24 }, shortened(localizedText(item.title))),
    svg('text', { x: 16, y: 44, class: 'quiet' }, `${state} · ${dateText(item.dueOn, 'short')}`));
}

function shortened(text) {
  let [room, short] = [lineMax, ''];
  for (const letter of text) {
    room -= /\p{Script=Han}|[\u3000-\u303f\uff00-\uff60]/u.test(letter) ? 2 : 1;
    if (room < 0) {
      return `${short.trimEnd()}…`;
    }

    short += letter;
  }

  return short;
}
