import { roundReading } from '../../quantity/roundReading';

/** Whether more is better (亩均税收, 容积率) or less (能耗, 排放). */
export type PromiseDirection = 'atLeast' | 'atMost';

/** How a promise of 标准地 was kept: wholly, in part, or not. */
export type PromiseVerdict = 'kept' | 'partly' | 'broken';

/**
 * Holds what was done against what was promised (rules TC-14, SZ-21): kept at the promise or better, kept in part from `least`
 * of it on (0.8, an assumption of ours). For a ceiling the share kept is promise ÷ actual.
 */
export function judgePromise(
  { promised, actual }: { readonly promised: number; readonly actual: number },
  direction: PromiseDirection,
  least: number,
): PromiseVerdict {
  const kept = direction === 'atLeast' ? actual / promised : actual <= 0 ? 1 : promised / actual;
  if (roundReading(kept) >= 1) return 'kept';
  return roundReading(kept) >= least ? 'partly' : 'broken';
}
