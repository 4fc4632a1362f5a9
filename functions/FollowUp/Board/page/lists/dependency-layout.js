/**
 * Where the items of an agreement stand in a picture of what waits for what: each to the right of all that it waits for. Items that wait
 * for none, and for which none waits, are left out.
 * @param {{ id: string, dependsOn?: string[] }[]} items
 */
export function layoutOf(items) {
  const byId = new Map(items.map(item => [item.id, item]));
  const edges = items.flatMap(item => (item.dependsOn ?? []).filter(id => byId.has(id)).map(from => ({ from, to: item.id })));
  const linked = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const columns = columnsOf([...linked], edges);
  const rows = [];
  const places = new Map();
  for (const id of order([...linked], columns, edges)) {
    const column = columns.get(id) ?? 0;
    const row = rows[column] ?? 0;
    rows[column] = row + 1;
    places.set(id, { column, row });
  }

  return { places, edges, columns: rows.length, rows: Math.max(0, ...rows) };
}

/** The longest way to each from where nothing is waited for; the service lets nothing wait for itself. */
function columnsOf(ids, edges) {
  const columns = new Map(ids.map(id => [id, 0]));
  for (let round = 0, moved = true; moved && round < ids.length; round++) {
    moved = false;
    for (const { from, to } of edges) {
      const after = (columns.get(from) ?? 0) + 1;
      if (after > (columns.get(to) ?? 0)) {
        columns.set(to, after);
        moved = true;
      }
    }
  }

  return columns;
}

/** From column to column, each near the middle of what it waits for, so that few lines cross. */
function order(ids, columns, edges) {
  const at = new Map();
  const sorted = [];
  for (let column = 0; sorted.length < ids.length; column++) {
    const middle = id => {
      const before = edges.filter(edge => edge.to === id).map(edge => at.get(edge.from) ?? 0);
      return before.length === 0 ? 0 : before.reduce((sum, one) => sum + one, 0) / before.length;
    };
    const here = ids.filter(id => columns.get(id) === column).sort((one, other) => middle(one) - middle(other));
    here.forEach((id, row) => at.set(id, row));
    sorted.push(...here);
  }

  return sorted;
}
