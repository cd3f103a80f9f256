import type { SelectedRows, Selection } from '../port';
import { AREA_FIELDS, areaOf, rangeOf } from './ranges';
import { usedArea } from './readSheet';
import { inExcel, portError } from './run';
import type { Area } from '../../sheet/area';

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
