import { read, Refused } from '../shell/api.js';
import { language } from '../text/i18n.js';
import { People } from '../people/people.js';
import { callOf, queryOf, withoutRefused } from './list-query.js';
import { KnownItems, Pages, pagesOf } from './pages.js';
import { sections } from '../item/item-state.js';

const movesSize = 60; // steps that are named at once; the figures beside the names count all

/** What stands around every list: counts of all that one sees, and names. */
async function around(options) {
  const [overview, people] = await Promise.all([read(callOf('overview', options)), People.read()]);
  const known = new KnownItems();
  return {
    options, overview, people, known, find: known.find, agreements: titlesOf(overview),
    // The service's clock rules: it may be driven, and a visitor's may be wrong.
    now: overview.now,
  };
}

/**
 * What waits for a decision, and the first items of each section. Closed ones are read when somebody opens them.
 * @param {any} [before] what was read before: as much of each list is read again
 */
export async function loadToday(before) {
  const looked = section => before?.lists.get(section);
  const data = await around({});
  const lists = new Map(sections.map(section => [section, new Pages({ section }, data.known)]));
  const moves = new Pages({ awaits: '*', sort: 'urgency' }, data.known, movesSize);
  const filled = data.overview.sections.filter(({ section, count }) => count > 0 && (section !== 'closed' || looked(section)?.isRead));
  await Promise.all([...filled.map(({ section }) => lists.get(section)?.read(looked(section)?.items.length)), data.overview.waits.length > 0 && moves.read()]);
  return { ...data, lists, moves };
}

/** One agreement with all its items: it has five hundred at most. */
export async function loadAgreement(agreement) {
  const [head, data] = await Promise.all([read(`agreements/${encodeURIComponent(agreement)}`), around({ agreement })]);
  const all = await new Pages({ agreement, sort: 'urgency' }, data.known).readAll();
  return {
    ...data, agreement: head, items: all.items, moves: pagesOf(all.items),
    lists: new Map(sections.map(section => [section, pagesOf(all.items.filter(item => item.section === section))])),
  };
}

/**
 * The register as somebody looks through it.
 * @param {{ search: string }} route
 * @param {number} [atLeast] how much of it was looked at before
 */
export async function loadRegister({ search }, atLeast) {
  const [data, accepted] = await Promise.all([around({}), loadAccepted(queryOf(search), atLeast)]);
  return { ...data, ...accepted };
}

/** An address is typed, or comes from elsewhere: what the service does not take of it is left out, and said. */
async function loadAccepted(asked, atLeast) {
  try {
    return { query: asked, found: await loadFound(asked, atLeast), ignored: [] };
  } catch (failure) {
    const refused = failure instanceof Refused ? (failure.problem.errors ?? []).map(({ pointer }) => pointer.slice(1)) : [];
    const { query, ignored } = withoutRefused(asked, refused);
    if (ignored.length === 0) {
      throw failure;
    }

    const rest = await loadAccepted(query, atLeast);
    return { ...rest, ignored: [...ignored, ...rest.ignored] };
  }
}

/** What a search finds: how many stand where, and the first of them. */
export async function loadFound(query, atLeast = 0) {
  const { sort, ...filter } = query;
  const known = new KnownItems();
  const pages = new Pages({ ...query, sort: sort ?? 'urgency', language: language() }, known);
  // Which section is asked for leaves the others counted, so that one sees where else there is something.
  const { section, ...others } = filter;
  const [overview] = await Promise.all([read(callOf('overview', others)), pages.read(atLeast)]);
  const count = section ? overview.sections.find(one => one.section === section).count : overview.items;
  return { overview, pages, find: known.find, count };
}

const titlesOf = overview => new Map(overview.agreements.map(agreement => [agreement.id, agreement]));
