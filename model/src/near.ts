/** Names that were meant: what a mend proposes instead of a wrong one. */

/** Insertions, deletions, changes and swaps of neighbours between two words. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], index: number): number {
  const value = row[index];
  if (value === undefined) throw new Error(`row has no column ${index}`);
  return value;
}

/** The nearest of the known names, when it is near enough to be what was meant. */
export function nearest(name: string, known: readonly string[]): string | null {
  // Nobody means a name by a page of text, and the distance costs the product of the lengths.
  if (name.length > 100) return null;
  const limit = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
  const longer = known.filter((candidate) => name.length >= 3 && candidate.startsWith(name));
  if (longer.length === 1) return longer[0] ?? null;
  let best: { name: string; distance: number } | null = null;
  for (const candidate of known) {
    // No word is nearer than the difference of the lengths.
    if (Math.abs(candidate.length - name.length) > limit) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { name: candidate, distance };
    }
  }
  return best?.name ?? null;
}

/** `write 'orders-db'; known: catalog, orders-db`: twelve names at most. */
export function mendName(name: string, known: readonly string[], what = 'known'): string {
  const near = nearest(name, known);
  const list = listNames(known);
  if (list === '') return `add one first: there is none`;
  return near === null ? `use one of these: ${list}` : `write '${near}'; ${what}: ${list}`;
}

export function listNames(names: readonly string[], most = 12): string {
  const shown = [...names].sort().slice(0, most).join(', ');
  return names.length > most ? `${shown} and ${names.length - most} more` : shown;
}
