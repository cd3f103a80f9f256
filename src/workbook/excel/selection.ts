import type { SelectedRows, Selection } from '../port';
import { AREA_FIELDS, areaOf, rangeOf } from './ranges';
import { usedArea } from './readSheet';
import { inExcel, portError } from './run';
import type { Area } from '../../sheet/area';
import { areaName } from '../../sheet/address';

/** Excel's answer when several areas, or a picture, are selected. */
const NO_RANGES = ['InvalidSelection', 'InvalidOperation'];

/** The cells selected; the active cell when several areas are. */
export async function currentSelection(): Promise<Selection> {
  try {
    return await selectionOf((workbook) => workbook.getSelectedRange());
  } catch (error) {
    if (!NO_RANGES.includes(portError(error).code)) throw error;
    return selectionOf((workbook) => workbook.getActiveCell());
  }
}

/** The rows of all selected areas, as far as their sheet is used. */
export async function selectedRows(): Promise<SelectedRows> {
  const { sheetId, areas } = await selectedAreas();
  const used = await usedArea(sheetId);
  const rows = new Set<number>();
  for (const { row, rows: count } of areas) {
    const last = Math.min(row + count, used.row + used.rows);
    for (let at = Math.max(row, used.row); at < last; at++) rows.add(at);
  }
  return { sheetId, rows: [...rows].sort((a, b) => a - b) };
}

async function selectedAreas(): Promise<{ sheetId: string; areas: readonly Area[] }> {
  try {
    return await inExcel(async (context) => {
      const selected = context.workbook.getSelectedRanges();
      const ranges = selected.areas.load('items/rowIndex, items/columnIndex, items/rowCount, items/columnCount');
      const sheet = selected.worksheet.load('id');
      await context.sync();
      return { sheetId: sheet.id, areas: ranges.items.map(areaOf) };
    });
  } catch (error) {
    if (!NO_RANGES.includes(portError(error).code)) throw error;
    const { sheetId, area } = await currentSelection();
    return { sheetId, areas: [area] };
  }
}

/** Shows a sheet and selects cells on it. */
export function selectCells(sheetId: string, area: Area): Promise<void> {
  return inExcel(async (context) => {
    showCells(context.workbook.worksheets.getItem(sheetId), area);
    await context.sync();
  });
}

/** Excel selects several areas from 1.18 on; one address may be so many signs long. */
const SEVERAL = { set: 'ExcelApi', version: '1.18', signs: 8192 } as const;

/** Shows a sheet and selects as many of the areas, from the first on, as this Excel can. */
export async function selectAreas(sheetId: string, areas: readonly Area[]): Promise<number> {
  const [first] = areas;
  if (!first) return 0;
  const names = areas.map(areaName);
  let [count, signs] = [0, -1];
  for (; count < names.length; count++) if ((signs += 1 + (names[count]?.length ?? 0)) > SEVERAL.signs) break;
  if (count < 2 || !Office.context.requirements.isSetSupported(SEVERAL.set, SEVERAL.version)) {
    await selectCells(sheetId, first);
    return 1;
  }
  try {
    await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      sheet.activate();
      sheet.getRanges(names.slice(0, count).join(',')).select();
      await context.sync();
    });
    return count;
  } catch {
    // Whatever it has against several, one area can be shown; how many are selected is told.
    await selectCells(sheetId, first);
    return 1;
  }
}

/** Queues showing a sheet and selecting cells on it. */
export function showCells(sheet: Excel.Worksheet, area: Area): void {
  sheet.activate();
  rangeOf(sheet, area).select();
}

function selectionOf(pick: (workbook: Excel.Workbook) => Excel.Range): Promise<Selection> {
  return inExcel(async (context) => {
    const range = pick(context.workbook).load(AREA_FIELDS);
    const sheet = range.worksheet.load('id');
    await context.sync();
    return { sheetId: sheet.id, area: areaOf(range) };
  });
}
