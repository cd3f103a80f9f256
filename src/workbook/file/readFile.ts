import { sharedCells, type Area } from '../../sheet/area';
import { formattedRows } from '../formattedRows';
import type { CellValue, ReadProgress, SelectedRows, SheetContents, SheetFormulas } from '../port';
import { breathing } from '../breath';
import type { FileBook } from './fileBook';
import { heldOf, valueOf, type FileCell, type FileSheet } from './fileSheet';

/** Rows between two calls back. */
const CHUNK = 2_000;

/** The used cells of a sheet; undefined when stopped. */
export async function readSheet(sheet: FileSheet, progress?: ReadProgress): Promise<SheetContents | undefined> {
  const area = sheet.used();
  const values = await readLines(sheet, valueOf, { area, progress });
  if (values === undefined) return undefined;
  const { model, makeUp, tables } = sheet.origin;
  const hidden = <T extends { readonly hidden: boolean }>(sizes: ReadonlyMap<number, T> | undefined) =>
    [...(sizes ?? [])].flatMap(([at, size]) => (size.hidden ? [at] : [])).sort((a, b) => a - b);
  return {
    ...{ sheet: sheet.ref, area, values, tables: [...tables] },
    hiddenColumns: hidden(model?.columnWidths),
    hiddenRows: hidden(model?.rowHeights),
    merges: [...(model?.merges ?? []), ...(makeUp?.merges ?? [])],
    formats: sheet.numberFormats(formattedRows(area)),
  };
}

/** The used cells of a sheet with their formulas; undefined when stopped. */
export async function readFormulas(sheet: FileSheet, progress?: ReadProgress): Promise<SheetFormulas | undefined> {
  const area = sheet.used();
  const formulas = await readLines(sheet, heldOf, { area, progress });
  return formulas && { area, formulas };
}

/** The rows selected, as far as their sheet is used. */
export function selectedRows(book: FileBook): SelectedRows {
  const used = book.sheet(book.activeId).used();
  const columns = { column: used.column, columns: Math.max(used.columns, 1) };
  const shared = sharedCells({ ...book.selected, ...columns }, used);
  const rows = Array.from({ length: shared?.rows ?? 0 }, (_, index) => (shared?.row ?? 0) + index);
  return { sheetId: book.activeId, rows };
}

interface Reading {
  readonly area: Area;
  readonly progress: ReadProgress | undefined;
}

async function readLines(
  sheet: FileSheet,
  of: (cell: FileCell) => CellValue,
  { area, progress }: Reading,
): Promise<CellValue[][] | undefined> {
  const lines: CellValue[][] = [];
  const breath = breathing();
  while (lines.length < area.rows) {
    if (progress?.stop() === true) return undefined;
    const rows = Math.min(CHUNK, area.rows - lines.length);
    for (const line of sheet.lines({ ...area, row: area.row + lines.length, rows }, of)) lines.push(line);
    progress?.onProgress(lines.length, area.rows);
    await breath();
  }
  return lines;
}
