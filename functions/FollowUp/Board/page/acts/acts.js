import { itemPath, newIdempotencyKey } from '../shell/api.js';
import { el } from '../shell/dom.js';
import { routeOf } from '../shell/route.js';
import { dateIn } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { itemAddress } from '../lists/item-card.js';
import { actAddress } from './act-address.js';
import { actBar } from './act-bar.js';
import { actForm } from './act-form.js';
import { wrongWith } from './checks.js';
import { doneLine, doneText, lastDone, recordDone } from './done.js';
import { draftOf, dropDraft, keepDraft } from './drafts.js';
import { keepFocus, updateAround } from './keep-focus.js';
import { personMeant, withIds } from './person-lookup.js';
import { refusalOf, sendAct } from './send-act.js';
import { fieldsOf, verbs } from './verbs.js';

/** @type {string | null} Where the next drawing puts the focus. */
let wanted = null;
/** Whose form was drawn last, so that a drawing of the same one moves nothing. */
let drawn = '';

addEventListener('hashchange', () => { drawn = ''; });

/** What one can do with an item, in place: the address says whose form is open, so that a link can open it and a reload finds it again. */
export function actsOf(read) {
  const place = el('section', { class: 'acts-of-item', 'aria-label': translate('acts.title'), 'data-key': 'acts', 'data-own': true });
  const acts = new Acts(read, place);
  acts.draw();
  const focus = wanted && place.querySelector(wanted);
  const done = wanted === '.act-done' && lastDone(acts.path);
  wanted = null;
  if (!focus) {
    keepFocus(place);
  }

  return {
    place, focus, announcement: done ? doneText(done, read) : undefined, isSending: () => acts.isSending, update: () => acts.update(),
  };
}

class Acts {
  #read;
  #place;
  isSending = false;

  /** @type {{ verb: string, draft: import('./drafts.js').Draft } | null} whose form stands there */
  #standing = null;

  constructor(read, place) {
    this.#read = read;
    this.#place = place;
    this.path = itemPath(read.item.agreement, read.item.id);
  }

  draw() {
    this.#standing = null;
    this.#place.replaceChildren(...this.#parts());
  }

  /** Others did something: around the fields that somebody types in, everything is as it is now. */
  update() {
    updateAround(this.#place, this.#parts(), this.#standing?.draft.by);
  }

  #parts() {
    const { item } = this.#read;
    const verb = this.#opened();
    const done = lastDone(this.path);
    const draft = verb && this.#draft(verb);
    this.#standing = verb && draft ? { verb, draft } : null;

    // Whoever opens a form, by a button or by a link, goes on in it.
    const name = draft ? `${this.path}:${verb}` : '';
    wanted ??= name && name !== drawn ? firstControl : null;
    drawn = name;
    return [
      done && doneLine(done, this.#read, () => this.#undo(done)),
      actBar(item, verb, one => this.#toggle(one)),
      verb && (draft
        ? actForm(verb, this.#read, draft, {
          offered: this.#offered(verb), changed: () => this.#keep(verb, draft), submit: () => this.#submit(verb, draft),
          close: () => this.#close(verb, draft), letGo: () => this.#letGo(verb), redraw: () => this.#redraw(),
        })
        : el('p', { class: 'note' }, translate('acts.not-offered', { what: translate(`acts.${verb}`) }))),
    ].flat(Infinity).filter(Boolean);
  }

  /** @returns {string | null} */
  #opened() {
    /** @type {Record<string, any>} */
    const { agreement, item, act } = routeOf(location.hash);
    return act && act in verbs && itemPath(agreement ?? '', item ?? '') === this.path ? act : null;
  }

  #offered = verb => (this.#read.item.verbs ?? []).find(offer => offer.verb === verb)?.by ?? [];

  #lastSeen = () => this.#read.journal.at(-1)?.seq ?? 0;

  /** What was typed before or, where it can be done, a new beginning. */
  #draft(verb) {
    const offered = this.#offered(verb);
    const kept = this.#standing && this.#standing.verb === verb ? this.#standing.draft : draftOf(this.path, verb);
    if (kept && offered.length > 0 && !offered.includes(kept.by)) {
      [kept.by] = offered;
    }

    const values = verbs[verb].initial?.(this.#read.item) ?? {};
    return kept ?? (offered.length > 0 ? { values, by: offered[0], key: newIdempotencyKey(), seen: this.#lastSeen() } : null);
  }

  #keep(verb, draft) {
    draft.isTouched = true;
    keepDraft(this.path, verb, draft);
  }

  #toggle(verb) {
    if (this.#opened() === verb) {
      this.#close(verb, this.#draft(verb));
    } else {
      history.replaceState(null, '', actAddress(this.#read.item, verb));
      drawn = '';
      this.#redraw();
    }
  }

  #close(verb, draft) {
    if (!draft?.isTouched) {
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
    if (this.#opened()) {
      history.replaceState(null, '', itemAddress(this.#read.item));
    }
  }

  /** In place: nothing else on the page has changed. */
  #redraw() {
    const had = document.activeElement?.id;
    this.draw();
    const focus = wanted ? this.#place.querySelector(wanted) : had && this.#place.querySelector(`#${CSS.escape(had)}`);
    wanted = null;
    /** @type {HTMLElement | null} */ (focus || null)?.focus();
  }

  async #submit(verb, draft) {
    const { item, people, now } = this.#read;
    if (this.isSending) {
      return;
    }

    const personOf = typed => personMeant(typed, people);
    draft.trouble = null;
    draft.faults = wrongWith(verb, draft.values, { item, today: dateIn(now, item.timeZone), personOf });
    this.#keep(verb, draft);
    if (draft.faults.length > 0) {
      this.#say(firstWrong);
      return;
    }

    this.#sends(true);
    const values = withIds(verb, draft.values, personOf);
    const outcome = await sendAct({ verb, item, values, by: draft.by, key: draft.key });
    this.#sends(false);
    this.#settle(verb, draft, outcome);
  }

  /** @param {Awaited<ReturnType<typeof sendAct>>} outcome */
  #settle(verb, draft, outcome) {
    const { kind, item: after } = outcome;
    if (kind === 'done') {
      dropDraft(this.path, verb);
      this.#closeAddress();
      recordDone({ path: this.path, verb, by: draft.by, before: this.#read.item, after, seen: this.#lastSeen() });
      this.#readAgain('.act-done');
      return;
    }

    Object.assign(draft, refusalOf(outcome, fieldsOf(verb, draft.values).map(field => field.name)));
    if (kind === 'changed') {
      // Decided anew, it is another act; what was lost before is in the journal by now.
      draft.key = newIdempotencyKey();
    }

    this.#keep(verb, draft);
    if (kind === 'changed') {
      this.#readAgain('.act-changed, .act-trouble');
    } else {
      this.#say(draft.faults?.length ? firstWrong : '.act-trouble');
    }
  }

  async #undo(done) {
    const { item } = this.#read;
    if (this.isSending || !done.undo) {
      return;
    }

    this.isSending = true;
    const { verb, values } = done.undo;
    const { kind, item: after } = await sendAct({ verb, item, values, by: done.by, key: done.key });
    this.isSending = false;
    if (kind === 'done') {
      recordDone({ path: this.path, verb, by: done.by, before: item, after, seen: this.#lastSeen(), isUndo: true });
      this.#readAgain('.act-done');
    } else {
      done.trouble = kind === 'unanswered' || kind === 'busy' ? `acts.${kind}` : 'acts.undo.late';
      done.undo = done.trouble === 'acts.undo.late' ? null : done.undo;
      this.#readAgain('.act-done');
    }
  }

  #sends(isSending) {
    this.isSending = isSending;
    const button = this.#place.querySelector('#act-submit');
    button?.setAttribute('aria-disabled', String(isSending));
    if (isSending && button) {
      button.textContent = translate('acts.sending');
    }
  }

  #say(focus) {
    wanted = focus;
    this.#redraw();
  }

  /** The page as it is by now, with the form as it was left. */
  #readAgain(focus) {
    wanted = focus;
    dispatchEvent(new Event('changed'));
  }
}

const firstControl = '.act-form :is(input:checked, input:not([type="radio"]), textarea, select, input), .act-form #act-submit';
const firstWrong = '.act-form [aria-invalid="true"], .act-form [data-wrong] input';
