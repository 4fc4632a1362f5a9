/** What an address of the board asks for: `#/`, `#/register?q=…`, `#/agreements/{a}`, `#/agreements/{a}/items/{i}` or `#/sign-in/{token}`. */
export function routeOf(hash) {
  const [, token] = /^#\/sign-in\/([\w-]+)$/.exec(hash) ?? [];
  if (token) {
    return { view: 'signIn', token };
  }

  const register = /^#\/register(?:\?(.*))?$/.exec(hash);
  if (register) {
    return { view: 'register', search: register[1] ?? '' };
  }

  const [, agreement, item] = /^#\/agreements\/([^/]+)(?:\/items\/([^/]+))?$/.exec(hash) ?? [];
  if (!agreement) {
    return { view: 'today' };
  }

  return item
    ? { view: 'item', agreement: decoded(agreement), item: decoded(item) }
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
