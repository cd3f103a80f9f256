import type { Ledger } from '../../ledger/readLedger';
import { codeOfRow, heldLedger } from '../clean/heldLedger';
import type { HeldCells } from '../rerun/keepTyped';
import type { SheetCell } from '../../../sheet/sheet';
import type { CheckColumn } from './checkColumns';
import { sheetCell } from '../../../sheet/address';
import { rowName, type WhereCellsStand } from '../../../sheet/whereCellsStand';

/** The cells of a 标准台账 that a ledger's rows stand in. */
export interface CleanLinks {
  /** The cell by head and row of the ledger, what it holds (a formula as its text), undefined where there is none. */
  readonly cell: (head: string, row: number) => { readonly address: string; readonly held: SheetCell } | undefined;
}

/**
 * Finds a ledger's rows on its 标准台账 by 来源行, each with the key that it should have; undefined where one is missing or another, for
 * then the sheet is not up to date.
 */
export function cleanLinks(
  sheet: string,
  held: HeldCells,
  { ledger, standing }: { readonly ledger: Ledger; readonly standing: WhereCellsStand },
): CleanLinks | undefined {
  const table = heldLedger(held);
  if (!table) return undefined;
  const [keys, sources] = [table.heads.indexOf('键'), table.heads.indexOf('来源行')];
  const lines = new Map<string, number>();
  for (let line = table.header + 1; line < table.end; line++) lines.set(String(held[line]?.[sources]), line);
  const lineOf = (row: number) => lines.get(String(standing.label(row)));
  const isThere = ledger.kinds.every((kind, row) => {
    if (kind !== 'data') return true;
    const line = lineOf(row);
    return line !== undefined && held[line]?.[keys] === (codeOfRow(ledger, row) ?? rowName(standing, row));
  });
  if (!isThere) return undefined;
  return {
    cell: (head, row) => {
      const [line, column] = [lineOf(row), table.heads.indexOf(head)];
      if (line === undefined || column < 0) return undefined;
      return { address: sheetCell(sheet, line, column), held: held[line]?.[column] ?? '' };
    },
  };
}

/** The cells of 标准台账 that a column stands for; '' for a row where it says something else than was read, none for a column without. */
export function linksOf(
  { from, value }: CheckColumn,
  rows: readonly number[],
  clean: CleanLinks | undefined,
): string[] {
  if (!clean || from === undefined) return [];
  const links = rows.map((row) => {
    const found = clean.cell(from, row);
    const own = value?.(row) ?? '';
    // People's figures there count; a word that was read otherwise does not, nor a key that is no code.
    const fits =
      found && (typeof own === 'number' || own === found.held || (own === '' && typeof found.held === 'number'));
    return fits ? `=IF(${found.address}="","",${found.address})` : '';
  });
  return links.some((link) => link !== '') ? links : [];
}
