import { roundReading } from '../quantity/roundReading';

/**
 * Absolute lines of tax per mu, rising, with one tier name more than lines, lowest first.
 * `lineBelongsTo` says whether a reading on a line is in the tier below it (以下 includes the number) or above.
 */
export interface TierLines {
  readonly lines: readonly number[];
  readonly tiers: readonly string[];
  readonly lineBelongsTo: 'lower' | 'upper';
}

/** Position of a reading among the tiers, 0 the lowest; -1 for a missing reading. Compares rounded readings. */
export function tierIndexOf(taxPerMu: number, { lines, lineBelongsTo }: TierLines): number {
  if (Number.isNaN(taxPerMu)) return -1;
  const reading = roundReading(taxPerMu);
  let index = 0;
  for (const line of lines) {
    if (lineBelongsTo === 'lower' ? reading <= line : reading < line) break;
    index++;
  }
  return index;
}
