import { betaQuantile } from '../simulate/uncertain/beta';
import { exponential } from '../simulate/exponential';
import { logarithm } from '../simulate/logarithm';
import { normalQuantile } from '../simulate/uncertain/normal';

/** What a figure is taken to be: a middle, and 90 % around it. */
export interface Belief {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** What is held of a figure before any ledger is looked at: `weight` in cases, deviations on the figure's own or its logarithm's scale. */
export type Prior =
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number }
  | { readonly kind: 'lognormal'; readonly median: number; readonly deviation: number }
  | { readonly kind: 'beta'; readonly mean: number; readonly weight: number };

/** What the ledgers say of a figure: itself and its standard error, or so many of so many. */
export type Evidence =
  | { readonly kind: 'measured'; readonly value: number; readonly error: number }
  | { readonly kind: 'counted'; readonly hits: number; readonly of: number };

/** A prior and the evidence brought together, with the weight that the evidence has of the two, 0..1. */
export interface Posterior extends Belief {
  readonly weight: number;
  /** The standard deviation, on the logarithm's scale for a lognormal prior. */
  readonly deviation: number;
  /** How far the evidence lies from the prior, in deviations of both together: beyond 2 the two are at odds (Box 1980). */
  readonly apart: number;
}

const Z = normalQuantile(0.95);

/** Bayes' rule with conjugate priors: normal with normal, also of logarithms, and beta with counts (docs/model.md, 12.3). */
export function posteriorOf(prior: Prior, evidence: Evidence): Posterior {
  if (prior.kind === 'beta') return ofCounts(prior, evidence);
  const { value = NaN, error = NaN } = evidence.kind === 'measured' ? evidence : {};
  if (prior.kind === 'normal') return ofNormal(prior.mean, prior.deviation, value, error);
  const log = ofNormal(logarithm(prior.median), prior.deviation, logarithm(value), error / value);
  const [middle, low, high] = [log.value, log.low, log.high].map(exponential);
  return { ...log, value: middle ?? NaN, low: low ?? NaN, high: high ?? NaN };
}

/** The same with nothing seen: the prior alone. */
export function priorAlone(prior: Prior): Posterior {
  if (prior.kind === 'beta') return ofCounts(prior, { kind: 'counted', hits: 0, of: 0 });
  const middle = prior.kind === 'normal' ? prior.mean : prior.median;
  return posteriorOf(prior, { kind: 'measured', value: middle, error: Infinity });
}

function ofNormal(mean: number, deviation: number, value: number, error: number): Posterior {
  const weight = error === Infinity ? 0 : deviation ** 2 / (deviation ** 2 + error ** 2);
  const middle = mean + weight * (value - mean);
  const own = deviation * Math.sqrt(1 - weight);
  const apart = error === Infinity ? 0 : Math.abs(value - mean) / Math.sqrt(deviation ** 2 + error ** 2);
  return { value: middle, low: middle - Z * own, high: middle + Z * own, weight, deviation: own, apart };
}

function ofCounts({ mean, weight }: Extract<Prior, { kind: 'beta' }>, evidence: Evidence): Posterior {
  const { hits = NaN, of = NaN } = evidence.kind === 'counted' ? evidence : {};
  const [a, b] = [mean * weight + hits, (1 - mean) * weight + (of - hits)];
  const quantile = betaQuantile(a, b);
  const middle = a / (a + b);
  const ofOne = mean * (1 - mean);
  return {
    value: middle,
    low: quantile(0.05),
    high: quantile(0.95),
    weight: of / (of + weight),
    deviation: Math.sqrt((middle * (1 - middle)) / (a + b + 1)),
    apart: of === 0 ? 0 : Math.abs(hits / of - mean) / Math.sqrt((ofOne / of) * ((weight + of) / (weight + 1))),
  };
}

/** The 95th percentile of Student's t against that of the normal, by its expansion in 1/df (Abramowitz and Stegun 26.7.5). */
export function studentOverNormal(df: number): number {
  if (!(df > 0)) return Infinity;
  const z = Z;
  const [one, two, three, four] = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return (z + one / df + two / df ** 2 + three / df ** 3 + four / df ** 4) / z;
}
