import { itemPath, pageMax, read, readIfAny } from '../shell/api.js';
import { callOf } from './list-query.js';

const pageSize = 20; // what fills two screens

/** The items that this page has read, and those that come before them, by agreement and id. */
export class KnownItems {
  #byPath = new Map();

  /** @param {any[]} items as they are now; what they wait for is read too, where it can be. */
  async add(items) {
    items.forEach(item => this.#byPath.set(itemPath(item.agreement, item.id), item));
    const first = items.flatMap(item => (item.nextActions ?? []).filter(step => step.action === 'finish-first').map(step => itemPath(item.agreement, step.item)));
    await Promise.all([...new Set(first)].filter(path => !this.#byPath.has(path)).map(async path => this.#byPath.set(path, await readIfAny(path))));
  }

  find = (agreement, id) => this.#byPath.get(itemPath(agreement, id)) ?? undefined;
}

/** A list that is read page by page, as far as somebody looks. */
export class Pages {
  /** @type {any[]} */
  items = [];

  /** @type {string | null} where it goes on; null at its end */
  next = null;

  /** Whether anything of it was read. */
  isRead = false;

  #options;
  #known;
  #size;

  /**
   * @param {Record<string, string>} options of the call
   * @param {KnownItems} known
   */
  constructor(options, known, size = pageSize) {
    [this.#options, this.#known, this.#size] = [options, known, size];
  }

  /**
   * From its beginning, as it is now.
   * @param {number} [atLeast] how much was looked at before, and is to be there again
   */
  async read(atLeast = 0) {
    let page = await this.#page(Math.min(Math.max(this.#size, atLeast), pageMax), null);
    let items = page.items;
    while (page.next && items.length < atLeast) {
      page = await this.#page(pageMax, page.next);
      items = [...items, ...page.items];
    }

    [this.items, this.next, this.isRead] = [items, page.next ?? null, true];
    return this;
  }

  /** One page more: what came into the list above it meanwhile is not shown twice. */
  async more() {
    const page = await this.#page(this.#size, this.next);
    const shown = new Set(this.items.map(item => itemPath(item.agreement, item.id)));
    this.items = [...this.items, ...page.items.filter(item => !shown.has(itemPath(item.agreement, item.id)))];
    this.next = page.next ?? null;
  }

  /** All of it, where it is known not to be long. */
  readAll() {
    return this.read(Infinity);
  }

  /**
   * What was read anew takes the place of what was read before.
   * @param {Pages} newer
   */
  take(newer) {
    [this.items, this.next, this.isRead] = [newer.items, newer.next, newer.isRead];
    [this.#options, this.#known, this.#size] = [newer.#options, newer.#known, newer.#size];
  }

  async #page(limit, cursor) {
    const page = await read(callOf('items', { ...this.#options, limit, cursor }));
    await this.#known.add(page.items);
    return page;
  }
}

/** A list of which all is here already. */
export function pagesOf(items) {
  const pages = new Pages({}, new KnownItems());
  [pages.items, pages.isRead] = [items, true];
  return pages;
}
