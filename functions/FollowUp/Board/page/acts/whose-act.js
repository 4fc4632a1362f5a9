import { el } from '../shell/dom.js';
import { session } from '../shell/session.js';
import { translate } from '../text/i18n.js';
import { roleText } from '../text/roles.js';
import { verbs } from './verbs.js';

/** Whether somebody is whoever reads the page. */
export const isReader = id => (session.me?.people ?? []).includes(id);

/** Whether the reader is somebody of their own here; who sits at an open machine, or has a program's key, is not. */
export const isSomebody = () => (session.me?.people ?? []).length > 0;

/**
 * In whose name it is done, to choose where several are possible; and what the journal will say of it.
 * @param {{ verb: string, item: any, people: any, by: string, offered: string[], choose: (by: string) => void }} context
 */
export function whoseAct({ verb, item, people, by, offered, choose }) {
  const said = el('p', { class: 'hint', id: 'act-by-hint', 'aria-live': 'polite' }, sayingOf(by, people));
  const change = ({ target }) => {
    choose(target.value);
    said.textContent = sayingOf(target.value, people);
  };
  return offered.length === 1 ? said : el('div', { class: 'act-field', 'data-key': 'by' },
    el('label', { for: 'act-by' }, translate('acts.by')),
    el('select', { id: 'act-by', 'aria-describedby': said.id, change },
      offered.map(id => el('option', { value: id, selected: id === by }, nameWithRole(id, verb, item, people)))),
    said);
}

function nameWithRole(id, verb, item, people) {
  const role = verbs[verb].roles.find(one => [item[one]].flat().includes(id));
  return [people.name(id), role && roleText(role)].filter(Boolean).join(' · ');
}

function sayingOf(by, people) {
  const who = people.name(by);
  const { access, key } = session.me ?? {};
  return access === 'open' ? translate('acts.open', { who })
    : key ? translate('acts.key', { who, key })
      : translate(isReader(by) ? 'acts.as' : 'acts.behalf', { who });
}
