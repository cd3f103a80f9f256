import { codeKey } from '../ledger/duplicates';
import type { Ledger } from '../ledger/readLedger';

/** The code by which a row's enterprise or parcel is known; undefined for a damaged or masked one, which may be several. */
export function keysOf(ledger: Ledger, field: 'creditCode' | 'parcelId'): (row: number) => string | undefined {
  const column = ledger.columns.get(field);
  if (column?.kind !== 'word') return () => undefined;
  const keys = column.words.map((word) => (isDamaged(word) ? undefined : codeKey(word)));
  return (row) => keys[(column.codes[row] ?? 0) - 1];
}

/** 18 digits ending in three zeros were a number once: Excel keeps fifteen (domain/ledgers.md, section 3). */
function isDamaged(word: string): boolean {
  return /^\d{15}000$/.test(word);
}
