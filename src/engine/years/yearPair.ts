import type { Ledger } from '../ledger/readLedger';
import type { Firm } from './firms';
import { type FirmPairing, pairFirms } from './pairFirms';

/** A year's ledger, read with at least `YEAR_FIELDS`, and its enterprises. */
export interface LedgerYear {
  readonly year: number;
  readonly ledger: Ledger;
  readonly firms: readonly Firm[];
}

/** Two years held against each other. */
export interface YearPair {
  readonly before: LedgerYear;
  readonly after: LedgerYear;
  readonly pairing: FirmPairing;
}

/** Pairs the enterprises of two years. */
export function pairYears(before: LedgerYear, after: LedgerYear): YearPair {
  return { before, after, pairing: pairFirms(before.firms, after.firms) };
}

/** An enterprise in both of its years. */
export interface Stayer {
  readonly before: Firm;
  readonly after: Firm;
}

/** The enterprises that are there in both years. */
export function stayersOf({ before, after, pairing }: YearPair): Stayer[] {
  return pairing.pairs.flatMap((pair) => {
    const [was, is] = [before.firms[pair.before], after.firms[pair.after]];
    return was && is ? [{ before: was, after: is }] : [];
  });
}
