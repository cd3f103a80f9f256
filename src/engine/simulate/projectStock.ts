import type { AssumptionValues } from './assumption';
import type { Densification } from './densify';
import { newProjectTax, ramp, rampByYear } from './equations';
import { type DisposalPlan, NEVER } from './planDisposal';
import type { PreparedParcels } from './prepareParcels';
import type { Progress, SimulationPhase } from './scenario';
import { type TierLines, tierIndexOf } from './tierLines';
import { type Meter, walkRows } from './walkRows';

/** Land and tax of one year in mu and wanYuan: by township code, and the sums behind the change since the opening. */
export interface YearStock {
  readonly areaByTownship: Float64Array;
  readonly taxByTownship: Float64Array;
  /** Opening tax and area of the parcels that have left by now. */
  exitTax: number;
  exitArea: number;
  /** Change of tax on the parcels still in use. */
  withinTax: number;
  /** Tax and area of what has been granted again by now. */
  entryTax: number;
  entryArea: number;
  /** Parcels by tier, lowest first, of those still in use; empty where no lines are given. */
  readonly parcelsByTier: Uint32Array;
  parcelsLeft: number;
}

/** What moves the stock: the parcels, the plan and the assumptions. */
export interface StockPlan {
  readonly parcels: PreparedParcels;
  readonly disposal: DisposalPlan;
  readonly densification: Densification;
  readonly values: AssumptionValues;
  readonly tierLines?: TierLines | undefined;
}

function emptyYear({ parcels, tierLines }: StockPlan): YearStock {
  return {
    areaByTownship: new Float64Array(parcels.townships),
    taxByTownship: new Float64Array(parcels.townships),
    exitTax: 0,
    exitArea: 0,
    withinTax: 0,
    entryTax: 0,
    entryArea: 0,
    parcelsByTier: new Uint32Array(tierLines?.tiers.length ?? 0),
    parcelsLeft: 0,
  };
}

function add(column: Float64Array | Uint32Array, index: number, amount: number): void {
  column[index] = (column[index] ?? 0) + amount;
}

/** Adds a parcel still in use: its own tax and what its new floors bring in this year. */
function addStaying(plan: StockPlan, stock: YearStock, row: number, share: number): void {
  const { parcels, densification, tierLines } = plan;
  const area = parcels.columns.landArea[row] ?? NaN;
  const gain = (densification.matureTax[row] ?? 0) * share;
  const tax = (parcels.columns.taxPaid[row] ?? NaN) + gain;
  const township = parcels.columns.township?.[row] ?? 0;
  add(stock.areaByTownship, township, area);
  add(stock.taxByTownship, township, tax);
  stock.withinTax += gain;
  if (tierLines) add(stock.parcelsByTier, tierIndexOf(tax / area, tierLines), 1);
}

/** Years from the disposal to the grant as the stock sees it: land cannot come back before it has left. */
export function grantAge(values: AssumptionValues): number {
  return Math.max(1, values.resupplyDelay);
}

/** Adds a parcel disposed of `age` years ago: gone the year after, granted again after the delay, taxed once it produces. */
function addDisposed(plan: StockPlan, stock: YearStock, row: number, age: number): void {
  const { parcels, values } = plan;
  const area = parcels.columns.landArea[row] ?? NaN;
  const township = parcels.columns.township?.[row] ?? 0;
  const granted = age >= grantAge(values) ? area * values.netSupplyShare : 0;
  const production = age - values.resupplyDelay - values.constructionLag;
  const tax = newProjectTax(area, values) * ramp(production, values);
  add(stock.areaByTownship, township, granted);
  add(stock.taxByTownship, township, tax);
  stock.exitTax += parcels.columns.taxPaid[row] ?? NaN;
  stock.exitArea += area;
  stock.entryTax += tax;
  stock.entryArea += granted;
  stock.parcelsLeft++;
}

/**
 * The stock of every year 0..horizon. Land and tax leave together, the year after the disposal; the granted land counts
 * from its grant on, before it pays tax. Tier counts read the expected value of each parcel (model.md equations 8, 9, 11).
 */
export function* projectStock(
  plan: StockPlan,
  phase: SimulationPhase,
  meter: Meter,
): Generator<Progress, readonly YearStock[]> {
  const { parcels, disposal, values } = plan;
  const shares = rampByYear(values);
  const years: YearStock[] = [];
  for (let year = 0; year <= values.horizon; year++) {
    const stock = emptyYear(plan);
    const share = shares[year] ?? 0;
    yield* walkRows(meter, phase, (row) => {
      if (parcels.counted[row] !== 1) return;
      const disposedIn = disposal.yearOfRow[row] ?? NEVER;
      if (disposedIn === NEVER || year <= disposedIn) addStaying(plan, stock, row, share);
      else addDisposed(plan, stock, row, year - disposedIn);
    });
    years.push(stock);
  }
  return years;
}
