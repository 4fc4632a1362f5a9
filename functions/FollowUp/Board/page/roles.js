import { el } from './el.js';
import { say, sayOr } from './words.js';

/** A role of the plan in words: `owner`, `level-2`. */
export function roleText(role) {
  const level = /^level-(\d)$/.exec(role ?? '');
  return level ? say('role.level', { level: level[1] }) : role && sayOr('role', role);
}

/** People, one by one, for their names may have commas in them; with what each is to the item. */
export function names(ids, people, item) {
  return ids?.length > 0 && el('ul', { class: 'names' }, ids.map(id => {
    const role = item && roleText(roleIn(item, id));
    return el('li', {}, el('bdi', {}, people.name(id)), role && el('span', { class: 'quiet' }, ` · ${role}`));
  }));
}

function roleIn(item, id) {
  const level = (item.chain ?? []).indexOf(id) + 1;
  return ['owner', 'issuer'].find(role => item[role] === id)
    ?? (level > 0 ? `level-${level}` : ['coordinator', 'counterpart'].find(role => item[role] === id));
}
