import { clauseName } from './clause-name.js';
import { dateText } from './dates.js';
import { localizedText, translate, translateOr } from './i18n.js';
import { sizeText } from './size-text.js';

/**
 * What an entry of the journal tells, in the reader's language, and what somebody wrote to it. The entry's own text stays
 * sealed as it is; the service says what is in it as a phrase beside it. Without one, the text is shown as it stands.
 */
export function journalText(entry, item, context) {
  const tell = entry.said && tellers[entry.event];
  return tell?.(entry.said.args, { ...context, item, at: entry.at }) ?? { quote: entry.text };
}

const tellers = {
  registered: ({ items, dueOn }, { before }) => items && {
    said: translate('journal.registered', {
      items: items.map(id => (before.has(id) ? localizedText(before.get(id).title) : id)).join(translate('notice.and')), date: dateText(dueOn),
    }),
  },

  assigned: ({ owner, dueOn }, { people }) => ({ said: translate('journal.assigned', { who: people.name(owner), date: dateText(dueOn) }) }),

  'stage-done': ({ stage }) => ({ said: translateOr('stage', stage) }),

  'evidence-added': ({ name, size, sha256 }) => ({ said: translate('journal.evidence-added', { name, size: sizeText(size), sha256 }) }),

  reported: ({ file, evidence }) => ({ quote: file ?? evidence }),

  'extension-asked': ({ askedDueOn, reason }) => ({ said: translate('journal.extension-asked', { date: dateText(askedDueOn) }), quote: reason }),

  'extension-granted': ({ note }, context) => ({ said: moved(context), quote: note }),

  'extension-refused': ({ note }) => ({ quote: note }),

  resumed: ({ workingDays }, context) => ({
    said: [translate('due.waited', { count: workingDays }), moved(context)].filter(Boolean).join(translate('due.and')),
  }),

  'handed-over': ({ formerOwner, owner, reason }, { people }) => ({
    said: translate('journal.handed-over', { from: people.name(formerOwner), to: people.name(owner) }), quote: reason,
  }),

  'question-asked': ({ text }) => ({ quote: text }),

  escalated: ({ to, level, reason }, { people }) => ({ said: translate('journal.escalated', { who: people.name(to), level }), quote: reason }),

  reassigned: ({ part, former = [], people: now = [], reason }, { people }) => ({
    said: translate('journal.reassigned', { what: translateOr('part', part), from: names(former, people), to: names(now, people) }), quote: reason,
  }),

  rescheduled: ({ reason }, context) => ({ said: moved(context), quote: reason }),

  amended: ({ clause, field, was, now, reason }, { agreement }) => ({
    said: translate('journal.amended', {
      what: clause ? translate('amended.of-clause', { clause: clauseName(agreement, clause), what: translateOr('amended', field) }) : translateOr('amended', field),
      was: fieldText(field, was, agreement), now: fieldText(field, now, agreement),
    }), quote: reason,
  }),

  're-based': ({ changes }) => ({ said: rebaseText(changes) }),
};

/** "plan default: revision 2 instead of 1; calendar CN: revision 3 instead of 1" */
export const rebaseText = changes => changes.map(({ what, id, from, to }) => translate(`journal.${what}`, { id, from, to })).join(translate('shift.and'));

const names = (ids, people) => ids.map(id => people.name(id)).join(', ') || translate('amended.none');

const fieldText = (field, text, agreement) => (!text ? translate('amended.none') : field === 'kind' ? translateOr('kind', text) : field === 'clause' ? clauseName(agreement, text) : text);

/** How the due date moved at an instant, if it did. */
function moved({ item, at }) {
  const change = item.slippage.changes.find(one => one.at === at);
  return change && translate('journal.moved', { from: dateText(change.from), to: dateText(change.to) });
}
