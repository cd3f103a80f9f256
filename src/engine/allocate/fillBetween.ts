/** The least and the most of each share. */
export interface ShareBounds {
  readonly least: readonly number[];
  readonly most: readonly number[];
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);

/**
 * Splits a total by proportions (together 1), each share within its bounds: what is over the caps or short of the floors is made up
 * by the others in proportion, until it settles. Where the bounds leave no way, the shares end at the bounds that are nearest.
 */
export function fillBetween(total: number, proportions: readonly number[], { least, most }: ShareBounds): number[] {
  const fixed = new Map<number, number>();
  let shares = proportions.map((part) => total * part);
  for (;;) {
    const over = shares.map((share, index) => Math.max(0, share - (most[index] ?? 0)));
    const short = shares.map((share, index) => Math.max(0, (least[index] ?? 0) - share));
    if (sumOf(over) + sumOf(short) === 0) return spreadRest(total, shares, most);
    // Fixing only the heavier side keeps the others' turn open: the fixed ones never have to be let go again.
    const isOver = sumOf(over) >= sumOf(short);
    (isOver ? over : short).forEach((amount, index) => {
      if (amount > 0) fixed.set(index, (isOver ? most : least)[index] ?? 0);
    });
    shares = refilled(total, shares, fixed);
  }
}

function refilled(total: number, shares: readonly number[], fixed: ReadonlyMap<number, number>): number[] {
  const rest = total - sumOf([...fixed.values()]);
  const open = sumOf(shares.filter((_, index) => !fixed.has(index)));
  return shares.map((share, index) => fixed.get(index) ?? (open > 0 ? Math.max(0, (rest * share) / open) : 0));
}

/** Those without any weight take what all others cannot, in proportion to their room. */
function spreadRest(total: number, shares: readonly number[], most: readonly number[]): number[] {
  const rest = total - sumOf(shares);
  const room = shares.map((share, index) => Math.max(0, (most[index] ?? 0) - share));
  const all = sumOf(room);
  if (!(rest > 1e-9 * total) || all === 0) return [...shares];
  return shares.map((share, index) => share + (Math.min(rest, all) * (room[index] ?? 0)) / all);
}
