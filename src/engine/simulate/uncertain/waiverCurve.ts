import { presentValue } from '../compound';
import { landPriceDue, ramp } from '../equations';
import { begunShare } from '../pace';
import { bestWaivedShare, policyCurve, type Stake } from '../policyCurve';
import type { AssumptionValues } from '../assumption';
import type { Drawable } from './drawBlock';
import { KIND } from './events';
import { classMoments } from './moments';
import { assumptionsAt, drawParameters } from './parameters';
import { type Spread, spreadOf } from './spread';

/** What waiving a share of the price is worth against waiving nothing, wanYuan of present value, with its uncertainty. */
export interface WaiverPoint {
  readonly share: number;
  readonly netBenefit: Spread;
  /** How often this share was the best one. */
  readonly bestIn: number;
}

/** The whole curve: never one number. */
export interface WaiverCurve {
  readonly points: readonly WaiverPoint[];
  /** The best share on the average of the draws. */
  readonly bestOnAverage: number;
}

const STEPS = 20;
const DRAWS = 500;

/** Retained tax of the new floors over the horizon as a present value, for owners who begin at the uptake pace. */
function taxValueOf(matureTax: number, values: AssumptionValues): number {
  const years = Array.from({ length: values.horizon + 1 }, (_, year) => year);
  const taxed = (year: number) => {
    let sum = 0;
    for (let begin = 0; begin <= year; begin++) {
      const share = begunShare(values.uptakePace, begin) - begunShare(values.uptakePace, begin - 1);
      sum += share * ramp(year - begin - values.constructionLag, values);
    }
    return sum;
  };
  return presentValue(
    years.map((year) => values.retainedTaxShare * matureTax * taxed(year)),
    values.discountRate,
  );
}

/** What is at stake on the parcels inside the gate under one set of assumptions. */
function stakeOf(sums: readonly [number, number, number], values: AssumptionValues): Stake {
  const [floors, ownTax] = sums;
  const mature =
    (values.newTaxWeight * values.newTaxPerSquareMetre * floors) / 10_000 + (1 - values.newTaxWeight) * ownTax;
  return {
    landPriceDue: landPriceDue(floors, values),
    taxValue: taxValueOf(mature, values),
    subsidy: (values.buildingSubsidy * floors) / 10_000,
  };
}

/**
 * The net benefit over the waived share, 0 to 1, for the parcels inside the gate (model.md equation 7): each draw of the
 * assumptions gives a curve. Undefined where no parcel is inside the gate.
 */
export function waiverCurve(drawable: Drawable): WaiverCurve | undefined {
  const { parameters, seed } = drawable;
  const inside = classMoments(drawable).filter(({ of }) => of.kind === KIND.build && of.share > 0);
  if (inside.length === 0) return undefined;
  const sums = inside.reduce<[number, number, number]>(
    ([a, b, c], moments) => [a + moments.sums[0], b + moments.sums[1], c + moments.sums[2]],
    [0, 0, 0],
  );
  const drawn = drawParameters(parameters, seed, 0, DRAWS);
  const columns = Array.from({ length: STEPS + 1 }, () => new Float64Array(DRAWS));
  const best = new Float64Array(STEPS + 1);
  for (let draw = 0; draw < DRAWS; draw++) {
    const values = assumptionsAt(parameters, drawn, draw);
    const curve = policyCurve(stakeOf(sums, values), values, STEPS);
    curve.forEach((point, step) => {
      const column = columns[step];
      if (column) column[draw] = point.netOfNoWaiver;
    });
    const step = Math.round((bestWaivedShare(curve) ?? 0) * STEPS);
    best[step] = (best[step] ?? 0) + 1 / DRAWS;
  }
  const points = columns.map((column, step) => ({
    share: step / STEPS,
    netBenefit: spreadOf(column),
    bestIn: best[step] ?? 0,
  }));
  const onAverage = points.reduce((a, b) => (b.netBenefit.mean > a.netBenefit.mean ? b : a));
  return { points, bestOnAverage: onAverage.share };
}
