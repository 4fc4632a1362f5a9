import { isolate } from '../text/bidi-isolation.js';
import { readIfAny } from '../shell/api.js';
import { localizedText } from '../text/i18n.js';

let lastSaid = '';

/** Names for ids. Who is not in the register is still called something: by the id. */
export class People {
  #people;

  /** @type {string | undefined} */
  #said;

  constructor(people) {
    this.#people = new Map(people.map(person => [person.id, person]));
  }

  /** A board with ids for names is worth more than none. */
  static async read() {
    return new People((await readIfAny('people'))?.people ?? []);
  }

  get all() {
    return [...this.#people.values()];
  }

  /** Who is called what, and when they are away: all that cards say of people. */
  get said() {
    const said = this.#said ?? JSON.stringify(this.all.map(({ id, name, absences }) => [id, name, absences]));
    // The same text is the same object, so that a thousand cards need not compare it.
    lastSaid = said === lastSaid ? lastSaid : said;
    return this.#said = lastSaid;
  }

  /** With those who are only proposed, in the place of whoever has their id. */
  with(others) {
    return new People([...this.#people.values(), ...others]);
  }

  /** In the page's language, else in any there is; many have one name for all languages. */
  name(id) {
    const name = this.#people.get(id)?.name;
    return typeof name === 'object' ? localizedText(name) : isolate(name ?? id ?? '');
  }

  /** As the register has them; undefined for who is not in it. */
  find(id) {
    return this.#people.get(id);
  }

  /** Undefined for who is not in the register. */
  zoneOf(id) {
    return this.#people.get(id)?.timeZone;
  }

  /** Who on our side talks with somebody of the other; undefined for our own people. */
  contactOf(id) {
    return this.#people.get(id)?.contact;
  }
}
