import { itemAddress } from '../lists/item-card.js';
import { newIdempotencyKey } from '../shell/api.js';
import { tellLate } from '../shell/late-news.js';
import { session } from '../shell/session.js';
import { dateIn } from '../text/dates.js';
import { translate } from '../text/i18n.js';
import { actAddress } from './act-address.js';
import { wrongWith } from './checks.js';
import { fileOf } from './chosen-files.js';
import { recordDone, refuseUndo } from './done.js';
import { dropDraft } from './drafts.js';
import { personMeant, withIds } from './person-lookup.js';
import { refusalOf, sendAct } from './send-act.js';
import { sentVerb, whileSending } from './sending.js';
import { fieldsOf } from './verbs.js';

/** @typedef {import('./acts.js').Acts} Acts */

/** @type {Acts | null} Those of the page that was shown last: an answer may come when that is another one. */
let last = null;

export const isShown = acts => { last = acts; };

/** The page of the same item that is looked at now: it may have been drawn anew since. */
const pageOf = path => (last && last.path === path && last.place.isConnected ? last : null);

/**
 * @param {Acts} acts
 * @param {string} verb
 * @param {import('./drafts.js').Draft} draft
 */
export async function submit(acts, verb, draft) {
  const { item, people, now } = acts.read;
  if (sentVerb(acts.path)) {
    return;
  }

  const personOf = typed => personMeant(typed, people);
  draft.trouble = null;
  draft.faults = wrongWith(verb, draft.values, { item, today: dateIn(now, item.timeZone), personOf });
  if (!draft.by) {
    draft.faults.push({ name: 'by', key: 'choose' });
  }

  acts.keep(verb, draft);
  if (draft.faults.length > 0) {
    acts.show(firstWrong, false);
    return;
  }

  draft.decided ??= acts.lastSeen;
  acts.keep(verb, draft);
  const values = withIds(verb, draft.values, personOf);
  const outcome = await send(acts, verb, { verb, item, values, by: draft.by, key: draft.key, file: fileToSend(verb, draft) });
  if (session.who === acts.who) {
    settle(acts, verb, draft, outcome, item);
  }
}

/** What was chosen in a field that is not asked for any more stays where it is. */
const fileToSend = (verb, { values }) => (fieldsOf(verb, values).some(field => field.kind === 'file') ? fileOf(values) : undefined);

/** @param {Awaited<ReturnType<typeof sendAct>>} outcome */
function settle(acts, verb, draft, outcome, before) {
  const { kind, item: after } = outcome;
  if (kind === 'done') {
    dropDraft(acts.path, verb);
    recordDone({ path: acts.path, verb, by: draft.by, before, after, seen: draft.decided });
  } else {
    Object.assign(draft, refusalOf(outcome, fieldsOf(verb, draft.values).map(field => field.name)));
    if (kind === 'changed') {
      // Decided anew, it is another act; what was lost before is in the journal by now.
      [draft.key, draft.decided] = [newIdempotencyKey(), undefined];
    }

    acts.keep(verb, draft);
  }

  const page = pageOf(acts.path);
  const opened = page?.opened() ?? null;
  if (page && (opened === verb || (kind === 'done' && !opened))) {
    page.answered(kind, kind === 'done' ? '.act-done' : draft.faults?.length ? firstWrong : '.act-changed, .act-trouble');
  } else {
    tellElsewhere(acts, verb, kind);
  }
}

/** Where something else is looked at or typed in by now, that is not disturbed: it is told what came of it, and where. */
function tellElsewhere({ path, read: { item } }, verb, kind) {
  const isDone = kind === 'done';
  if (!isDone) {
    pageOf(path)?.update();
  }

  dispatchEvent(new Event('lookagain'));
  tellLate(translate(isDone ? 'acts.late.done' : 'acts.late.open', { what: translate(`acts.${verb}`) }),
    { href: isDone ? itemAddress(item) : actAddress(item, verb), words: translate('acts.late.item') });
}

/**
 * Takes back what was done last.
 * @param {Acts} acts
 * @param {import('./done.js').Done} done
 */
export async function undo(acts, done) {
  const { item } = acts.read;
  if (sentVerb(acts.path) || !done.undo) {
    return;
  }

  const seen = done.decided ??= acts.lastSeen;
  const { verb, values } = done.undo;
  const outcome = await send(acts, verb, { verb, item, values, by: done.by, key: done.key });
  if (session.who !== acts.who) {
    return;
  }

  if (outcome.kind === 'done') {
    recordDone({ path: acts.path, verb, by: done.by, before: item, after: outcome.item, seen, isUndo: true });
  } else {
    refuseUndo(done, outcome);
  }

  const page = pageOf(acts.path);
  if (page && !page.opened()) {
    page.answered('done', '.act-done');
  } else {
    tellElsewhere(acts, verb, outcome.kind);
  }
}

async function send(acts, verb, act) {
  const answer = whileSending(acts.path, verb, () => sendAct(act));
  acts.markSending();
  const outcome = await answer;
  acts.markSending();
  return outcome;
}

const firstWrong = '.act-form [aria-invalid="true"], .act-form [data-wrong] input';
