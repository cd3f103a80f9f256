/** Codes of a dictionary, one a row; 0 is no word. */
export type Codes = Uint32Array | Uint16Array | Uint8Array;

/** What the totals can be broken down by. */
export const DIMENSIONS = ['township', 'park', 'industry', 'path', 'tier'] as const;

/** One of the break-downs. */
export type Dimension = (typeof DIMENSIONS)[number];

/**
 * The parcels as columns of equal length, one row a parcel. NaN is missing; a column left out is missing in every row.
 * landArea in mu, taxPaid in wanYuan a year, floors in m2, electricity in kWh and water in tonnes a year; yes/no columns
 * hold 1, 0 or NaN.
 */
export interface ParcelColumns extends Readonly<Partial<Record<Dimension, Codes>>> {
  readonly landArea: Float64Array;
  readonly taxPaid: Float64Array;
  readonly plotRatio?: Float64Array;
  readonly plannedPlotRatio?: Float64Array;
  readonly floorArea?: Float64Array;
  readonly industrialFloorArea?: Float64Array;
  /** Share of the land that is green, 0..1. */
  readonly greenRatio?: Float64Array;
  readonly isIndustrialCarrier?: Float64Array;
  readonly useUnchanged?: Float64Array;
  readonly inefficient?: Float64Array;
  /** 1 to 4 for A to D, 0 for none. */
  readonly grade?: Uint8Array;
  readonly electricity?: Float64Array;
  readonly water?: Float64Array;
  /** Row numbers of the ledger, for findings. Left out: 1, 2, 3 ... */
  readonly rowNumbers?: Uint32Array | Float64Array;
}

/** Whether a column says something of at least one parcel. */
export function isGiven(parcels: ParcelColumns, column: keyof ParcelColumns): boolean {
  const cells = parcels[column];
  if (!cells) return false;
  const isCode = !(cells instanceof Float64Array);
  return cells.some((cell: number) => (isCode ? cell !== 0 : !Number.isNaN(cell)));
}
