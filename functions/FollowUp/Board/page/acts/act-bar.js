import { el } from '../shell/dom.js';
import { translate } from '../text/i18n.js';
import { verbOfStep } from './verbs.js';
import { isReader, isSomebody } from './whose-act.js';

/**
 * A button for each verb that is open to the reader: what is theirs, then what they may enter for others. What the item waits for stands out.
 * @param {any} item
 * @param {string | null} opened whose form is open
 * @param {(verb: string) => void} toggle
 */
export function actBar(item, opened, toggle) {
  const offers = item.verbs ?? [];
  const wanted = new Set((item.nextActions ?? []).filter(step => !step.item).map(step => verbOfStep(step.action)));
  const isTheirs = ({ by }) => !isSomebody() || isReader(by[0]);
  const button = ({ verb }) => el('button', {
    type: 'button', class: wanted.has(verb) ? 'verb wanted' : 'verb', 'data-verb': verb, 'aria-expanded': String(verb === opened),
    'aria-controls': verb === opened ? 'act-form' : null, click: () => toggle(verb),
  }, translate(`acts.${verb}`));
  const group = (some, name, about) => some.length > 0 && el('div', { class: 'verbs', role: 'group', 'aria-labelledby': name },
    el(name === 'acts' ? 'h2' : 'h3', { id: name }, about), el('div', { class: 'verb-list' }, some.map(button)));

  return [
    group(offers.filter(isTheirs), 'acts', translate('acts.title')),
    group(offers.filter(offer => !isTheirs(offer)), 'acts-others', translate('acts.others')),
  ];
}
