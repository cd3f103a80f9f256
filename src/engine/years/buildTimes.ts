import { exponential } from '../simulate/exponential';
import { logarithm } from '../simulate/logarithm';
import { studentOverNormal } from './belief';
import { normalProbability, normalDensity } from './normal';

/** How long something took, in years, or how long it has been going on and is not done. */
export interface Duration {
  readonly years: number;
  readonly done: boolean;
}

/** The median of times and the standard error of it, with how many were done. */
export interface MedianTime {
  readonly value: number;
  readonly error: number;
  readonly done: number;
}

const ROUNDS = 200;

/**
 * The median time of a lognormal distribution when some are not done yet: leaving those out would make building look fast. Maximum
 * likelihood by the EM algorithm for a censored normal, error from the observed information (Louis 1982; Schmee and Hahn 1979).
 */
export function medianTime(spans: readonly Duration[]): MedianTime {
  const logs = spans.map(({ years, done }) => ({ log: logarithm(years), done }));
  const done = logs.filter((one) => one.done);
  const start = done.map(({ log }) => log);
  let middle = mean(start);
  let deviation = Math.max(0.05, Math.sqrt(mean(start.map((log) => (log - middle) ** 2))));
  let known = logs.length;
  for (let round = 0; round < ROUNDS; round++) {
    const expected = logs.map(({ log, done: isDone }) =>
      isDone ? { log, spread: 0 } : beyond(log, middle, deviation),
    );
    const next = mean(expected.map(({ log }) => log));
    const squares = mean(expected.map(({ log, spread }) => (log - next) ** 2 + spread));
    const moved = Math.abs(next - middle) + Math.abs(Math.sqrt(squares) - deviation);
    middle = next;
    deviation = Math.max(0.05, Math.sqrt(squares));
    known = logs.length - expected.reduce((sum, { spread }) => sum + spread, 0) / deviation ** 2;
    if (moved < 1e-9) break;
  }
  const value = exponential(middle);
  const error = (deviation / Math.sqrt(Math.max(1e-9, known))) * studentOverNormal(done.length - 1);
  return { value, error: value * error, done: done.length };
}

/** Mean and variance of a normal above a point. */
function beyond(point: number, middle: number, deviation: number): { readonly log: number; readonly spread: number } {
  const at = (point - middle) / deviation;
  const over = normalDensity(at) / Math.max(1e-300, normalProbability(-at));
  return { log: middle + deviation * over, spread: deviation ** 2 * Math.max(0, 1 + at * over - over ** 2) };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
