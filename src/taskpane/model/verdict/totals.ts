import { numberAt } from '../../../engine/column/index';
import type { Assessment } from './assessment';
import { sumKnown } from './bars';

/** The ledger as a whole: rows, 亩, 万元, and Σ税收/Σ面积 over the rows that have both (domain/ledgers.md section 6). */
export interface Totals {
  readonly count: number;
  readonly area: number;
  readonly tax: number;
  readonly perMu: number;
}

/** What is not known of any row is NaN, not 0. */
export function totalsOf({ whole, dataRows }: Assessment): Totals {
  const both = dataRows.filter(
    (row) => numberAt(whole, 'landArea', row) > 0 && !Number.isNaN(numberAt(whole, 'taxPaid', row)),
  );
  return {
    count: dataRows.length,
    area: sumKnown(whole, dataRows, 'landArea'),
    tax: sumKnown(whole, dataRows, 'taxPaid'),
    perMu: sumKnown(whole, both, 'taxPaid') / sumKnown(whole, both, 'landArea'),
  };
}
