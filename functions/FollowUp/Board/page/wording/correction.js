/**
 * What is sent to put an agreement right: no more than what reads otherwise. Nothing where all reads as before.
 * @param {any} agreement as it stands
 * @param {{ title: Record<string, string>, place: string, reason: string, clauses: { id: string, label: string, text: Record<string, string> }[] }} model
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
