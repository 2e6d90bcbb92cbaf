/** One possible pairing of a row of the problem with a target, and what it is worth. */
export interface Pairing {
  readonly target: number;
  /** A positive integer: with fractions, rounding could make an improvement out of nothing. */
  readonly weight: number;
}

/**
 * Pairs rows with targets, each at most once, so that the sum of the weights is the largest possible.
 * Grows an optimal pairing row by row along the best alternating path; quick when rows have few targets.
 *
 * @param pairings For each row its possible targets.
 * @returns For each row its target, or null.
 */
export function assign(pairings: readonly (readonly Pairing[])[]): readonly (number | null)[] {
  const targetOf: (Pairing | null)[] = pairings.map(() => null);
  const rowOf = new Map<number, number>();
  for (let row = 0; row < pairings.length; row += 1) addRow(row, pairings, targetOf, rowOf);
  return targetOf.map((pairing) => pairing?.target ?? null);
}

interface Reach {
  /** What is won along the path that ends with giving this target away. */
  readonly gain: number;
  readonly pairing: Pairing;
  readonly row: number;
}

function addRow(
  first: number,
  pairings: readonly (readonly Pairing[])[],
  targetOf: (Pairing | null)[],
  rowOf: Map<number, number>,
): void {
  const reached = new Map<number, Reach>();
  const waiting = [first];
  const gainOf = new Map([[first, 0]]);
  let best: { readonly gain: number; readonly end: Reach | null } = { gain: 0, end: null };
  for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
    const before = gainOf.get(row) ?? 0;
    for (const pairing of pairings[row] ?? []) {
      if (pairing === targetOf[row]) continue;
      const gain = before + pairing.weight;
      if (gain <= (reached.get(pairing.target)?.gain ?? 0)) continue;
      const reach = { gain, pairing, row };
      reached.set(pairing.target, reach);
      const holder = rowOf.get(pairing.target);
      const left = holder === undefined ? gain : gain - (targetOf[holder]?.weight ?? 0);
      if (left > best.gain) best = { gain: left, end: reach };
      if (holder === undefined || holder === first) continue;
      gainOf.set(holder, left);
      if (!waiting.includes(holder)) waiting.push(holder);
    }
  }
  if (best.end !== null) shift(best.end, first, reached, targetOf, rowOf);
}

/** Gives each target on the path to the row that reached it; the row that held the last one is left without. */
function shift(
  end: Reach,
  first: number,
  reached: ReadonlyMap<number, Reach>,
  targetOf: (Pairing | null)[],
  rowOf: Map<number, number>,
): void {
  const loser = rowOf.get(end.pairing.target);
  if (loser !== undefined) targetOf[loser] = null;
  for (let reach: Reach | undefined = end; reach !== undefined;) {
    const given: Pairing | null = targetOf[reach.row] ?? null;
    targetOf[reach.row] = reach.pairing;
    rowOf.set(reach.pairing.target, reach.row);
    reach = reach.row === first || given === null ? undefined : reached.get(given.target);
  }
}
