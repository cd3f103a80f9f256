import { type AssumptionId, assumptionOf } from '../assumption';
import { exponential } from '../exponential';
import { betaQuantile } from './beta';
import { normalQuantile } from './normal';

/**
 * How an assumption may fall. `normal` is given by mean and standard deviation, `lognormal` by its median and the standard
 * deviation of its logarithm, `empirical` by observed values, each as likely as the other.
 */
export type Distribution =
  | { readonly kind: 'fixed' }
  | { readonly kind: 'uniform'; readonly least: number; readonly greatest: number }
  | { readonly kind: 'triangular'; readonly least: number; readonly likeliest: number; readonly greatest: number }
  | { readonly kind: 'pert'; readonly least: number; readonly likeliest: number; readonly greatest: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly deviation: number }
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** The kinds, in the order in which the pane offers them. */
export const DISTRIBUTION_KINDS: readonly Distribution['kind'][] = [
  'fixed',
  'triangular',
  'pert',
  'normal',
  'lognormal',
  'uniform',
  'empirical',
];

/** Observed values that a distribution may hold. */
const MOST_VALUES = 100_000;

/** Whether a distribution can be drawn from: its numbers are finite, rise as they must, and it is not a point by mistake. */
export function isDistribution(distribution: Distribution): boolean {
  const rise = (...numbers: number[]) =>
    numbers.every((number, index) => Number.isFinite(number) && (index === 0 || number >= (numbers[index - 1] ?? NaN)));
  switch (distribution.kind) {
    case 'fixed':
      return true;
    case 'uniform':
      return rise(distribution.least, distribution.greatest) && distribution.least < distribution.greatest;
    case 'triangular':
    case 'pert': {
      const { least, likeliest, greatest } = distribution;
      return rise(least, likeliest, greatest) && least < greatest;
    }
    case 'normal':
      return Number.isFinite(distribution.mean) && distribution.deviation > 0 && distribution.deviation < Infinity;
    case 'lognormal':
      return (
        distribution.median > 0 &&
        distribution.median < Infinity &&
        distribution.deviation > 0 &&
        distribution.deviation < 5
      );
    case 'empirical':
      return (
        distribution.values.length >= 2 &&
        distribution.values.length <= MOST_VALUES &&
        distribution.values.every(Number.isFinite)
      );
  }
}

/** The quantile function of a distribution, of probabilities strictly between 0 and 1. */
export function quantileOf(distribution: Exclude<Distribution, { kind: 'fixed' }>): (probability: number) => number {
  switch (distribution.kind) {
    case 'uniform': {
      const { least, greatest } = distribution;
      return (probability) => least + probability * (greatest - least);
    }
    case 'triangular':
      return triangularQuantile(distribution.least, distribution.likeliest, distribution.greatest);
    case 'pert':
      return pertQuantile(distribution.least, distribution.likeliest, distribution.greatest);
    case 'normal': {
      const { mean, deviation } = distribution;
      return (probability) => mean + deviation * normalQuantile(probability);
    }
    case 'lognormal': {
      const { median, deviation } = distribution;
      return (probability) => median * exponential(deviation * normalQuantile(probability));
    }
    case 'empirical':
      return empiricalQuantile(distribution.values);
  }
}

function triangularQuantile(least: number, likeliest: number, greatest: number) {
  const range = greatest - least;
  const below = (likeliest - least) / range;
  return (probability: number) =>
    probability < below
      ? least + Math.sqrt(probability * range * (likeliest - least))
      : greatest - Math.sqrt((1 - probability) * range * (greatest - likeliest));
}

/** PERT: a beta distribution whose mean is (least + 4 likeliest + greatest) / 6. */
function pertQuantile(least: number, likeliest: number, greatest: number) {
  const range = greatest - least;
  const quantile = betaQuantile(1 + (4 * (likeliest - least)) / range, 1 + (4 * (greatest - likeliest)) / range);
  return (probability: number) => least + range * quantile(probability);
}

function empiricalQuantile(values: readonly number[]) {
  const sorted = Float64Array.from(values).sort();
  return (probability: number) => sorted[Math.min(sorted.length - 1, Math.floor(probability * sorted.length))] ?? NaN;
}

/** Assumptions that make the plan rather than its outcome, and so have one value in every draw. */
const STRUCTURAL: readonly AssumptionId[] = [
  'squareMetresPerMu',
  'plannedPlotRatioDefault',
  'horizon',
  'subsidyReference',
];

/** Whether an assumption may be given a distribution. */
export function mayVary(id: AssumptionId): boolean {
  return !STRUCTURAL.includes(id);
}

/** Spreads that go with the model (model.md section 4): around the value by a number, by a share of it, or fixed ends. */
const SPREADS: Readonly<Partial<Record<AssumptionId, readonly [below: number, above: number, kind: 'by' | 'times']>>> =
  {
    uptakeMidpoint: [2, 2, 'by'],
    uptakeSpread: [1, 1, 'by'],
    landPrice: [0.7, 1.3, 'times'],
    newTaxPerSquareMetre: [0.7, 1.3, 'times'],
    retainedTaxShare: [2 / 3, 4 / 3, 'times'],
    buildingCost: [1966 / 2000, 2565 / 2000, 'times'],
    disposalOnTime: [0.7, 1.12, 'times'],
    acquisitionPrice: [0.7, 1.3, 'times'],
    newProjectTaxPerMu: [0.7, 1.3, 'times'],
  };

/**
 * The distribution an assumption has unless a person says otherwise: a PERT around its value where the model names a
 * spread, else none. Kept inside the assumption's own range.
 */
export function defaultDistribution(id: AssumptionId, value: number): Distribution {
  const spread = SPREADS[id];
  if (!spread || !mayVary(id)) return { kind: 'fixed' };
  const { min, max } = assumptionOf(id);
  const [below, above, kind] = spread;
  const ends = kind === 'by' ? [value - below, value + above] : [value * below, value * above];
  const least = Math.max(min, ends[0] ?? NaN);
  const greatest = Math.min(max, ends[1] ?? NaN);
  return least < greatest ? { kind: 'pert', least, likeliest: value, greatest } : { kind: 'fixed' };
}
