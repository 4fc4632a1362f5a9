import { el } from '../shell/dom.js';
import { translateOr } from './i18n.js';

/** A role of the plan in words: `owner`, `level-2`. */
export const roleText = role => role && translateOr('role', role);

/** People, one by one, for their names may have commas in them; with what each is to the item. */
export function names(ids, people, item) {
  const listed = (ids ?? []).map(id => ({ id, role: item ? rolesOf(item).findLastIndex(([, who]) => who === id) : 0 }));
  return listed.length > 0 && el('ul', { class: 'names' },
    listed.sort((one, other) => rank(one) - rank(other)).map(({ id, role }) => el('li', {}, el('bdi', {}, people.name(id)), ' ',
      item && role >= 0 && el('span', { class: 'quiet role' }, `· ${roleText(rolesOf(item)[role][0])}`))));
}

/** From the one who does it upwards, so that how far it went is the last that one reads. */
function rolesOf(item) {
  const levels = (item.chain ?? []).map((id, place) => [`level-${place + 1}`, id]);
  return [['owner', item.owner], ['issuer', item.issuer], ['coordinator', item.coordinator], ...levels];
}

const rank = ({ role }) => (role < 0 ? -1 : role);
