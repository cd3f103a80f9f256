import { numbersOf, textAt } from '../column/verbs';
import type { Ledger } from '../ledger/readLedger';

/** A township's Σ税收/Σ面积 in 万元/亩 and the number of rows it was taken over. */
export interface TownshipMean {
  readonly taxPerMu: number;
  readonly rows: number;
}

/**
 * Σ税收/Σ面积 by 区镇 over all data rows with an area above 0 and a tax, negative tax included; unrounded; at least two rows
 * (domain/paths.md, taicang-2023: 产出水平).
 */
export function townshipMeans(cohort: Ledger): ReadonlyMap<string, TownshipMean> {
  const tax = numbersOf(cohort, 'taxPaid');
  const area = numbersOf(cohort, 'landArea');
  const sums = new Map<string, { tax: number; area: number; rows: number }>();
  for (let row = 0; row < cohort.rows; row++) {
    const township = townshipAt(cohort, row);
    const paid = tax[row] ?? NaN;
    const mu = area[row] ?? NaN;
    if (township === undefined || Number.isNaN(paid) || !(mu > 0)) continue;
    const sum = sums.get(township) ?? { tax: 0, area: 0, rows: 0 };
    sums.set(township, { tax: sum.tax + paid, area: sum.area + mu, rows: sum.rows + 1 });
  }
  const enough = [...sums].filter(([, sum]) => sum.rows >= 2);
  return new Map(enough.map(([name, sum]) => [name, { taxPerMu: sum.tax / sum.area, rows: sum.rows }]));
}

/** The township of a row, or undefined. */
export function townshipAt(ledger: Ledger, row: number): string | undefined {
  return textAt(ledger, 'township', row);
}
