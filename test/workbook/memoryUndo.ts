import { sheetReceipts } from '../../src/workbook/plannedSheets';
import type { ReplacedCells, SheetReceipt, UndoOutcome, WriteReceipt } from '../../src/workbook/port';
import type { MemoryBook, MemorySheet } from './memoryBook';
import { heldBy } from './memoryWrite';
import { areaName, cellName } from '../../src/sheet/address';
import { holdsCell } from '../../src/sheet/area';

/** Takes a write back, all of its sheets or none, unless somebody edited since. */
export function undoMemory(book: MemoryBook, receipt: WriteReceipt): UndoOutcome {
  const there: [MemorySheet, SheetReceipt][] = [];
  for (const one of sheetReceipts(receipt)) {
    const sheet = book.sheets.find(({ id }) => id === one.sheetId);
    if (sheet === undefined && one.addedSheet) continue;
    if (sheet === undefined) return { kind: 'failed', code: 'ItemNotFound', message: 'no such sheet' };
    if (sheet.protected && !one.addedSheet) {
      return { kind: 'failed', code: 'AccessDenied', message: 'the sheet is protected' };
    }
    const address = editedCell(sheet, one) ?? (one.addedSheet ? foreignCell(sheet, one) : undefined);
    if (address !== undefined) return { kind: 'edited', address, ...(receipt.more ? { sheet: sheet.name } : {}) };
    there.push([sheet, one]);
  }
  for (const [sheet, one] of there) {
    if (one.addedSheet) book.remove(sheet.id);
    else takeBack(book, sheet, one);
  }
  return { kind: 'done' };
}

function editedCell(sheet: MemorySheet, { areas, written }: SheetReceipt): string | undefined {
  for (const [index, area] of areas.entries()) {
    for (const [r, line] of (written[index] ?? []).entries()) {
      const c = line.findIndex((held, column) => heldBy(sheet, area.row + r, area.column + column) !== held);
      if (c >= 0) return cellName(area.row + r, area.column + c);
    }
  }
  return undefined;
}

/** A cell that somebody filled outside of what was written. */
function foreignCell(sheet: MemorySheet, { areas, spills }: SheetReceipt): string | undefined {
  const places = [...sheet.cells.keys()].map((key) => key.split(',').map(Number));
  const found = places.find(
    ([row = 0, column = 0]) => ![...areas, ...spills].some((area) => holdsCell(area, row, column)),
  );
  return found === undefined ? undefined : cellName(found[0] ?? 0, found[1] ?? 0);
}

function takeBack(
  book: MemoryBook,
  sheet: MemorySheet,
  { areas: all, formatted, widths, replaced }: SheetReceipt,
): void {
  const overwritten = new Set(replaced.map(({ area }) => areaName(area)));
  const areas = all.filter((area) => !overwritten.has(areaName(area)));
  for (const before of replaced) putBack(book, sheet, before);
  for (const area of [...areas, ...formatted]) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        if (areas.includes(area)) book.clearCell(sheet, row, column);
        sheet.formats.delete(`${row},${column}`);
      }
    }
  }
  for (const { column, width } of widths) sheet.widths.set(column, width);
}

function putBack(book: MemoryBook, sheet: MemorySheet, { area, held, numberFormats }: ReplacedCells): void {
  held.forEach((line, r) =>
    line.forEach((value, c) => {
      const [row, column] = [area.row + r, area.column + c];
      book.put(sheet, [row, column], value, !(typeof value === 'string' && value.startsWith('=')));
      const numberFormat = numberFormats[r]?.[c] ?? 'General';
      sheet.formats.set(`${row},${column}`, { ...sheet.formats.get(`${row},${column}`), numberFormat });
    }),
  );
}
