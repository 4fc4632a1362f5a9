import { el } from '../shell/dom.js';
import { locale, localizedText, translate, translateOr } from '../text/i18n.js';
import { searchMax, sorts } from './list-query.js';

const pause = 200; // milliseconds: who types on need not be answered for each letter

/**
 * What can be looked for. Nothing of it needs to be sent off: the list follows, and the focus stays.
 * @param {any} data counts of all, by which one can look for some
 * @param {(change: Record<string, string>, isTyping?: boolean) => void} look
 */
export function registerForm({ overview, people }, look) {
  const search = el('input', { type: 'search', id: 'register-q', maxlength: searchMax, autocomplete: 'off', input: typed, 'aria-describedby': 'register-q-how' });
  let timer = 0;

  const stop = () => clearTimeout(timer);

  function typed() {
    stop();
    timer = setTimeout(() => look({ q: search.value }, true), pause);
    addEventListener('hashchange', stop, { once: true }); // Whoever has gone elsewhere looks for nothing here.
  }

  const choices = {
    owner: choice('owner', translate('register.anyOwner'), named(overview.owners.map(one => [one.owner, people.name(one.owner), one.count]))),
    awaits: choice('awaits', translate('register.anyStep'), [
      ['*', translate('register.anybody')], ...named(overview.waits.filter(one => one.who).map(one => [one.who, people.name(one.who), one.count])),
    ]),
    agreement: choice('agreement', translate('register.anyAgreement'), named(overview.agreements.map(one => [one.id, localizedText(one.title), one.open + one.closed]))),
    kind: choice('kind', translate('register.anyKind'), named(overview.kinds.map(one => [one.kind, translateOr('kind', one.kind), one.count]))),
    party: choice('party', translate('register.anyParty'), named(overview.parties.map(one => [one.code, localizedText(one.name)]))),
    sort: choice('sort', null, sorts.map(sort => [sort, translate(`sort.${sort}`)])),
  };

  function choice(name, any, options) {
    const select = el('select', { id: `register-${name}`, change: () => look({ [name]: select.value }) },
      any !== null && el('option', { value: '' }, any),
      options.map(([value, text]) => el('option', { value }, text)));
    return select;
  }

  const label = (name, field) => el('p', { class: 'field' }, el('label', { for: field.id }, translate(`register.${name}`)), field);
  const content = el('form', { role: 'search', class: 'looking', 'aria-label': translate('register.title'), submit: event => {
    event.preventDefault();
    stop();
    look({ q: search.value }, true);
  } },
  el('p', { class: 'field wide' }, el('label', { for: search.id }, translate('register.q')), search, el('span', { class: 'about', id: 'register-q-how' }, translate('register.q.how'))),
  Object.entries(choices).map(([name, field]) => label(name, field)));

  /** What the address says; what somebody is typing is theirs. */
  function show(query) {
    if (document.activeElement !== search) {
      search.value = query.q ?? '';
    }

    for (const [name, field] of Object.entries(choices)) {
      const value = query[name] ?? (name === 'sort' ? sorts[0] : '');
      // An address may name what nobody here knows; the form says what it says.
      if (![...field.options].some(option => option.value === value)) {
        field.append(el('option', { value }, value));
      }

      field.value = value;
    }
  }

  return { content, show };
}

/** In the order of the reader's language, with how many there are. */
function named(options) {
  const order = new Intl.Collator(locale());
  return options.sort(([, one], [, other]) => order.compare(one, other)).map(([value, text, count]) => [value, count === undefined ? text : `${text} (${count})`]);
}
