/**
 * Two changed the same thing. What only one of them changed stays changed; where both did, mine stays and theirs is told.
 * @param {Record<string, any>} base what both began with
 * @param {Record<string, any>} mine
 * @param {Record<string, any>} theirs
 * @returns {{ merged: Record<string, any>, theirs: string[], both: string[] }} and which fields they changed, alone or as I did
 */
export function merge(base, mine, theirs) {
  const changed = (one, key) => JSON.stringify(one[key] ?? null) !== JSON.stringify(base[key] ?? null);
  const keys = [...new Set([...Object.keys(base), ...Object.keys(theirs)])].filter(key => key !== 'revision' && changed(theirs, key));
  const both = keys.filter(key => changed(mine, key) && JSON.stringify(mine[key]) !== JSON.stringify(theirs[key]));
  const alone = keys.filter(key => !changed(mine, key));
  return { merged: { ...mine, ...Object.fromEntries(alone.map(key => [key, theirs[key]])), revision: theirs.revision }, theirs: alone, both };
}
