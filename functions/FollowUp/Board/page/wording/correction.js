/**
 * @typedef {{ id: string, label: string, text: Record<string, string> }} ClauseWords
 * @typedef {{ title: Record<string, string>, place: string, reason: string, clauses: ClauseWords[] }} Words of an agreement, as a form has them
 */

/** @returns {Words} */
export const asItStands = agreement => ({
  title: { ...agreement.title }, place: agreement.place ?? '', reason: '',
  clauses: (agreement.clauses ?? []).map(({ id, label, text }) => ({ id, label: label ?? '', text: { ...text } })),
});

/**
 * What was typed over what stood there, now that something else may stand there: what was not touched is as it stands.
 * @param {Words} now
 * @param {{ base: Words, mine: Words }} typed
 * @returns {Words}
 */
export function typedOver(now, { base, mine }) {
  const other = (typed, was, is) => (typed === undefined || typed === (was ?? '') ? is : typed);
  const texts = (typed, was, is) => Object.fromEntries(Object.keys({ ...is, ...typed }).map(code => [code, other(typed?.[code], was?.[code], is[code] ?? '')]));
  const clauseIn = (words, { id }) => words.clauses.find(clause => clause.id === id);
  return {
    title: texts(mine.title, base.title, now.title), place: other(mine.place, base.place, now.place), reason: mine.reason,
    clauses: now.clauses.map(clause => {
      const [typed, was] = [clauseIn(mine, clause), clauseIn(base, clause)];
      return { id: clause.id, label: other(typed?.label, was?.label, clause.label), text: texts(typed?.text, was?.text, clause.text) };
    }),
  };
}

/**
 * What is sent to put an agreement right: no more than what reads otherwise. Nothing where all reads as before.
 * @param {any} agreement as it stands
 * @param {Words} model
 * @returns {{ body: any, places: number[] }} `places` says which clauses of the form were sent, in their order
 */
export function correctionOf(agreement, { title, place, reason, clauses }) {
  const others = clauses.map((clause, n) => ({ clause, n, was: agreement.clauses[n] }))
    .map(({ clause, n, was }) => ({ n, id: clause.id, label: changed(clause.label, was.label), text: changedTexts(clause.text, was.text) }))
    .filter(({ label, text }) => label || text);
  const titles = changedTexts(title, agreement.title);
  const newPlace = changed(place, agreement.place);
  if (!titles && !newPlace && others.length === 0) {
    return { body: null, places: [] };
  }

  return {
    places: others.map(({ n }) => n),
    body: {
      by: agreement.coordinator,
      ...(titles && { title: titles }),
      ...(newPlace && { place: newPlace }),
      ...(others.length > 0 && { clauses: others.map(({ id, label, text }) => ({ id, ...(label && { label }), ...(text && { text }) })) }),
      ...(reason.trim() && { reason: reason.trim() }),
    },
  };
}

/** What was emptied stays as it is: an agreement without words is none. */
const changed = (now, was) => (now.trim() && now.trim() !== (was ?? '') ? now.trim() : undefined);

function changedTexts(now, was) {
  const others = Object.entries(now).map(([code, text]) => [code, changed(text, was?.[code])]).filter(([, text]) => text);
  return others.length > 0 ? Object.fromEntries(others) : undefined;
}
