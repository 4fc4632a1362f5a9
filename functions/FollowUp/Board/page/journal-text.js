import { dateText } from './dates.js';
import { localizedText, translate, translateOr } from './i18n.js';

/**
 * What an entry of the journal tells, in the reader's language, and what somebody wrote to it. The entry's own text stays
 * sealed as it is; what it quotes of the item, the item says in any language.
 */
export function journalText(entry, item, context) {
  const tell = tellers[entry.event];
  return tell?.(entry, item, context) ?? { quote: entry.text };
}

const tellers = {
  registered({ text }, item, { before }) {
    const [, others, date] = /^waits for (.+), due (\d{4}-\d\d-\d\d)$/.exec(text ?? '') ?? [];
    const items = others?.split(', ').map(id => (before.has(id) ? localizedText(before.get(id).title) : id)).join(translate('notice.and'));
    return others && { said: translate('told.registered', { items, date: dateText(date) }) };
  },

  assigned({ text }, item, { people }) {
    const [, owner, date] = /^to (\S+), due (\d{4}-\d\d-\d\d)$/.exec(text ?? '') ?? [];
    return owner && { said: translate('told.assigned', { who: people.name(owner), date: dateText(date) }) };
  },

  'stage-done': ({ text }) => ({ said: translateOr('stage', text) }),

  'extension-asked'({ at }, { extensions }) {
    const asked = extensions.find(one => one.at === at);
    return asked && { said: translate('told.asked', { date: dateText(asked.dueOn) }), quote: asked.reason };
  },

  'extension-granted'({ at }, { extensions, slippage }) {
    const granted = extensions.find(one => one.decidedAt === at);
    return granted && { said: moved(slippage, at), quote: granted.note };
  },

  'extension-refused'({ at }, { extensions }) {
    const refused = extensions.find(one => one.decidedAt === at);
    return refused && { quote: refused.note };
  },

  resumed({ at }, { waiting, slippage }) {
    const ended = waiting.find(one => one.ended?.at === at)?.ended;
    return ended && { said: [translate('due.waited', { count: ended.workingDays }), moved(slippage, at)].filter(Boolean).join(translate('due.and')) };
  },

  'handed-over'({ at }, { handOvers }, { people }) {
    const handed = handOvers.find(one => one.at === at);
    return handed && { said: translate('told.handedOver', { from: people.name(handed.from), to: people.name(handed.to) }), quote: handed.reason };
  },

  rescheduled({ at }, { slippage }) {
    const change = slippage.changes.find(one => one.at === at);
    return change && { said: moved(slippage, at), quote: change.reason };
  },

  're-based': ({ text }) => ({ said: rebaseText(text) }),
};

/** "plan default 1 → 2, calendar CN 1 → 3" */
export function rebaseText(text) {
  return text.split(', ').map(part => {
    const [, what, id, from, to] = /^(plan|calendar) (\S+) (\d+) → (\d+)$/.exec(part) ?? [];
    return what ? translate(`told.${what}`, { id, from, to }) : part;
  }).join(translate('shift.and'));
}

/** How the due date moved at an instant, if it did. */
function moved(slippage, at) {
  const change = slippage.changes.find(one => one.at === at);
  return change && translate('told.moved', { from: dateText(change.from), to: dateText(change.to) });
}
