import type { Area, CellValue, ReadProgress, SheetContents } from '../../src/workbook/port';
import { type MemorySheet, memoryValues } from './memoryBook';
import { sheetRef } from './memorySheetRef';

/** Rows between two calls back. */
const CHUNK = 500;

/** The used cells of a sheet; undefined when stopped. */
export function readMemory(sheet: MemorySheet, progress?: ReadProgress): SheetContents | undefined {
  const area = usedArea(sheet);
  const values: CellValue[][] = [];
  while (values.length < area.rows) {
    if (progress?.stop() === true) return undefined;
    const rows = Math.min(CHUNK, area.rows - values.length);
    values.push(...memoryValues(sheet, { ...area, row: area.row + values.length, rows }));
    progress?.onProgress(values.length, area.rows);
  }
  const { hiddenColumns, hiddenRows, tables } = sheet;
  return { sheet: sheetRef(sheet), area, values, hiddenColumns, hiddenRows, tables };
}

function usedArea(sheet: MemorySheet): Area {
  const places = [...sheet.cells.keys()].map((key) => key.split(',').map(Number));
  if (places.length === 0) return { row: 0, column: 0, rows: 0, columns: 0 };
  const rows = range(places.map(([row = 0]) => row));
  const columns = range(places.map(([, column = 0]) => column));
  return { row: rows.least, column: columns.least, rows: rows.length, columns: columns.length };
}

/** Not Math.min(...numbers): a ledger has more cells than a call takes arguments. */
function range(numbers: readonly number[]): { least: number; length: number } {
  const least = numbers.reduce((a, b) => Math.min(a, b), Infinity);
  const most = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  return { least, length: most - least + 1 };
}
