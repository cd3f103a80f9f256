import { formattedRows } from '../formattedRows';
import type { ReadProgress, SheetContents, SheetFormulas } from '../port';
import { hiddenIn } from './hidden';
import type { MergeMemory } from './merges';
import { AREA_FIELDS, areaOf } from './ranges';
import { readCells } from './readCells';
import { inExcel } from './run';
import { SHEET_FIELDS, sheetRef } from './sheets';
import { excelTablesOn } from './tables';
import type { Area } from '../../sheet/area';

const NO_CELLS: Area = { row: 0, column: 0, rows: 0, columns: 0 };

/** The used cells of a sheet; undefined when stopped. Merged cells come last, and from memory where they are known. */
export async function readSheet(
  merged: MergeMemory,
  sheetId: string,
  progress?: ReadProgress,
): Promise<SheetContents | undefined> {
  const { area, ...facts } = await sheetFacts(sheetId);
  if (area.rows === 0) return { ...facts, area, values: [], hiddenColumns: [], hiddenRows: [], merges: [] };
  const values = await readCells({ sheetId, area, field: 'values', progress });
  if (values === undefined) return undefined;
  const stop = progress?.stop;
  const hiddenColumns = await hiddenIn({ sheetId, area, side: 'columnHidden', stop });
  const hiddenRows = await hiddenIn({ sheetId, area, side: 'rowHidden', stop });
  if (hiddenColumns === undefined || hiddenRows === undefined) return undefined;
  const merges = await merged.of(sheetId, { area, values });
  const formats = ((await readCells({ sheetId, area: formattedRows(area), field: 'numberFormat' })) ??
    []) as string[][];
  return { ...facts, area, values, hiddenColumns, hiddenRows, merges, formats };
}

/** The used cells of a sheet with their formulas; undefined when stopped. */
export async function readFormulas(sheetId: string, progress?: ReadProgress): Promise<SheetFormulas | undefined> {
  const area = await usedArea(sheetId);
  const formulas = area.rows === 0 ? [] : await readCells({ sheetId, area, field: 'formulas', progress });
  return formulas && { area, formulas };
}

/** The cells of a sheet that hold something; no rows when none does. */
export function usedArea(sheetId: string): Promise<Area> {
  return inExcel(async (context) => {
    const used = usedOf(context.workbook.worksheets.getItem(sheetId));
    await context.sync();
    return areaIn(used);
  });
}

const usedOf = (sheet: Excel.Worksheet) => sheet.getUsedRangeOrNullObject(true).load(AREA_FIELDS);
const areaIn = (used: Excel.Range) => (used.isNullObject ? NO_CELLS : areaOf(used));

async function sheetFacts(sheetId: string): Promise<Pick<SheetContents, 'sheet' | 'area' | 'tables'>> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId).load(SHEET_FIELDS);
    const used = usedOf(sheet);
    const tables = await excelTablesOn(context, sheet);
    return { sheet: sheetRef(sheet), area: areaIn(used), tables };
  });
}
