import { dateText } from './dates.js';
import { localizedText, translate } from './i18n.js';
import { askedOf } from '../item/item-state.js';

/** What else its answer, or its end, could be: said in one breath with the step itself. */
const alternatives = ['return', 'ask-for-word', 'resume'];

/** The steps that an open item waits for, the one that holds it up first, as the service decides them. */
export const stepsOf = item => (item.nextActions ?? []).filter(({ action }) => !alternatives.includes(action));

/**
 * Whose move it is, in a sentence.
 * @param find an item of the same agreement by its id; undefined where it was not read
 */
export function nextActionText(step, item, people, find) {
  if (step.who.length > 0) {
    const waits = translate('action.waits', { who: namesOf(step, people), what: actionText(step, item, find) });
    return waits + asking(step, item, people);
  }

  return step.action === 'move-first' ? translate('action.waitsOther') + asking(step, item, people) : translate('action.waitsItem', { item: step.item });
}

/** The step alone, where the name of who must take it stands above. */
export const stepText = (step, item, people, find) => actionText(step, item, find) + asking(step, item, people);

const namesOf = ({ who }, people) => who.map(id => people.name(id)).join(translate('shift.list'));

function actionText({ action, item: other }, item, find) {
  switch (action) {
    case 'finish-first': return translate('action.finish-first', { item: localizedText(find(other)?.title ?? { en: other }) });
    case 'decide-extension': return translate('action.decide-extension', { date: dateText(askedOf(item).dueOn, 'short') });
    default: return translate(`action.${action}`);
  }
}

/** The other side is nobody's to remind: the liaison asks it. */
function asking({ action }, item, people) {
  const liaison = action === 'move-first' && item.nextActions.find(one => one.action === 'ask-for-word');
  return liaison ? ` · ${translate('action.asks', { who: namesOf(liaison, people) })}` : '';
}
