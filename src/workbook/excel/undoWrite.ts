import { sheetReceipts } from '../plannedSheets';
import type { CellValue, SheetReceipt, UndoOutcome, WriteReceipt } from '../port';
import { PortError } from '../portError';
import type { OwnWrites } from './ownWrites';
import { heldIn, readCells } from './readCells';
import { usedArea } from './readSheet';
import { isAsBefore, takeBack } from './restore';
import { inExcel, portError } from './run';
import { areaName, cellName } from '../../sheet/address';
import { holdsCell } from '../../sheet/area';

/** Takes a write back, all of its sheets or none, unless somebody edited its cells since. */
export async function undoWrite(receipt: WriteReceipt, own: OwnWrites): Promise<UndoOutcome> {
  try {
    const there: SheetReceipt[] = [];
    for (const one of sheetReceipts(receipt)) {
      const sheet = await inExcel((context) => findSheet(context, one));
      if (sheet === undefined) continue;
      const address = (await editedCell(one)) ?? (one.addedSheet ? await foreignCell(one) : undefined);
      if (address !== undefined) return { kind: 'edited', address, ...(receipt.more ? { sheet } : {}) };
      there.push(one);
    }
    await own.during(there, () => removeSurely(there));
    return { kind: 'done' };
  } catch (error) {
    const { code, message } = portError(error);
    return { kind: 'failed', code, message };
  }
}

/** The name of the sheet to take the write back from; a sheet we added may have been deleted since. */
async function findSheet(
  context: Excel.RequestContext,
  { sheetId, addedSheet }: SheetReceipt,
): Promise<string | undefined> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId).load('id, name');
  await context.sync();
  if (sheet.isNullObject && addedSheet) return undefined;
  if (sheet.isNullObject) throw new PortError('ItemNotFound', 'the sheet is gone');
  // A sheet that we added goes as a whole, protected or not.
  if (addedSheet) return sheet.name;
  const protection = sheet.protection.load('protected');
  await context.sync();
  if (protection.protected) throw new PortError('AccessDenied', 'the sheet is protected');
  return sheet.name;
}

async function editedCell({ sheetId, areas, written, replaced }: SheetReceipt): Promise<string | undefined> {
  const all = await heldIn(sheetId, areas);
  const before = new Map(replaced.map((one) => [areaName(one.area), one.held]));
  // Excel's own undo, or a taking back that was never answered, has done it already: nothing of anybody's is lost.
  if (areas.every((area, index) => isAsBefore(all[index] ?? [], before.get(areaName(area))))) return undefined;
  for (const [index, held] of all.entries()) {
    const place = firstDifference(held, written[index] ?? []);
    const { row = 0, column = 0 } = areas[index] ?? {};
    if (place !== undefined) return cellName(row + place.row, column + place.column);
  }
  return undefined;
}

type Lines = readonly (readonly CellValue[])[];

function firstDifference(held: Lines, written: Lines): { row: number; column: number } | undefined {
  for (const [row, line] of held.entries()) {
    const column = line.findIndex((value, index) => value !== (written[row]?.[index] ?? ''));
    if (column >= 0) return { row, column };
  }
  return undefined;
}

/** A cell that somebody filled on a sheet we added, outside of what was written. */
async function foreignCell({ sheetId, areas, spills }: SheetReceipt): Promise<string | undefined> {
  const area = await usedArea(sheetId);
  const held = area.rows === 0 ? [] : ((await readCells({ sheetId, area, field: 'formulas' })) ?? []);
  const ours = [...areas, ...spills];
  for (const [r, line] of held.entries()) {
    const row = area.row + r;
    const taken = (value: CellValue, c: number): boolean =>
      value !== '' && !ours.some((part) => holdsCell(part, row, area.column + c));
    const c = line.findIndex(taken);
    if (c >= 0) return cellName(row, area.column + c);
  }
  return undefined;
}

/** The areas that were blank before: all but those of replaced cells. */
function filledAreas(areas: WriteReceipt['areas'], replaced: WriteReceipt['replaced']): WriteReceipt['areas'] {
  const overwritten = new Set(replaced.map(({ area }) => areaName(area)));
  return areas.filter((area) => !overwritten.has(areaName(area)));
}

/** Sheets that are gone were taken away, though Excel has not said so; of cells only a part may have been. */
async function removeSurely(receipts: readonly SheetReceipt[]): Promise<void> {
  try {
    await remove(receipts);
  } catch (error) {
    const isDone = receipts.every(({ addedSheet }) => addedSheet) && (await areGone(receipts).catch(() => false));
    if (!isDone) throw error;
  }
}

async function areGone(receipts: readonly SheetReceipt[]): Promise<boolean> {
  for (const one of receipts) if ((await inExcel((context) => findSheet(context, one))) !== undefined) return false;
  return true;
}

function remove(receipts: readonly SheetReceipt[]): Promise<void> {
  return inExcel(async (context) => {
    for (const { sheetId, addedSheet, areas, formatted, widths, replaced } of receipts) {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      if (addedSheet) sheet.delete();
      else await takeBack(sheet, { filled: filledAreas(areas, replaced), formatted, widths, replaced });
    }
    await context.sync();
  });
}
