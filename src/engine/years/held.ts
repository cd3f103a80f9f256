import type { UncertainInput } from '../simulate/uncertain/uncertainInput';
import type { LuckBelief } from './luck';

/** A projection to be held to what happened: what was asked then, and what became of each of its rows. */
export interface LookBackInput {
  /** The earlier ledger with the measures that were taken; parcels disposed of by then are no rows of it. */
  readonly asked: UncertainInput;
  /** Years from its first day to what happened. */
  readonly years: number;
  /** Tax of each row now, 0 of one that is gone. Every row's is known: others are left out and told. */
  readonly taxNow: Float64Array;
  /** 1 where the row's enterprise is gone. */
  readonly gone: Uint8Array;
  /** The enterprise of each row, where one has several; left out: each row is its own. */
  readonly firm?: Uint32Array;
  readonly luck: LuckBelief;
}

/** A figure that happened, in its fan. `rank` is the share of draws below it, half of those equal with it. */
export interface Held {
  readonly measure: 'tax' | 'taxPerMu';
  /** A township's code; left out for all. */
  readonly township?: number;
  readonly actual: number;
  readonly p5: number;
  readonly p50: number;
  readonly p95: number;
  readonly rank: number;
  /** Draws below it and as high, of all. */
  readonly below: number;
  readonly equal: number;
  readonly draws: number;
  /** Rows behind it. */
  readonly rows: number;
}

/** Rows below which a township's figure is one enterprise's luck more than a projection. */
const LEAST_ROWS = 5;

/** The figures by which a projection is judged: 亩均税收 of the townships with enough rows, or of all where there are none. */
export function countedOf(held: readonly Held[]): readonly Held[] {
  const perMu = held.filter(({ measure }) => measure === 'taxPerMu');
  const townships = perMu.filter(({ township, rows }) => township !== undefined && rows >= LEAST_ROWS);
  return townships.length > 0 ? townships : perMu.filter(({ township }) => township === undefined);
}

/** Whether what happened lies within 90 % of the draws. */
export function isInside({ actual, p5, p95 }: Held): boolean {
  return actual >= p5 && actual <= p95;
}
