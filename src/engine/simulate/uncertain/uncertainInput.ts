import { type AssumptionId, assumptionOf, assumptionValues } from '../assumption';
import { yearOf } from '../../quantity/day';
import { checkInput } from '../checkInput';
import type { InputProblem } from '../inputProblem';
import type { Dimension } from '../parcels';
import type { SimulationInput } from '../scenario';
import { isDistribution } from './distribution';
import type { Metric } from './outcomes';
import type { Correlation, Distributions } from './parameters';

/** A target of a document for a day: a metric that must be reached by the end of a calendar year. */
export interface DatedTarget {
  readonly id: string;
  readonly metric: Metric | 'disposalRate';
  readonly byYear: number;
  /** In the metric's unit; disposalRate 0..1. */
  readonly atLeast: number;
}

/** When to stop drawing before the most draws are done. */
export interface StopRule {
  readonly metric: Metric;
  /** Calendar year. */
  readonly year: number;
  /** The percentile reported, 0..1. */
  readonly percentile: number;
  /** Stop once the 95 % interval of that percentile is narrower than this share of its size. */
  readonly within: number;
}

/** A projection with everything that is not certain. */
export interface UncertainInput extends SimulationInput {
  /** Any whole number; the same seed gives the same draws everywhere. */
  readonly seed: number;
  /**
   * Which of several ledgers this is, from 0, the seed being the same: a draw of one has the assumptions of that draw of every other, and
   * parcels of its own, so that draws add up. Left out: 0.
   */
  readonly ledger?: number;
  /** The most draws, in blocks of DRAWS_PER_BLOCK. */
  readonly draws: number;
  readonly distributions?: Distributions;
  readonly correlations?: readonly Correlation[];
  readonly targets?: readonly DatedTarget[];
  readonly stop?: StopRule;
  /** The groups whose disposal and tax per mu get an uncertainty of their own; left out: townships. */
  readonly groupBy?: Dimension;
}

/** Draws of one block: one Latin hypercube, one stream of random numbers, and the least that a worker does. */
export const DRAWS_PER_BLOCK = 500;

/** More draws than anyone has use for. */
export const MOST_DRAWS = 100_000;

function isWholeSeed(seed: number): boolean {
  return Number.isInteger(seed) && Math.abs(seed) <= 2_147_483_647;
}

function dates({ targets = [], stop, firstDay, assumptions }: UncertainInput): InputProblem[] {
  const first = yearOf(firstDay);
  const last = first + assumptionValues(assumptions).horizon;
  const years = [...targets.map(({ byYear }) => byYear), ...(stop ? [stop.year] : [])];
  const numbers = [...targets.map(({ atLeast }) => atLeast), ...(stop ? [stop.percentile, stop.within] : [])];
  const good =
    years.every((year) => Number.isInteger(year) && year >= first && year <= last) && numbers.every(Number.isFinite);
  return good ? [] : [{ code: 'dates' }];
}

/** Whether a distribution could ever give a value within its assumption's range. */
function isPossible(id: AssumptionId, distributions: Distributions): boolean {
  const distribution = distributions[id];
  if (!distribution) return true;
  if (!isDistribution(distribution)) return false;
  const { min, max } = assumptionOf(id);
  if ('least' in distribution) return distribution.least >= min && distribution.greatest <= max;
  if (distribution.kind === 'normal') return distribution.mean >= min && distribution.mean <= max;
  if (distribution.kind === 'lognormal') return distribution.median >= min && distribution.median <= max;
  return distribution.kind === 'fixed' || distribution.values.every((value) => value >= min && value <= max);
}

/** Everything wrong with an uncertain input, none where it can be computed. */
export function checkUncertain(input: UncertainInput): readonly InputProblem[] {
  const { distributions = {}, correlations = [], seed, draws, ledger = 0 } = input;
  const plain = checkInput(input);
  const wrong = (Object.keys(distributions) as AssumptionId[]).filter((id) => !isPossible(id, distributions));
  const correlated = correlations.every(({ a, b, value }) => a !== b && value >= -1 && value <= 1);
  const drawn =
    Number.isInteger(draws) && draws >= DRAWS_PER_BLOCK && draws <= MOST_DRAWS && [seed, ledger].every(isWholeSeed);
  return [
    ...plain,
    ...wrong.map((field): InputProblem => ({ code: 'distribution', field })),
    ...(correlated ? [] : [{ code: 'correlation' } as const]),
    ...(drawn ? [] : [{ code: 'draws' } as const]),
    ...(plain.length > 0 ? [] : dates(input)),
  ];
}

/** How many blocks make up the draws. */
export function blockCount({ draws }: UncertainInput): number {
  return Math.ceil(draws / DRAWS_PER_BLOCK);
}
