import { el } from '../shell/dom.js';
import { newIdempotencyKey } from '../shell/api.js';
import { session } from '../shell/session.js';
import { timeText } from '../text/dates.js';
import { translate } from '../text/i18n.js';

const ofPerson = () => `followup-draft ${session.me?.address ?? ''} `;

const droppedEnd = ' dropped';

const keptHere = () => Object.keys(localStorage).filter(name => name.startsWith(ofPerson()));

/** How many forms whoever is signed in has typed in and not sent. */
export const countForms = () => keptHere().filter(name => !name.endsWith(droppedEnd)).length;

/** Where a second tab types in the same form, its draft has a name of its own: the form's, this, and something that no other tab has. */
const apart = ' tab ';

/** The drafts whose lines may be in sight, by form. @type {Map<string, Draft>} */
const shown = new Map();

addEventListener('storage', ({ key, newValue }) => newValue !== null && key && shown.forEach(draft => draft.sayElsewhere(key)));

/** When something was kept there: what it is need not be read for that at each letter. */
const keptAt = place => /^\{"at":"([^"]+)"/.exec(localStorage.getItem(place) ?? '')?.[1] ?? null;

/** Nothing of what they typed stays in this browser. */
export const forgetForms = () => keptHere().forEach(name => localStorage.removeItem(name));

/** What somebody types and has not sent yet: kept in this browser as they type, for whoever is signed in. */
export class Draft {
  #name;
  #place;
  #blank;
  #isFull = false;
  #isElsewhere = false;
  #note = el('p', { class: 'draft', role: 'status' });

  /**
   * @param {string} name of the form
   * @param {() => any} blank what the form begins with
   */
  constructor(name, blank) {
    this.#name = `${ofPerson()}${name}`;
    this.#place = `${this.#name}${sessionStorage.getItem(this.#name) ?? ''}`;
    /** What was found wrong with it; said anew where the form is drawn anew. @type {any[]} */
    this.faults = [];
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
    const there = keptAt(this.#place);
    if (there && there !== this.savedAt) {
      this.#goApart();
    }

    const at = new Date().toISOString();
    try {
      localStorage.setItem(this.#place, JSON.stringify({ at, value: this.value }));
      [this.savedAt, this.#isFull] = [at, false];
    } catch (failure) {
      if (!(failure instanceof DOMException && failure.name === 'QuotaExceededError')) {
        throw failure;
      }

      this.#isFull = true; // One can still go on, and send it; what was kept before stays.
    }

    this.#say();
  }

  /** Another tab typed in the same form: what each has typed is kept. */
  #goApart() {
    const own = `${apart}${newIdempotencyKey()}`;
    sessionStorage.setItem(this.#name, own);
    this.#place = `${this.#name}${own}`;
    this.#isElsewhere = false;
  }

  /** @param {string} place where another tab has kept something */
  sayElsewhere(place) {
    if (place === this.#place) {
      this.#isElsewhere = true;
      this.#say();
    }
  }

  /** It was sent, or is not wanted any more. */
  forget() {
    localStorage.removeItem(this.#place);
    localStorage.removeItem(this.#dropped);
    sessionStorage.removeItem(this.#name);
    this.savedAt = null;
  }

  /** "Draft of 10:42 · discard"; what was discarded can be taken back until something else is typed. */
  note() {
    shown.set(this.#name, this);
    this.#say();
    return this.#note;
  }

  #say() {
    const isDropped = !this.isKept && localStorage.getItem(this.#dropped) !== null;
    this.#note.replaceChildren(...this.#ofOwn(isDropped), ...this.#ofOthers());
  }

  #ofOwn(isDropped) {
    return this.#isFull ? [translate('draft.full')] : this.isKept
      ? [translate('draft.of', { time: timeText(this.savedAt) }), ' ', this.#button('draft.discard', () => this.#discard())]
      : isDropped ? [translate('draft.discarded'), ' ', this.#button('draft.takeBack', () => this.#move(this.#dropped, this.#place))] : [];
  }

  /** What other tabs keep of the same form: each can be gone on with here. */
  #ofOthers() {
    const others = keptHere().filter(name => name === this.#name || name.startsWith(`${this.#name}${apart}`))
      .filter(name => name !== this.#place && !name.endsWith(droppedEnd) && keptAt(name));
    return [
      ...(this.#isElsewhere ? [el('span', { class: 'block' }, translate('draft.elsewhere'))] : []),
      ...others.map(name => el('span', { class: 'block' },
        translate('draft.other', { time: timeText(keptAt(name)) }), ' ', this.#button('draft.goOn', () => this.#goOn(name)))),
    ];
  }

  #goOn(place) {
    sessionStorage.setItem(this.#name, place.slice(this.#name.length));
    dispatchEvent(new Event('readagain'));
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
