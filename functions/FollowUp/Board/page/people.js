import { read, Refused } from './api.js';

/** Names for ids. Who is not in the register is still called something: by the id. */
export class People {
  #names;

  constructor(people) {
    this.#names = new Map(people.map(person => [person.id, person.name]));
  }

  static async read() {
    try {
      return new People((await read('people')).people ?? []);
    } catch (failure) {
      // A board with ids for names is worth more than none; a missing key is everybody's business.
      if (failure instanceof Refused && failure.status !== 401) {
        return new People([]);
      }

      throw failure;
    }
  }

  name(id) {
    return this.#names.get(id) ?? id ?? '';
  }
}
