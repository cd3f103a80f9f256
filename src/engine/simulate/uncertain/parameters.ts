import {
  ASSUMPTION_IDS,
  type AssumptionId,
  assumptionOf,
  type AssumptionOverrides,
  type AssumptionValues,
  assumptionValues,
  nearestAllowed,
} from '../assumption';
import { correlateScores, ranksOf, repairCorrelations, scoreCorrelation } from './correlate';
import { defaultDistribution, type Distribution, mayVary, quantileOf } from './distribution';
import { Generator, STREAM } from './generator';
import { normalQuantile } from './normal';

/** A rank correlation of two assumptions. */
export interface Correlation {
  readonly a: AssumptionId;
  readonly b: AssumptionId;
  readonly value: number;
}

/** The distributions a person has changed. */
export type Distributions = Readonly<Partial<Record<AssumptionId, Distribution>>>;

/** What the parameters of the draws are made of. */
export interface ParameterPlan {
  readonly values: AssumptionValues;
  /** The assumptions that vary, in their order. */
  readonly varying: readonly AssumptionId[];
  readonly quantiles: readonly ((probability: number) => number)[];
  readonly correlations: readonly Float64Array[];
  /** 1 where the correlations could be kept as they are; else the factor that all were multiplied with. */
  readonly correlationsKept: number;
}

/** Every assumption's distribution: a person's word, else the model's spread around the value. */
export function distributionsOf(values: AssumptionValues, own: Distributions = {}): Record<AssumptionId, Distribution> {
  const entries = ASSUMPTION_IDS.map((id) => {
    const given = mayVary(id) ? own[id] : { kind: 'fixed' as const };
    return [id, given ?? defaultDistribution(id, values[id])] as const;
  });
  return Object.fromEntries(entries) as Record<AssumptionId, Distribution>;
}

/** Prepares the quantile functions and the correlations of the assumptions that vary. */
export function planParameters(
  overrides: AssumptionOverrides | undefined,
  own: Distributions = {},
  correlations: readonly Correlation[] = [],
): ParameterPlan {
  const values = assumptionValues(overrides);
  const distributions = distributionsOf(values, own);
  const varying = ASSUMPTION_IDS.filter((id) => distributions[id].kind !== 'fixed');
  const quantiles = varying.map((id) => {
    const distribution = distributions[id];
    return distribution.kind === 'fixed' ? () => values[id] : quantileOf(distribution);
  });
  const asked = varying.map((_, row) => Float64Array.from(varying, (__, column) => (row === column ? 1 : 0)));
  for (const { a, b, value: rank } of correlations) {
    const value = scoreCorrelation(rank);
    const [row, column] = [varying.indexOf(a), varying.indexOf(b)];
    const [first, second] = [asked[row], asked[column]];
    if (!first || !second || row === column) continue;
    first[column] = value;
    second[row] = value;
  }
  const { matrix, kept } = repairCorrelations(asked);
  return { values, varying, quantiles, correlations: matrix, correlationsKept: kept };
}

/** Whether any correlation is asked for. */
function isCorrelated(matrix: readonly Float64Array[]): boolean {
  return matrix.some((line, row) => line.some((value, column) => row !== column && value !== 0));
}

/** A permutation of 0..count-1, each as likely (Fisher and Yates). */
function permutation(count: number, generator: Generator): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let index = count - 1; index > 0; index--) {
    const other = Math.floor(generator.uniform() * (index + 1));
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
  return order;
}

/** The order of the strata in each column: random, or turned so that the ranks correlate as asked. */
function strataOf(plan: ParameterPlan, draws: number, generator: Generator): Uint32Array[] {
  const orders = plan.varying.map(() => permutation(draws, generator));
  if (!isCorrelated(plan.correlations)) return orders;
  const scores = orders.map((order) => Float64Array.from(order, (stratum) => normalQuantile((stratum + 0.5) / draws)));
  correlateScores(scores, plan.correlations);
  return scores.map(ranksOf);
}

/** The probabilities of a block: a Latin hypercube, each stratum of each column hit once, somewhere inside. */
export function probabilitiesOf(plan: ParameterPlan, seed: number, block: number, draws: number): Float64Array[] {
  const generator = Generator.of(seed, block, STREAM.parameters);
  return strataOf(plan, draws, generator).map((strata) =>
    Float64Array.from(strata, (stratum) => (stratum + generator.uniform()) / draws),
  );
}

/** The drawn values of a block, one column a varying assumption; a value outside its range is brought to its end, and counted. */
export interface ParameterBlock {
  readonly columns: readonly Float64Array[];
  readonly clamped: number;
}

/** Draws the parameters of a block. */
export function drawParameters(plan: ParameterPlan, seed: number, block: number, draws: number): ParameterBlock {
  let clamped = 0;
  const columns = probabilitiesOf(plan, seed, block, draws).map((column, index) => {
    const id = plan.varying[index];
    if (!id) return column;
    const { min, max } = assumptionOf(id);
    const quantile = plan.quantiles[index];
    return column.map((probability) => {
      const value = quantile ? quantile(probability) : NaN;
      if (value < min || value > max) clamped++;
      return nearestAllowed(id, value);
    });
  });
  return { columns, clamped };
}

/** The assumptions of one draw, written over those of the draw before. */
export function assumptionsAt(plan: ParameterPlan, { columns }: ParameterBlock, draw: number): AssumptionValues {
  const values: Record<string, number> = { ...plan.values };
  plan.varying.forEach((id, index) => (values[id] = columns[index]?.[draw] ?? NaN));
  return values as AssumptionValues;
}
