import { type ParkBalance, type PlotRatioLever, wantedRatio } from './levers/plotRatio';
import type { NoticeTally } from './notice';
import { type DisposalPlan, NOT_IN_HORIZON } from './planDisposal';
import { cellOf, type PreparedParcels } from './prepareParcels';
import type { Progress } from './progress';
import { type PassMeter, walkRows } from './walkRows';

/** The row is in no balanced park: its own limit holds. */
export const NO_BALANCE = -1;

/** The limit that the balance of a whole park gives each of its parcels. */
export interface ParkLimits {
  /** The greatest plot ratio of a parcel, or NO_BALANCE. */
  readonly limitOf: (row: number) => number;
}

/** No park is balanced as a whole. */
export const OWN_LIMITS: ParkLimits = { limitOf: () => NO_BALANCE };

interface ParkSums {
  area: number;
  floors: number;
  /** Plot ratio x area that the lever would add. */
  wanted: number;
  green: number;
  greenKnown: boolean;
}

/** What the balance is computed with. */
export interface Balancing {
  readonly tally: NoticeTally;
  readonly meter: PassMeter;
  readonly disposal: DisposalPlan;
}

/** The rise of plot ratio that the lever asks of a parcel, 0 where it asks none. */
function riseOf(parcels: PreparedParcels, lever: PlotRatioLever, row: number, disposal: DisposalPlan): number {
  if (lever.eligible && lever.eligible[row] !== 1) return 0;
  if (disposal.yearOfRow[row] !== NOT_IN_HORIZON) return 0;
  const current = parcels.plotRatio[row] ?? NaN;
  const rise = wantedRatio(lever, current) - current;
  return rise > 0 && current > 0 ? rise : 0;
}

function addParcel(sums: ParkSums, parcels: PreparedParcels, row: number, rise: number): void {
  const area = cellOf(parcels.columns.landArea, row);
  const green = cellOf(parcels.columns.greenRatio, row);
  const ratio = parcels.plotRatio[row] ?? NaN;
  sums.area += area;
  sums.floors += Number.isNaN(ratio) ? 0 : area * ratio;
  sums.wanted += area * rise;
  sums.green += area * green;
  sums.greenKnown &&= !Number.isNaN(green);
}

/** The part of the wanted rises that fits under the park's ratio, or undefined where its green does not suffice or is not known. */
function partThatFits(sums: ParkSums, balance: ParkBalance): number | undefined {
  if (balance.greenRatio > 0 && !(sums.greenKnown && sums.green >= balance.greenRatio * sums.area)) return undefined;
  const room = Math.max(0, balance.plotRatio * sums.area - sums.floors);
  return sums.wanted > 0 ? Math.min(1, room / sums.wanted) : 0;
}

/**
 * Balances the plot ratio over whole parks (园区统筹平衡): each wanted rise is scaled alike, so that the park as a whole
 * stays at its ratio, whatever the parcels' own limits; a park short of green keeps the parcels' limits, and is told.
 */
export function* balanceParks(
  parcels: PreparedParcels,
  lever: PlotRatioLever,
  balance: ParkBalance,
  { tally, meter, disposal }: Balancing,
): Generator<Progress, ParkLimits> {
  const { park } = parcels.columns;
  const byPark = new Map<number, ParkSums>();
  yield* walkRows(meter, 'planning', (row) => {
    const code = park?.[row] ?? 0;
    if (code === 0 || parcels.counted[row] !== 1) return;
    const sums = byPark.get(code) ?? { area: 0, floors: 0, wanted: 0, green: 0, greenKnown: true };
    byPark.set(code, sums);
    addParcel(sums, parcels, row, riseOf(parcels, lever, row, disposal));
  });
  const parts = new Map([...byPark].map(([code, sums]) => [code, partThatFits(sums, balance)]));
  const limitOf = (row: number) => {
    const code = park?.[row] ?? 0;
    if (code === 0 || !parts.has(code)) return NO_BALANCE;
    const part = parts.get(code);
    const current = parcels.plotRatio[row] ?? NaN;
    if (part === undefined) tally.add('parkShortOfGreen', row);
    return part === undefined ? NO_BALANCE : current + part * riseOf(parcels, lever, row, disposal);
  };
  return { limitOf };
}
