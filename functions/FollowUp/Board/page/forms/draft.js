import { el } from '../shell/dom.js';
import { session } from '../shell/session.js';
import { timeText } from '../text/dates.js';
import { translate } from '../text/i18n.js';

const ofPerson = () => `followup-draft ${session.me?.address ?? ''} `;

const droppedEnd = ' dropped';

const keptHere = () => Object.keys(localStorage).filter(name => name.startsWith(ofPerson()));

/** How many forms whoever is signed in has typed in and not sent. */
export const countForms = () => keptHere().filter(name => !name.endsWith(droppedEnd)).length;

/** Nothing of what they typed stays in this browser. */
export const forgetForms = () => keptHere().forEach(name => localStorage.removeItem(name));

/** What somebody types and has not sent yet: kept in this browser as they type, for whoever is signed in. */
export class Draft {
  #place;
  #blank;
  #note = el('p', { class: 'draft', role: 'status' });

  /**
   * @param {string} name of the form
   * @param {() => any} blank what the form begins with
   */
  constructor(name, blank) {
    this.#place = `${ofPerson()}${name}`;
    this.#blank = blank;
    const kept = this.#kept(this.#place);
    this.savedAt = kept?.at ?? null;
    this.value = kept?.value ?? blank();
    this.#say();
  }

  get isKept() {
    return this.savedAt !== null;
  }

  save() {
    this.savedAt = new Date().toISOString();
    localStorage.setItem(this.#place, JSON.stringify({ at: this.savedAt, value: this.value }));
    this.#say();
  }

  /** It was sent, or is not wanted any more. */
  forget() {
    localStorage.removeItem(this.#place);
    localStorage.removeItem(this.#dropped);
    this.savedAt = null;
  }

  /** "Draft of 10:42 · discard"; what was discarded can be taken back until something else is typed. */
  note() {
    this.#say();
    return this.#note;
  }

  #say() {
    const isDropped = !this.isKept && localStorage.getItem(this.#dropped) !== null;
    this.#note.replaceChildren(...(this.isKept
      ? [translate('draft.of', { time: timeText(this.savedAt) }), ' ', this.#button('draft.discard', () => this.#discard())]
      : isDropped ? [translate('draft.discarded'), ' ', this.#button('draft.takeBack', () => this.#move(this.#dropped, this.#place))] : []));
  }

  #button = (key, click) => el('button', { type: 'button', click }, translate(key));

  #discard() {
    this.#move(this.#place, this.#dropped);
  }

  #move(from, to) {
    localStorage.setItem(to, localStorage.getItem(from) ?? 'null');
    localStorage.removeItem(from);
    dispatchEvent(new Event('readagain'));
  }

  get #dropped() {
    return `${this.#place}${droppedEnd}`;
  }

  /** A draft that cannot be read is none. */
  #kept(place) {
    try {
      return JSON.parse(localStorage.getItem(place) ?? 'null');
    } catch {
      return null;
    }
  }
}
