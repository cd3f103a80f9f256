import type { Ledger } from '../ledger/readLedger';
import type { LedgerYear } from './yearPair';

/** A year's ledger as it travels to where it is learnt from: its columns (of `YEAR_FIELDS`) and kinds of rows, without headers and findings. */
export interface YearLedger extends Pick<Ledger, 'rows' | 'kinds' | 'columns'> {
  readonly year: number;
}

const NO_HEADERS: Ledger['headers'] = {
  ...{ columns: [], byField: new Map(), doubts: [], texts: [], units: [], apart: new Map(), rows: [] },
};

/** What travels of a ledger. */
export function yearTable(year: number, { rows, kinds, columns }: Ledger): YearLedger {
  return { year, rows, kinds, columns };
}

/** The ledger again, as far as learning asks for one. */
export function ledgerOfTable({ year, ...table }: YearLedger): Omit<LedgerYear, 'firms'> {
  return { year, ledger: { ...table, headers: NO_HEADERS, findings: [], zeroIsBlank: false } };
}
