/**
 * An item's life as one story: what was, from journal and ledger, and what will be said, from the timetable.
 * Rows of the ledger that differ only in whom they went to are one letter of the story; what the journal says about each is
 * its proof.
 */
export function historyOf({ journal, ledger, timetable }) {
  const events = journal.filter(entry => !isNotice(entry)).map(entry => ({ kind: 'event', moment: entry.at, entry }));
  const begin = journal[0]?.at ?? '';
  const said = letters(ledger.filter(row => isOver(row.state)), row => later(row.at ?? row.planned, begin), proofs(journal));
  const coming = letters(timetable.lines.filter(line => !isOver(line.state)), line => line.dueAt ?? line.planned, new Map());

  return {
    now: timetable.now,
    past: [...events, ...said].sort(byMoment),
    future: coming.sort(byMoment),
  };
}

const isOver = state => !['expected', 'planned'].includes(state);

const nameOf = ({ state, ladder, rung, occurrence, to }) => [state, ladder, rung, occurrence, to].join(' ');

const isNotice = entry => entry.event === 'notice';

/** The journal names a notice as it is named here; those of the same name come in the order in which they were sent. */
function proofs(journal) {
  const found = new Map();
  for (const entry of journal.filter(isNotice)) {
    const name = entry.said ? nameOf(entry.said.args) : '';
    found.set(name, [...(found.get(name) ?? []), entry]);
  }

  return found;
}

function letters(rows, momentOf, proofs) {
  const found = new Map();
  for (const row of rows) {
    const moment = momentOf(row);
    const id = [row.ladder, row.rung, row.occurrence ?? 0, row.state, Date.parse(moment), row.why ?? '', row.explanation ?? '', row.trace ?? ''].join('|');
    const letter = found.get(id) ?? { kind: 'letter', moment, row, recipients: [], entries: [] };
    const to = row.sentTo ?? row.to;
    letter.recipients.push({ to, role: row.role, instead: to !== row.to ? row.to : null, address: row.address, messageId: row.messageId });
    const proof = proofs.get(nameOf(row))?.shift();
    letter.entries.push(...(proof ? [proof] : []));
    found.set(id, letter);
  }

  return [...found.values()];
}

// Instants come with different offsets, so they are compared as instants and never as text.
const later = (one, other) => (other && Date.parse(one) < Date.parse(other) ? other : one);

const byMoment = (one, other) => Date.parse(one.moment) - Date.parse(other.moment)
  || (seqOf(one) ?? Infinity) - (seqOf(other) ?? Infinity) || 0;

const seqOf = happening => (happening.entry ?? happening.entries[0])?.seq;
