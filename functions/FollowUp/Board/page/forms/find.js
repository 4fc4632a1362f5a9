/**
 * An element that is there because this page made it.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(root, selector) {
  const found = root.querySelector(selector);
  if (!(found instanceof HTMLElement)) {
    throw new Error(`There is no ${selector} here.`);
  }

  return found;
}

/** What is typed or chosen first in it. */
export const firstInput = root => part(root, 'input, select, textarea');
