import { el } from '../shell/dom.js';
import { has, translate } from '../text/i18n.js';
import { freshId } from './field.js';
import { firstInput, part } from './find.js';
import { term } from './term.js';

/**
 * Things of one sort, of which there may be several: each in a fieldset of its own that can be added, taken out, and put back.
 * @param {{
 *   at: string, title: string, one: string, members: any[], blank: () => any, draw: (member: any) => any, word?: string,
 *   about?: string, inline?: boolean, isFolded?: boolean, level?: number, nameOf?: (member: any) => string, beside?: HTMLElement, canAdd?: () => boolean,
 * }} list `one` is what one of them is called, `nameOf` what each is; `inline` ones are a line each; what `isFolded` shows its title and how
 *   many there are; `beside` stands before the button that adds
 */
export function fieldsetList({ at, title, one, members, blank, draw, word, about, inline, isFolded, level = 2, nameOf, beside, canAdd = () => true }) {
  const heading = el(level === 2 ? 'h2' : 'h3', { id: freshId('list') }, title);
  const place = el('div', { class: 'members' });
  const removed = el('p', { class: 'removed', role: 'status' });
  const adds = el('button', { type: 'button', class: 'add', click: () => put(blank(), members.length) }, translate(has(`form.add.${at}`) ? `form.add.${at}` : 'form.add', { one }));
  const many = el('span', { class: 'many' });
  const body = [about && el('p', { class: 'hint' }, about), el('p', { class: 'error' }), place, removed, beside, adds];
  const section = el(inline ? 'div' : 'section', { class: inline ? 'list inline' : 'list', 'data-at': at, role: inline ? 'group' : null, 'aria-labelledby': heading.id },
    isFolded
      ? el('details', {}, el('summary', {}, heading, ' ', many), body)
      : [el('div', { class: 'label' }, heading, word && term(word)), body]);

  function put(member, index) {
    members.splice(index, 0, member);
    const shown = fieldset(member);
    place.insertBefore(shown, place.children[index] ?? null);
    removed.replaceChildren();
    renumber();
    changed();
    const input = firstInput(shown);
    input.closest('details')?.setAttribute('open', '');
    input.focus();
  }

  function remove(member, shown) {
    const index = members.indexOf(member);
    members.splice(index, 1);
    shown.remove();
    removed.replaceChildren(translate('form.removed', { one }), ' ',
      el('button', { type: 'button', click: () => put(member, Math.min(index, members.length)) }, translate('form.putBack')));
    renumber();
    changed();
    const next = place.children[index] && firstInput(place.children[index]);
    // What is folded away takes no focus.
    (next?.closest('details:not([open])')?.querySelector('summary') ?? next ?? adds).focus();
  }

  function fieldset(member) {
    const legend = el('legend', { class: inline || nameOf ? 'unseen' : '' });
    const shown = el('fieldset', { class: 'member', 'data-member': '' }, legend, draw(member),
      el('button', { type: 'button', class: 'remove', click: () => remove(member, shown) }));
    return shown;
  }

  function renumber() {
    many.textContent = String(members.length);
    [...place.children].forEach((shown, index) => {
      const name = nameOf?.(members[index]) ?? translate('form.number', { one, number: index + 1 });
      part(shown, ':scope > legend').textContent = name;
      const button = part(shown, ':scope > .remove');
      button.textContent = inline ? '×' : translate('form.remove');
      button.setAttribute('aria-label', `${translate('form.remove')}: ${name}`);
    });
    adds.hidden = !canAdd();
    beside?.toggleAttribute('hidden', !canAdd());
  }

  const changed = () => section.dispatchEvent(new Event('input', { bubbles: true }));

  place.append(...members.map(fieldset));
  renumber();
  return section;
}
