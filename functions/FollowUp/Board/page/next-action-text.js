import { dateText } from './dates.js';
import { localizedText, translate } from './i18n.js';
import { askedOf } from './item-state.js';

/** Whose move it is, in a sentence. */
export function nextActionText(move, item, people) {
  if (move.who === undefined) {
    return translate('move.waitsItem', { item: move.before.id });
  }

  const waits = move.who === null ? translate('move.waitsOther') : translate('move.waits', { who: people.name(move.who), what: step(move, item) });
  return move.what === 'other' ? `${waits} · ${asking(item, people)}` : waits;
}

/** The step alone, where the name of who must take it stands above. */
export function actionText(move, item, people) {
  return move.what === 'other' ? `${step(move, item)} · ${asking(item, people)}` : step(move, item);
}

function step({ what, before }, item) {
  switch (what) {
    case 'before': return translate('move.before', { item: localizedText(before.title) });
    case 'decide': return translate('move.decide', { date: dateText(askedOf(item).dueOn, 'short') });
    default: return translate(`move.${what}`);
  }
}

/** The other side is nobody's to remind: the liaison asks it. */
const asking = (item, people) => translate('move.asks', { who: people.name(people.contactOf(item.counterpart) ?? item.coordinator) });
