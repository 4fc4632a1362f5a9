/** Pages of which there is one. */
const pages = { '#/new': 'newAgreement', '#/new/person': 'newPerson', '#/words': 'glossary', '#/people': 'people', '#/plans': 'plans', '#/operate': 'operate' };

/**
 * What an address of the board asks for: `#/`, `#/register?q=…`, `#/agreements/{a}`, `#/agreements/{a}/items/{i}` (with `?act={verb}`, its
 * form is open), `#/agreements/{a}/report`, `#/sign-in/{token}`, `#/import?agreement={a}`, `#/figures?from={date}`, `#/told?person={p}&on={date}`,
 * or a page of its own; anything else is unknown, which is said.
 */
export function routeOf(hash) {
  const [, token] = /^#\/sign-in\/([\w-]+)$/.exec(hash) ?? [];
  if (token) {
    return { view: 'signIn', token };
  }

  const register = /^#\/register(?:\?(.*))?$/.exec(hash);
  if (register) {
    return { view: 'register', search: register[1] ?? '' };
  }

  const imported = /^#\/import(?:\?(.*))?$/.exec(hash);
  if (imported) {
    return { view: 'import', search: imported[1] ?? '' };
  }

  const figures = /^#\/figures(?:\?(.*))?$/.exec(hash);
  if (figures) {
    return { view: 'figures', search: figures[1] ?? '' };
  }

  const told = /^#\/told(?:\?(.*))?$/.exec(hash);
  if (told) {
    return { view: 'told', search: told[1] ?? '' };
  }

  const own = pages[hash];
  if (own) {
    return { view: own };
  }

  const [, kind, id] = /^#\/(people|plans|calendars)\/([^/]+)$/.exec(hash) ?? [];
  if (id) {
    const view = /** @type {const} */ ({ people: 'person', plans: 'plan', calendars: 'calendar' })[kind];
    return { view, [view]: decoded(id) };
  }

  const [, copied] = /^#\/plans\/([^/]+)\/copy$/.exec(hash) ?? [];
  if (copied) {
    return { view: 'planCopy', planCopy: decoded(copied) };
  }

  const [, of] = /^#\/agreements\/([^/]+)\/new$/.exec(hash) ?? [];
  if (of) {
    return { view: 'newItem', agreement: decoded(of) };
  }

  const [, reported] = /^#\/agreements\/([^/]+)\/report$/.exec(hash) ?? [];
  if (reported) {
    return { view: 'report', agreement: decoded(reported) };
  }

  const [, agreement, item, act] = /^#\/agreements\/([^/]+)(?:\/items\/([^/?]+)(?:\?act=([a-z-]+))?)?$/.exec(hash) ?? [];
  if (!agreement) {
    return { view: /^#?\/?(\?.*)?$/.test(hash) ? 'today' : 'unknown' };
  }

  return item
    ? { view: 'item', agreement: decoded(agreement), item: decoded(item), ...(act && { act }) }
    : { view: 'agreement', agreement: decoded(agreement) };
}

/** A cut-off escape is an address of nothing, not an accident. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
