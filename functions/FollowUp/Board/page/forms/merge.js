/*
 * Two changed the same thing. What only one of them changed stays changed; lists are merged thing by thing, so that only what both
 * changed otherwise is left to be decided: there mine stays, and theirs is told.
 */

/** By what the things of a list are known again. */
const names = {
  absences: ({ from, to, substitute }) => `${from} ${to} ${substitute ?? ''}`,
  holidays: ({ date }) => date,
  workingDays: ({ date }) => date,
  ladders: ({ ladder }) => ladder,
  rungs: ({ id }) => id,
};

/** What of a thing is a list of the same kind. */
const within = { ladders: 'rungs' };

/**
 * @param {Record<string, any>} base what both began with
 * @param {Record<string, any>} mine
 * @param {Record<string, any>} theirs
 * @returns {{ merged: Record<string, any>, theirs: string[], both: { key: string, at?: string[][] }[] }} which fields have something of
 *   theirs, and in which both changed the same; of a list, `at` says where
 */
export function merge(base, mine, theirs) {
  /** @type {Record<string, any>} */
  const merged = { ...mine, revision: theirs.revision };
  const taken = [];
  const both = [];
  for (const key of new Set([...Object.keys(base), ...Object.keys(theirs)])) {
    if (key === 'revision' || isSame(theirs[key], base[key]) || isSame(theirs[key], mine[key])) {
      continue;
    }

    const lists = isSame(mine[key], base[key]) ? null : listsOf(key, base[key], mine[key], theirs[key]);
    const list = lists && mergeList(key, lists);
    if (!list) {
      isSame(mine[key], base[key]) ? taken.push(key) : both.push({ key });
      merged[key] = isSame(mine[key], base[key]) ? theirs[key] : mine[key];
      continue;
    }

    merged[key] = list.merged;
    list.hasTheirs && taken.push(key);
    list.both.length > 0 && both.push({ key, at: list.both });
  }

  return { merged, theirs: taken, both };
}

/** What stands at some places of a list, and of the things there no more than that. */
export function onlyAt(key, list, at) {
  const name = names[key];
  return !at || !name ? list : (list ?? []).flatMap(one => {
    const here = at.filter(([first]) => first === name(one));
    const deeper = here.filter(path => path.length > 1).map(path => path.slice(1));
    const nested = within[key];
    return here.length === 0 ? [] : [deeper.length > 0 ? { ...one, [nested]: onlyAt(nested, one[nested], deeper) } : one];
  });
}

/** Null where the things cannot be told apart: then the list counts as a whole. */
function listsOf(key, ...lists) {
  const name = names[key];
  const found = lists.map(list => (name && Array.isArray(list) ? new Map(list.map(one => [name(one), one])) : null));
  return found.every((known, place) => known?.size === lists[place]?.length) ? /** @type {Map<string, any>[]} */ (found) : null;
}

/** @param {Map<string, any>[]} lists */
function mergeList(key, lists) {
  const [base, mine, theirs] = lists;
  const kept = new Map(mine);
  const both = [];
  let hasTheirs = false;
  for (const name of new Set([...base.keys(), ...theirs.keys()])) {
    const [was, ours, other] = [base.get(name), mine.get(name), theirs.get(name)];
    if (isSame(other, was) || isSame(other, ours)) {
      continue;
    }

    if (isSame(ours, was)) {
      other === undefined ? kept.delete(name) : kept.set(name, other);
      hasTheirs = true;
      continue;
    }

    const nested = within[key];
    const deeperLists = nested && ours && other && listsOf(nested, was?.[nested] ?? [], ours[nested], other[nested]);
    const deeper = deeperLists && mergeList(nested, deeperLists);
    if (deeper) {
      kept.set(name, { ...ours, [nested]: deeper.merged });
      hasTheirs ||= deeper.hasTheirs;
    }

    both.push(...(deeper ? deeper.both.map(path => [name, ...path]) : [[name]]));
  }

  return { merged: ordered(kept, mine, theirs), hasTheirs, both };
}

/** What is theirs alone stands behind what it stands behind there. */
function ordered(kept, mine, theirs) {
  const order = [...mine.keys()].filter(name => kept.has(name));
  const before = [...theirs.keys()];
  before.forEach((name, place) => {
    if (kept.has(name) && !order.includes(name)) {
      order.splice(order.indexOf(before[place - 1]) + 1, 0, name);
    }
  });
  return order.map(name => kept.get(name));
}

/** Whatever order the fields of a thing are in. */
const isSame = (one, other) => textOf(one) === textOf(other);

const textOf = value => JSON.stringify(value ?? null, (_, part) =>
  (part && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([one], [two]) => (one < two ? -1 : 1))) : part));
