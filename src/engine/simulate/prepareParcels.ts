import type { AssumptionValues } from './assumption';
import { floorAreaOf } from './equations';
import type { NoticeTally } from './notice';
import type { ParcelColumns } from './parcels';
import type { Progress } from './progress';
import { type PassMeter, walkRows } from './walkRows';

/** The parcels after the guards of model.md section 4: what counts, and what is known of its buildings (NaN unknown). */
export interface PreparedParcels {
  readonly columns: ParcelColumns;
  readonly rows: number;
  /** 1 where the parcel is in the totals: its area is positive and its tax known. */
  readonly counted: Uint8Array;
  /** The ledger's plot ratio, else floor area over land area. */
  readonly plotRatio: Float64Array;
  /** m2, from the plot ratio, else the ledger's floor area. */
  readonly floorArea: Float64Array;
  readonly squareMetresPerMu: number;
}

/** A cell of an optional column; NaN where there is none. Infinity is no reading either. */
export function cellOf(column: ArrayLike<number> | undefined, row: number): number {
  const value = column?.[row] ?? NaN;
  return Number.isFinite(value) ? value : NaN;
}

/** Whether a parcel is in the totals; says why where it is not. */
function countParcel(columns: ParcelColumns, row: number, tally: NoticeTally): boolean {
  const landArea = cellOf(columns.landArea, row);
  const taxPaid = cellOf(columns.taxPaid, row);
  if (Number.isNaN(landArea)) tally.add('landAreaMissing', row);
  else if (landArea <= 0) tally.add('landAreaNotPositive', row);
  else if (Number.isNaN(taxPaid)) tally.add('taxPaidMissing', row);
  else {
    if (taxPaid < 0) tally.add('negativeTax', row);
    return true;
  }
  return false;
}

/** Reads the columns once: which parcels count, and their plot ratio and floor area. */
export function* prepareParcels(
  columns: ParcelColumns,
  values: AssumptionValues,
  { meter, tally }: { readonly meter: PassMeter; readonly tally: NoticeTally },
): Generator<Progress, PreparedParcels> {
  const rows = columns.landArea.length;
  const counted = new Uint8Array(rows);
  const plotRatio = new Float64Array(rows).fill(NaN);
  const floorArea = new Float64Array(rows).fill(NaN);
  yield* walkRows(meter, 'reading', (row) => {
    if (!countParcel(columns, row, tally)) return;
    counted[row] = 1;
    const landArea = cellOf(columns.landArea, row);
    const ownRatio = cellOf(columns.plotRatio, row);
    const ownFloor = cellOf(columns.floorArea, row);
    const fromRatio = floorAreaOf(landArea, ownRatio, values);
    if (Number.isNaN(ownRatio) && !Number.isNaN(ownFloor)) tally.add('plotRatioFromFloorArea', row);
    plotRatio[row] = Number.isNaN(ownRatio) ? ownFloor / (landArea * values.squareMetresPerMu) : ownRatio;
    floorArea[row] = Number.isNaN(fromRatio) ? ownFloor : fromRatio;
  });
  const { squareMetresPerMu } = values;
  return { columns, rows, counted, plotRatio, floorArea, squareMetresPerMu };
}
