import { dateText } from './dates.js';
import { askedOf } from './standing.js';
import { plainWords, say } from './words.js';

/** Whose move it is, in a sentence. */
export function moveText(move, item, people) {
  if (move.who === undefined) {
    return say('move.waitsItem', { item: move.before.id });
  }

  const waits = move.who === null ? say('move.waitsOther') : say('move.waits', { who: people.name(move.who), what: step(move, item) });
  return move.what === 'other' ? `${waits} · ${asking(item, people)}` : waits;
}

/** The step alone, where the name of who must take it stands above. */
export function stepText(move, item, people) {
  return move.what === 'other' ? `${step(move, item)} · ${asking(item, people)}` : step(move, item);
}

function step({ what, before }, item) {
  switch (what) {
    case 'before': return say('move.before', { item: plainWords(before.title) });
    case 'decide': return say('move.decide', { date: dateText(askedOf(item).dueOn, 'short') });
    default: return say(`move.${what}`);
  }
}

/** The other side is nobody's to remind: the liaison asks it. */
const asking = (item, people) => say('move.asks', { who: people.name(people.contactOf(item.counterpart) ?? item.coordinator) });
