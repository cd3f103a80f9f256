import { numberAt } from '../../../engine/column/index';
import { assumptionValues, floorAreaOf } from '../../../engine/simulate/index';
import {
  disposalProblem,
  doneShareByQuarter,
  QUARTER_SHARES,
  splitByTownship,
  wholeUnits,
  type Allocation,
  type StockRow,
} from '../../../engine/allocate/index';
import type { Assessment } from '../verdict/assessment';
import type { PaneState } from '../../state/paneState';
import { codesOf, parcelLimits } from './parcelLimits';
import { needsOf, splitRule, targetInForce } from './splitTarget';
import { targetProposals } from './targetProposals';
import { targetStock, type TargetStock } from './targetStock';
import type { ParcelQuestion, TargetAllocation, TargetSettings } from '../../state/targetState';

/** Draws of when each parcel is done, and their seed: the same question has the same answer. */
export const SLIP_DRAWS = { chance: 0.8, seed: 20_240_101, draws: 1000 } as const;

/** The question under the settings, for the target or a multiple of it; undefined without ledger, policy or target. */
export function parcelQuestion(state: PaneState, thisYear: number, multiple = 1): ParcelQuestion | undefined {
  const assessment = state.understanding?.assessment;
  const stock = targetStock(state, thisYear);
  if (!stock || !assessment) return undefined;
  const settings: TargetSettings = { ...state.targets.settings, year: stock.year };
  const total = multiple * targetInForce(settings, targetProposals(assessment, stock.area)).area;
  const townships = stock.townships.filter(({ name }) => name !== '');
  if (!(total > 0) || townships.length === 0) return undefined;
  const names = townships.map(({ name }) => name);
  const done = townships.map((township) => township.done);
  const rows = stock.rows.filter(isOpenParcel(names));
  const { parcels } = settings;
  const values = assumptionValues(state.simulation.scenario.assumptions);
  const left = total - done.reduce((sum, own) => sum + own, 0);
  const clusters = codesOf(rows.map(({ cluster }) => cluster));
  const problem = disposalProblem({
    ...splitColumns(assessment, rows, names),
    target: Math.max(0, left),
    quarters: QUARTER_SHARES,
    mostShare: settings.mostShare / 100,
    ...townshipBounds(stock, settings, { total, done, rows, names }),
    ...parcelLimits(rows, { parcels, clusters: clusters.codes }),
    objective: parcels.objective,
    values,
  });
  const doneShare = doneShareByQuarter(values.disposalOnTime, QUARTER_SHARES.length);
  const chance = { doneShare, ...SLIP_DRAWS };
  const asked = { problem, rows, names, clusters: clusters.names, done, total, settings, assessment };
  return parcels.eightInTen ? { ...asked, chance } : asked;
}

/** Parcels on the list that are not closed out, with a township and an area. */
export function isOpenParcel(names: readonly string[]): (row: StockRow) => boolean {
  return ({ counted, closing, township, area }) =>
    counted === true && closing.kind !== 'day' && names.includes(township) && area > 0;
}

/** What a choice of parcels looks at: 亩, 万元 of tax, ㎡ of buildings, and the township by its place among names, from 1. */
export function splitColumns(assessment: Assessment, rows: readonly StockRow[], names: readonly string[]) {
  return {
    area: Float64Array.from(rows, ({ area }) => area),
    taxPaid: Float64Array.from(rows, ({ tax }) => tax),
    floorArea: Float64Array.from(rows, ({ row, area }) => floorsAt(assessment, row, area)),
    township: Uint16Array.from(rows, ({ township }) => names.indexOf(township) + 1),
  };
}

/** ㎡ of buildings: the ledger's own, else from the plot ratio; NaN where neither is known. */
function floorsAt({ whole }: Assessment, row: number, area: number): number {
  const own = numberAt(whole, 'floorArea', row);
  return Number.isNaN(own) ? floorAreaOf(area, numberAt(whole, 'plotRatio', row), assumptionValues()) : own;
}

interface FloorInput {
  readonly total: number;
  readonly done: readonly number[];
  readonly rows: readonly StockRow[];
  readonly names: readonly string[];
}

/**
 * 亩 that each township is still to reach: what was typed for it, else a part of its share by weights, no more than it has left; and
 * what it may have at most.
 */
export function townshipBounds(
  stock: TargetStock,
  settings: TargetSettings,
  { total, done, rows, names }: FloorInput,
): { readonly floors: number[]; readonly caps: number[] } {
  const { whole } = splitByTownship(total, needsOf(stock), splitRule(settings));
  const { leastPart, bounds } = settings.parcels;
  const left = (name: string) => rows.reduce((sum, row) => sum + (row.township === name ? row.area : 0), 0);
  const still = (index: number, of: number) => Math.max(0, of - (done[index] ?? 0));
  return {
    floors: names.map((name, index) => {
      const own = bounds[name]?.least;
      // What was typed is meant: more than there is becomes a conflict that is told.
      if (own !== undefined) return still(index, own);
      return Math.min(still(index, ((whole[index] ?? 0) * leastPart) / 100), left(name));
    }),
    caps: names.map((name, index) => still(index, bounds[name]?.most ?? Infinity)),
  };
}

/** An allocation of parcels as a split over townships: whole parcels go a little beyond the target, the shares add up to it. */
export function parcelSplit(question: ParcelQuestion, allocation: Allocation, gap: number): TargetAllocation {
  const { problem, rows, names, done, total, settings, assessment } = question;
  const plan = rows.flatMap(({ row }, parcel) => {
    const quarter = allocation.period[parcel] ?? -1;
    return quarter < 0 ? [] : [{ row, quarter, cost: problem.parcels.measures[0]?.cost[parcel] ?? NaN }];
  });
  const taken = names.map((name, index) => {
    const areas = rows.map((row, parcel) =>
      (allocation.period[parcel] ?? -1) >= 0 && row.township === name ? row.area : 0,
    );
    return areas.reduce((sum, own) => sum + own, done[index] ?? 0);
  });
  return { ...sharesOf({ total, taken, names, settings, assessment }), gap, plan };
}

/** What townships are to bring in proportion to the parcels taken of them, in whole units that add up to the target. */
export function sharesOf({
  total,
  taken,
  names,
  settings,
  assessment,
}: Pick<TargetAllocation, 'total' | 'names' | 'settings' | 'assessment'> & {
  readonly taken: readonly number[];
}): TargetAllocation {
  const reached = taken.reduce((sum, own) => sum + own, 0);
  const exact = taken.map((own) => (reached > 0 ? (own * Math.min(total, reached)) / reached : 0));
  const { unit = 1 } = splitRule(settings);
  const bounds = { least: names.map(() => 0), most: names.map(() => Infinity) };
  const shares = wholeUnits(
    Math.min(total, reached) / unit,
    exact.map((own) => own / unit),
    bounds,
  ).map((units) => Math.round(units * unit * 10) / 10);
  const unallocated = Math.max(0, total - shares.reduce((sum, own) => sum + own, 0));
  return { settings, total, names, shares, exact, unallocated, assessment };
}
