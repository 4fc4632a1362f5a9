/**
 * An element and what is in it. Strings become text nodes and nothing else: titles, names and reasons
 * are written by others, and whatever markup they hold must be read, not obeyed.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, any>} [properties] attributes; a function listens to the event of its name.
 * @param {...any} children what is null, undefined or false is left out.
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }

    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }

  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/**
 * An element that the page is built around.
 * @param {string} id
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error(`The page has no ${id}.`);
  }

  return found;
}

/** One fact of a description list, or nothing where there is nothing to say. */
export function fact(term, ...details) {
  const said = details.flat(Infinity).filter(detail => detail || detail === 0);
  return said.length === 0 ? null : el('div', {}, el('dt', {}, term), el('dd', {}, said));
}

/** Only addresses of the web become links; `javascript:` and its like stay text. */
export function link(address) {
  const isWeb = /^https?:\/\//i.test(address);
  return isWeb ? el('a', { href: address, rel: 'noopener noreferrer' }, address) : address;
}
