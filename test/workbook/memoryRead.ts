import { sheetsToFile } from '../../src/package/sheetsToFile';
import type { CellValue, ReadProgress, SheetContents, SheetFormulas } from '../../src/workbook/port';
import { formattedRows } from '../../src/workbook/formattedRows';
import { type MemoryBook, memoryFormats, type MemorySheet, memoryValues } from './memoryBook';
import { sheetRef } from './memorySheetRef';
import { heldIn } from './memoryWrite';
import type { Area } from '../../src/sheet/area';

/** Rows between two calls back. */
const CHUNK = 500;

/** The used cells of a sheet; undefined when stopped. */
export function readMemory(sheet: MemorySheet, progress?: ReadProgress): SheetContents | undefined {
  const area = usedArea(sheet);
  const values = readLines(area, progress, (part) => memoryValues(sheet, part));
  if (values === undefined) return undefined;
  const { hiddenColumns, hiddenRows, merges, tables } = sheet;
  const formats = memoryFormats(sheet, formattedRows(area));
  return { sheet: sheetRef(sheet), area, values, hiddenColumns, hiddenRows, merges, tables, formats };
}

/** The used cells of a sheet with their formulas; undefined when stopped. */
export function readMemoryFormulas(sheet: MemorySheet, progress?: ReadProgress): SheetFormulas | undefined {
  const area = usedArea(sheet);
  const formulas = readLines(area, progress, (part) => heldIn(sheet, part));
  return formulas && { area, formulas };
}

/** The workbook as an .xlsx file: what its cells hold, and the parts it keeps. */
export function memoryFile({ sheets, customXml: parts }: MemoryBook): Uint8Array {
  const kept = [...parts.values()].flat();
  const customXml = kept.map((xml, at) => ({ id: `{00000000-0000-4000-8000-${String(at).padStart(12, '0')}}`, xml }));
  return sheetsToFile(
    sheets.map((sheet) => {
      const area = usedArea(sheet);
      const formulas = heldIn(sheet, area).map((line) =>
        line.map((held) => (String(held).startsWith('=') ? String(held) : '')),
      );
      const block = { row: area.row, column: area.column, values: memoryValues(sheet, area), formulas };
      return { name: sheet.name, blocks: [block], freezeRows: sheet.frozenRows };
    }),
    { customXml },
  );
}

type Lines = readonly (readonly CellValue[])[];

function readLines(area: Area, progress: ReadProgress | undefined, read: (part: Area) => Lines): Lines | undefined {
  const lines: (readonly CellValue[])[] = [];
  while (lines.length < area.rows) {
    if (progress?.stop() === true) return undefined;
    const rows = Math.min(CHUNK, area.rows - lines.length);
    lines.push(...read({ ...area, row: area.row + lines.length, rows }));
    progress?.onProgress(lines.length, area.rows);
  }
  return lines;
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
