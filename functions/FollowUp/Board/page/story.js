/**
 * An item's life as one story: what was, from journal and ledger, and what will be said, from the timetable.
 * Rows of the ledger that differ only in whom they went to are one letter of the story.
 */
export function story({ journal, ledger, timetable }) {
  const events = journal.map(entry => ({ kind: 'event', moment: entry.at, entry }));
  const begin = journal[0]?.at ?? '';
  const said = letters(ledger.filter(row => isOver(row.state)), row => later(row.at ?? row.planned, begin));
  const coming = letters(timetable.lines.filter(line => !isOver(line.state)), line => line.planned);

  return {
    now: timetable.now,
    past: [...events, ...said].sort(byMoment),
    future: coming.sort(byMoment),
  };
}

const isOver = state => !['expected', 'planned'].includes(state);

function letters(rows, momentOf) {
  const found = new Map();
  for (const row of rows) {
    const moment = momentOf(row);
    const id = [row.ladder, row.rung, row.occurrence ?? 0, row.state, Date.parse(moment), row.why ?? '', row.explanation ?? ''].join('|');
    const letter = found.get(id) ?? { kind: 'letter', moment, row, recipients: [] };
    letter.recipients.push({ to: row.sentTo ?? row.to, role: row.role, instead: row.sentTo && row.sentTo !== row.to ? row.to : null });
    found.set(id, letter);
  }

  return [...found.values()];
}

// Instants come with different offsets, so they are compared as instants and never as text.
const later = (one, other) => (other && Date.parse(one) < Date.parse(other) ? other : one);

const byMoment = (one, other) => Date.parse(one.moment) - Date.parse(other.moment)
  || (one.entry?.seq ?? Infinity) - (other.entry?.seq ?? Infinity) || 0;
