import { ledgerHash } from '../../../engine/share/index';
import type { Source } from '../reading/source';

const PRINTS = new WeakMap<Source, string>();

/** What tells a ledger's cells apart from others: a hash of them as they stand on the sheet. */
export function ledgerPrint(source: Source): string {
  const known = PRINTS.get(source) ?? ledgerHash({ headerRows: source.headers, rows: source.rows }).slice(0, 16);
  PRINTS.set(source, known);
  return known;
}
