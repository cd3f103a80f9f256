import { handedOver, type TaxSharingLever } from './levers/taxSharing';
import { blankYear, parcelYear, type Projector } from './projectStock';
import { type Codes, type Dimension, DIMENSIONS } from './parcels';
import type { Progress } from './progress';
import { type PassMeter, walkRows } from './walkRows';

/** Land, tax and their quotient: mu, wanYuan, wanYuan per mu. */
export interface StockOutcome {
  readonly landArea: number;
  readonly tax: number;
  readonly taxPerMu: number;
}

/** A group of parcels at the end of the horizon, beside what it would be without the levers. */
export interface GroupOutcome {
  /** The code of the group's column; 0 is none. */
  readonly code: number;
  readonly baseline: StockOutcome;
  readonly scenario: StockOutcome;
}

/** The totals of the last year by every dimension that the ledger has. */
export type GroupTotals = Readonly<Partial<Record<Dimension, readonly GroupOutcome[]>>>;

interface Sums {
  readonly land: Float64Array;
  readonly tax: Float64Array;
}

function sumsFor(codes: Codes, meter: PassMeter, receiver: number): Sums {
  let groups = 1 + receiver;
  for (let row = 0; row < meter.rows; row++) groups = Math.max(groups, 1 + (codes[row] ?? 0));
  return { land: new Float64Array(groups), tax: new Float64Array(groups) };
}

function add(column: Float64Array, index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}

/** Land and tax of the last year by each dimension. What new projects pay is shared between townships as the lever says. */
function* sumsOf(
  projector: Projector,
  sharing: TaxSharingLever | undefined,
  meter: PassMeter,
): Generator<Progress, Map<Dimension, Sums>> {
  const { parcels, values } = projector.plan;
  const sums = new Map<Dimension, Sums>();
  for (const dimension of DIMENSIONS) {
    const codes = parcels.columns[dimension];
    const receiver = dimension === 'township' ? (sharing?.to ?? 0) : 0;
    if (codes) sums.set(dimension, sumsFor(codes, meter, receiver));
  }
  const scratch = blankYear();
  yield* walkRows(meter, 'scenario', (row) => {
    if (parcels.counted[row] !== 1) return;
    const of = parcelYear(projector, row, values.horizon, scratch);
    const land = (1 - of.gone) * (parcels.columns.landArea[row] ?? NaN) + of.entryArea;
    for (const [dimension, { land: lands, tax }] of sums) {
      const code = parcels.columns[dimension]?.[row] ?? 0;
      const shared = dimension === 'township' && sharing ? handedOver(sharing, code, of.entryTax) : 0;
      add(lands, code, land);
      add(tax, code, of.tax + (of.entryTax - shared));
      if (shared > 0 && sharing) add(tax, sharing.to, shared);
    }
  });
  return sums;
}

function outcomeOf(sums: Sums | undefined, code: number): StockOutcome {
  const landArea = sums?.land[code] ?? 0;
  const tax = sums?.tax[code] ?? 0;
  return { landArea, tax, taxPerMu: landArea > 0 ? tax / landArea : NaN };
}

/** The totals of the last year by township, park, industry, path and tier, with the levers and without. */
export function* groupTotals(
  { baseline, scenario }: { readonly baseline: Projector; readonly scenario: Projector },
  sharing: TaxSharingLever | undefined,
  meter: PassMeter,
): Generator<Progress, GroupTotals> {
  const before = yield* sumsOf(baseline, undefined, meter);
  const after = yield* sumsOf(scenario, sharing, meter);
  const entries = [...after].map(([dimension, sums]) => {
    const codes = Array.from(sums.land.keys());
    const outcomes = codes
      .map((code) => ({ code, baseline: outcomeOf(before.get(dimension), code), scenario: outcomeOf(sums, code) }))
      // A township without a parcel may still receive shared tax.
      .filter(({ baseline: own, scenario: then }) => own.landArea > 0 || then.tax !== 0);
    return [dimension, outcomes];
  });
  return Object.fromEntries(entries) as GroupTotals;
}
