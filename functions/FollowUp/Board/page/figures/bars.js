import { el } from '../shell/dom.js';

/** A name of a kind that an HTML page cannot make by itself. */
const namespace = 'http://www.w3.org/2000/svg';

const row = { height: 44, label: 15, bar: 16, top: 22 };

/** As wide as the page leaves room for, so that no letter shrinks; what is wider than that nobody compares by eye. */
const widthNow = () => Math.min(680, Math.max(260, document.documentElement.clientWidth - 72));

/**
 * A picture of bars, a row for each; whoever does not see it is told what it shows, and the table below it has every number.
 * @param {{ title: string, about: string, rows: { label: string, parts: { kind: string, name: string, value: number }[] }[] }} picture
 */
export function bars({ title, about, rows }) {
  const [width, height] = [widthNow(), rows.length * row.height + 4];
  const most = Math.max(1, ...rows.map(({ parts }) => sum(parts)));
  const drawing = svg('svg', { role: 'img', width, height, viewBox: `0 0 ${width} ${height}`, class: 'bars' },
    svg('title', {}, title), svg('desc', {}, about),
    ...rows.map((one, n) => barOf(one, n * row.height, (width - 44) / most)));
  return el('div', { class: 'picture' }, drawing);
}

const sum = parts => parts.reduce((all, { value }) => all + value, 0);

function barOf({ label, parts }, y, scale) {
  let x = 0;
  const drawn = parts.filter(({ value }) => value > 0).map(({ kind, name, value }) => {
    const part = svg('rect', { x, y: y + row.top, width: Math.max(2, value * scale - 1), height: row.bar, 'data-figure': kind },
      svg('title', {}, `${name}: ${value}`));
    x += value * scale;
    return part;
  });
  return svg('g', {},
    svg('text', { x: 0, y: y + row.label }, label), ...drawn,
    svg('text', { x: x + 6, y: y + row.top + row.bar - 3, class: 'quiet' }, String(sum(parts))));
}

function svg(tag, attributes, ...children) {
  const element = document.createElementNS(namespace, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, String(value)));
  element.append(...children);
  return element;
}
