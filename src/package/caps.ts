/** What a file may cost before it is refused. */
export interface Caps {
  readonly entries: number;
  /** Bytes of all parts together, inflated. */
  readonly totalBytes: number;
  /** Bytes of one part, inflated. */
  readonly partBytes: number;
  /** Inflated to compressed size of a part, minded above `ratioFloorBytes` only. */
  readonly ratio: number;
  readonly ratioFloorBytes: number;
  /** Cells of all sheets together, blank ones with a format included. */
  readonly cells: number;
  /** XML elements of a part outside its cells. */
  readonly elements: number;
  readonly names: number;
  /** Signs that shared formulas may make when they are written out cell by cell. */
  readonly sharedFormulas: number;
}

/** Ten times the largest ledger seen, and small enough for a browser tab. */
export const DEFAULT_CAPS: Caps = {
  entries: 2_000,
  totalBytes: 400_000_000,
  partBytes: 250_000_000,
  ratio: 200,
  ratioFloorBytes: 1_000_000,
  cells: 5_000_000,
  elements: 1_000_000,
  names: 65_536,
  sharedFormulas: 50_000_000,
};
