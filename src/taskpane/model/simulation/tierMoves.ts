/** A parcel that stands in another tier under one scenario than under another; the tiers count from the lowest. */
export interface TierMove {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The parcels that change tier; one that has left in either is not among them. */
export function movedRows(from: Int8Array, to: Int8Array): readonly TierMove[] {
  const moves: TierMove[] = [];
  for (let row = 0; row < from.length; row++) {
    const [before, after] = [from[row] ?? -1, to[row] ?? -1];
    if (before >= 0 && after >= 0 && before !== after) moves.push({ row, from: before, to: after });
  }
  return moves;
}

/** How many of them stand higher, and how many lower. */
export function countMoves(moves: readonly TierMove[]): { readonly up: number; readonly down: number } {
  const up = moves.filter(({ from, to }) => to > from).length;
  return { up, down: moves.length - up };
}
