import type { SimulationInput } from '../../src/engine/simulate/scenario';
import { simulate, type SimulationResult } from '../../src/engine/simulate/simulate';
import { type Naive, naiveProjection, naiveReturn } from './projection';

const SERIES = [
  ...(['landArea', 'tax', 'taxPerMu', 'disposedArea', 'disposalRate', 'disposalCost', 'resaleIncome'] as const),
  ...(['floorAreaAdded', 'landPriceCollected', 'landPriceWaived', 'subsidy', 'deadweight', 'upgradeCost'] as const),
  ...(['penalty', 'surcharge', 'newLandQuota', 'fund', 'netFiscal', 'cumulativeValue'] as const),
];

/** The engine's projection; undefined where no parcel counts. */
export function projected(input: SimulationInput): SimulationResult | undefined {
  const steps = simulate(input);
  for (let step = steps.next(); ; step = steps.next()) {
    if (!step.done) continue;
    if (step.value.kind === 'done') return step.value.result;
    if (step.value.code === 'noUsableParcels') return undefined;
    throw new Error(JSON.stringify(step.value.problems));
  }
}

/** Whether two numbers are the same to a billionth of the amounts that they are made of, or both missing. */
function isSame(a: number, b: number, size: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), size);
}

/** Where the engine and the second reading differ, and how many values were compared. */
export function projectionDifferences(input: SimulationInput): {
  readonly compared: number;
  readonly differences: string[];
} {
  const result = projected(input);
  if (!result) return { compared: 0, differences: [] };
  const naive = naiveProjection(input);
  const differences: string[] = [];
  let compared = 0;
  const hold = (name: string, ours: number, theirs: number, size: number) => {
    compared++;
    if (!isSame(ours, theirs, size)) differences.push(`${name}: ${String(ours)} / ${String(theirs)}`);
  };
  for (const name of SERIES) {
    const size = sizeOf(name, naive);
    for (const [year, theirs] of naive[name].entries())
      hold(`${name} ${String(year)}`, result.scenario[name][year] ?? NaN, theirs, size);
  }
  // Money that cancels out leaves noise of the amounts it was made of.
  const tax = Math.max(...naive.tax.map(Math.abs));
  for (const [code, theirs] of naive.townshipTax) {
    const own = result.groups.township?.find((group) => group.code === code)?.scenario.tax ?? 0;
    hold(`township ${String(code)}`, own, theirs, tax);
  }
  const { undiscounted } = result.recovery;
  const back = naiveReturn([...result.scenario.netFiscal]);
  if (undiscounted.kind === 'noOutlay') hold('no outlay', Number(back === 'none'), 1, 0);
  else if (undiscounted.kind === 'recovered') hold('years', undiscounted.years, back as number, 1e-6);
  else hold('missing', -undiscounted.by, back as number, sizeOf('netFiscal', naive));
  return { compared, differences };
}

/** The size of the amounts behind a series: sums of money that nearly cancel are compared with what went in. */
function sizeOf(name: (typeof SERIES)[number], naive: Naive): number {
  const most = (series: readonly number[]) => Math.max(0, ...series.filter(Number.isFinite).map(Math.abs));
  if (name !== 'netFiscal' && name !== 'cumulativeValue') return 0;
  return most(naive.tax) + most(naive.disposalCost) + most(naive.resaleIncome) + most(naive.landPriceCollected);
}
