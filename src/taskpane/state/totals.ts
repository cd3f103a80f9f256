import { numberAt, type Assessment } from './assessment';

/** The ledger as a whole: rows, 亩, 万元, and Σ税收/Σ面积 over the rows that have both (domain/ledgers.md section 6). */
export interface Totals {
  readonly count: number;
  readonly area: number;
  readonly tax: number;
  readonly perMu: number;
}

export function totalsOf({ whole, dataRows }: Assessment): Totals {
  const read = (row: number) => ({ area: numberAt(whole, 'landArea', row), tax: numberAt(whole, 'taxPaid', row) });
  const cells = dataRows.map(read);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + (value || 0), 0);
  const both = cells.filter(({ area, tax }) => area > 0 && !Number.isNaN(tax));
  return {
    count: dataRows.length,
    area: sum(cells.map(({ area }) => area)),
    tax: sum(cells.map(({ tax }) => tax)),
    perMu: sum(both.map(({ tax }) => tax)) / sum(both.map(({ area }) => area)),
  };
}
