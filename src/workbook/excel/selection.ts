import type { Area, Selection } from '../port';
import { AREA_FIELDS, areaOf, rangeOf } from './ranges';
import { inExcel, portError } from './run';

/** The cells selected; the active cell when several areas are. */
export async function currentSelection(): Promise<Selection> {
  try {
    return await selectionOf((workbook) => workbook.getSelectedRange());
  } catch (error) {
    // Excel's answer when several areas, or a picture, are selected.
    if (!['InvalidSelection', 'InvalidOperation'].includes(portError(error).code)) throw error;
    return selectionOf((workbook) => workbook.getActiveCell());
  }
}

/** Shows a sheet and selects cells on it. */
export function selectCells(sheetId: string, area: Area): Promise<void> {
  return inExcel(async (context) => {
    showCells(context.workbook.worksheets.getItem(sheetId), area);
    await context.sync();
  });
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
