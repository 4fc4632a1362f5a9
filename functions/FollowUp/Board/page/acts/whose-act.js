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
 * Where it was to be somebody's who can no longer do it, nothing is chosen for whoever typed it.
 * @param {{
 *   verb: string, item: any, people: any, draft: import('./drafts.js').Draft, offered: string[], choose: (by: string) => void,
 * }} context
 */
export function whoseAct({ verb, item, people, draft, offered, choose }) {
  const { by, formerBy } = draft;
  const isWrong = !by && draft.faults?.some(({ name }) => name === 'by');
  const said = el('p', { class: 'hint', id: 'act-by-hint', 'aria-live': 'polite' },
    by ? sayingOf(by, people) : translate('acts.by.again', { who: people.name(formerBy) }));
  const change = ({ target }) => {
    choose(target.value);
    said.textContent = sayingOf(target.value, people);
  };
  return offered.length === 1 && by && !formerBy ? said : el('div', { class: 'act-field', 'data-key': 'by' },
    el('label', { for: 'act-by' }, translate('acts.by')),
    el('select', { id: 'act-by', 'aria-describedby': `${said.id} act-by-error`, 'aria-invalid': isWrong ? 'true' : null, change },
      formerBy && el('option', { value: '', selected: !by }, translate('acts.by.choose')),
      offered.map(id => el('option', { value: id, selected: id === by }, nameWithRole(id, verb, item, people)))),
    said,
    el('p', { class: 'act-error', id: 'act-by-error' }, isWrong && translate('acts.wrong.choose')));
}

function nameWithRole(id, verb, item, people) {
  const role = verbs[verb].roles.find(one => [item[one]].flat().includes(id));
  return [people.name(id), role && roleText(role)].filter(Boolean).join(' · ');
}

function sayingOf(by, people) {
  if (!by) {
    return '';
  }

  const who = people.name(by);
  const { access, key } = session.me ?? {};
  return access === 'open' ? translate('acts.open', { who })
    : key ? translate('acts.key', { who, key })
      : translate(isReader(by) ? 'acts.as' : 'acts.behalf', { who });
}
