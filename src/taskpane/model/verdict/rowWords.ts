import { sheetPrefix, sheetRow } from '../reading/places';
import type { Source } from '../reading/source';
import { nameAt, type Assessment } from './assessment';

/** A row as the pane names it: its number, and the enterprise, with the sheet where the ledger stands on several. */
export function rowWords(source: Source, ledger: Assessment['whole'], row: number): { row: string; name: string } {
  return { row: String(sheetRow(source, row)), name: `${sheetWord(source, row)}${nameAt(ledger, row) ?? ''}` };
}

/** 甘霖镇 and a blank, where the ledger stands on several sheets. */
export function sheetWord(source: Source, row: number): string {
  return sheetPrefix(source, row).replace('!', ' ');
}
