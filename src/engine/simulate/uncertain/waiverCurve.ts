import { presentValue } from '../compound';
import { landPriceDue } from '../equations';
import { buildingPace } from '../pace';
import { bestWaivedShare, policyCurve, type Stake } from '../policyCurve';
import type { AssumptionValues } from '../assumption';
import type { Drawable } from './drawBlock';
import { KIND } from './events';
import { classSums } from './expectedMetrics';
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

/**
 * What is at stake on the parcels inside the gate under one set of assumptions: as in the projection, owners begin at the uptake
 * pace, pay and are paid when they begin, and pay tax once they have built.
 */
function stakeOf(sums: readonly [number, number, number], values: AssumptionValues): Stake {
  const [floors, ownTax, otherFloors] = sums;
  const { begin, taxed } = buildingPace(values);
  const mature =
    (values.newTaxWeight * values.newTaxPerSquareMetre * floors) / 10_000 + (1 - values.newTaxWeight) * ownTax;
  const worth = (shares: Float64Array, amount: number) => amount * presentValue(shares, values.discountRate);
  return {
    landPriceDue: worth(begin, landPriceDue(floors, values)),
    otherPrice: worth(begin, landPriceDue(otherFloors, values)),
    taxValue: worth(taxed, values.retainedTaxShare * mature),
    subsidy: worth(begin, (values.buildingSubsidy * (floors + otherFloors)) / 10_000),
  };
}

/**
 * The net benefit over the waived share, 0 to 1, for the parcels inside the gate (model.md equation 7): each draw of the
 * assumptions gives a curve. Undefined where no parcel is inside the gate.
 */
export function waiverCurve(drawable: Drawable): WaiverCurve | undefined {
  const { parameters, seed } = drawable;
  const inside = classSums(drawable).filter(({ of }) => of.kind === KIND.build && of.share > 0);
  if (inside.length === 0) return undefined;
  const sums = inside.reduce<[number, number, number]>(
    ([a, b, c], { sums: [x, y, z] }) => [a + x, b + y, c + z],
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
