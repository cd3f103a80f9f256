import type { LocatedTable } from '../../../engine/ledger/index';

/** "3" or "3–4": the header rows as a person counts them. */
export function headerRowsText(top: number, located: LocatedTable): string {
  const first = top + located.headerRow + 1;
  return located.headerRows === 1 ? String(first) : `${first}–${first + located.headerRows - 1}`;
}
