import type { LocatedTable } from '../../../engine/ledger/index';
import type { Source } from '../../model/reading/source';

/** What a ledger is called: its sheet, for that is what a person sees on the tab. */
export function ledgerName({ contents }: Source): string {
  return contents.sheet.name;
}

/** "3" or "3–4": the header rows as a person counts them. */
export function headerRowsText(top: number, located: LocatedTable): string {
  const first = top + located.headerRow + 1;
  return located.headerRows === 1 ? String(first) : `${first}–${first + located.headerRows - 1}`;
}
