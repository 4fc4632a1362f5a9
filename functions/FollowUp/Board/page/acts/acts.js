import { itemPath, newIdempotencyKey } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { routeOf } from '../shell/route.js';
import { session } from '../shell/session.js';
import { translate } from '../text/i18n.js';
import { itemAddress } from '../lists/item-card.js';
import { actAddress } from './act-address.js';
import { actBar } from './act-bar.js';
import { actForm } from './act-form.js';
import { doneLine, doneText, lastDone } from './done.js';
import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { keepFocus, updateAround } from './keep-focus.js';
import { keptWords } from './kept-words.js';
import { renew } from './renewed.js';
import { sentVerb } from './sending.js';
import { isShown, submit, undo } from './submitting.js';
import { unregistered } from './unregistered.js';
import { isTyped, isVerb } from './verbs.js';

/** @type {string | null} Where the next drawing puts the focus. */
let wanted = null;
/** Whose form was drawn last, so that a drawing of the same one moves nothing. */
let drawn = '';

addEventListener('hashchange', () => { drawn = ''; });

/** What one can do with an item, in place: the address says whose form is open, so that a link can open it and a reload finds it again. */
export function actsOf(read) {
  const place = el('section', { class: 'acts-of-item', 'aria-label': translate('acts.title'), 'data-key': 'acts', 'data-own': true });
  const acts = new Acts(read, place);
  isShown(acts);
  acts.draw();
  const focus = wanted && place.querySelector(wanted);
  const done = wanted === '.act-done' && lastDone(acts.path);
  wanted = null;
  if (!focus) {
    keepFocus(place);
  }

  return {
    place, focus, announcement: done ? doneText(done, read) : undefined, isSending: () => sentVerb(acts.path) !== undefined, update: () => acts.update(),
  };
}

export class Acts {
  read;
  place;
  who = session.who;

  /** @type {{ verb: string, draft: import('./drafts.js').Draft } | null} whose form stands there */
  #standing = null;

  constructor(read, place) {
    this.read = read;
    this.place = place;
    this.path = itemPath(read.item.agreement, read.item.id);
  }

  draw() {
    this.#standing = null;
    this.place.replaceChildren(...this.#parts());
    this.markSending();
  }

  /** Others did something: around the fields that somebody types in, everything is as it is now. */
  update() {
    updateAround(this.place, this.#parts(), this.#standing?.draft);
    this.markSending();
  }

  #parts() {
    const { item } = this.read;
    const verb = this.opened();
    const done = lastDone(this.path);
    const draft = verb && this.#draft(verb);
    this.#standing = verb && draft ? { verb, draft } : null;

    // Whoever opens a form, by a button or by a link, goes on in it.
    const name = draft ? `${this.path}:${verb}` : '';
    wanted ??= name && name !== drawn ? firstControl : null;
    drawn = name;
    return [
      done && doneLine(done, this.read, () => undo(this, done)),
      actBar(item, verb, one => this.#toggle(one)),
      unregistered(item),
      keptWords(this.path, verb, one => this.#toggle(one)),
      verb && (draft
        ? actForm(verb, this.read, draft, {
          offered: this.#offered(verb), changed: () => this.keep(verb, draft), submit: () => submit(this, verb, draft),
          close: () => this.#close(verb, draft), letGo: () => this.#letGo(verb), redraw: () => this.#redraw(),
        })
        : el('p', { class: 'note' }, translate('acts.not-offered', { what: translate(`acts.${verb}`) }))),
    ].flat(Infinity).filter(Boolean);
  }

  /** @returns {string | null} */
  opened() {
    /** @type {Record<string, any>} */
    const { agreement, item, act } = routeOf(location.hash);
    return act && isVerb(act) && itemPath(agreement ?? '', item ?? '') === this.path ? act : null;
  }

  #offered = verb => (this.read.item.verbs ?? []).find(offer => offer.verb === verb)?.by ?? [];

  get lastSeen() {
    return this.read.journal.at(-1)?.seq ?? 0;
  }

  /** What was typed before or, where it can be done, a new beginning. */
  #draft(verb) {
    const offered = this.#offered(verb);
    const kept = this.#standing && this.#standing.verb === verb ? this.#standing.draft : draftOf(this.path, verb);
    const draft = kept ?? (offered.length > 0 ? { values: {}, by: offered[0], key: newIdempotencyKey(), seen: this.lastSeen } : null);
    if (draft) {
      renew(verb, draft, this.read.item, offered);
    }

    return draft;
  }

  keep(verb, draft) {
    // What one typed is kept for nobody else who is here by now.
    if (session.who !== this.who) {
      return;
    }

    draft.isTouched = true;
    keepDraft(this.path, verb, draft);
  }

  #toggle(verb) {
    if (this.opened() === verb) {
      this.#close(verb, this.#draft(verb));
    } else {
      history.replaceState(null, '', actAddress(this.read.item, verb));
      drawn = '';
      this.#redraw();
    }
  }

  #close(verb, draft) {
    if (!draft?.isTouched || !isTyped(verb, draft.values, this.read.item)) {
      dropDraft(this.path, verb);
    }

    this.#leave(`[data-verb="${verb}"]`);
  }

  #letGo(verb) {
    dropDraft(this.path, verb);
    this.#leave(`[data-verb="${verb}"], .verb`);
  }

  #leave(focus) {
    this.#closeAddress();
    wanted = focus;
    this.#redraw();
  }

  #closeAddress() {
    if (this.opened()) {
      history.replaceState(null, '', itemAddress(this.read.item));
    }
  }

  /** In place: nothing else on the page has changed. */
  #redraw() {
    const had = document.activeElement?.id;
    this.draw();
    const focus = wanted ? this.place.querySelector(wanted) : had && this.place.querySelector(`#${CSS.escape(had)}`);
    wanted = null;
    /** @type {HTMLElement | null} */ (focus || null)?.focus();
  }

  /** What came of it: the page as it is by now, with the form as it was left, or no more than that form where nothing else can be new. */
  answered(kind, focus) {
    if (kind === 'done') {
      this.#closeAddress();
    }

    this.show(focus, kind === 'done' || kind === 'changed');
  }

  /** A form that is drawn while its verb is on its way waits for the answer too. */
  markSending() {
    const button = this.place.querySelector('#act-submit');
    const verb = this.opened();
    const isSending = verb !== null && sentVerb(this.path) === verb;
    if (isSending && button) {
      button.setAttribute('aria-disabled', 'true');
      button.textContent = translate('acts.sending');
    }
  }

  /** @param {boolean} isReadAgain whether it is asked for first how things stand */
  show(focus, isReadAgain) {
    wanted = focus;
    if (isReadAgain) {
      dispatchEvent(new Event('changed'));
    } else {
      this.#redraw();
    }
  }
}

const firstControl = '.act-form :is(input:checked, input:not([type="radio"]), textarea, select, input), .act-form #act-submit';
