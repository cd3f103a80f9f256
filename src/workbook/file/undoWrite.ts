import { cellName, areaName } from '../../sheet/address';
import { holdsCell, type Area } from '../../sheet/area';
import { PLAIN_STYLE } from '../../package/read/readStyles';
import { sheetReceipts } from '../plannedSheets';
import type { CellValue, ReplacedCells, SheetReceipt, UndoOutcome, WriteReceipt } from '../port';
import type { FileBook } from './fileBook';
import { heldOf, isBlankCell, type FileCell, type FileSheet } from './fileSheet';

/** Takes a write back, all of its sheets or none, unless somebody edited its cells since. */
export function undoWrite(book: FileBook, receipt: WriteReceipt): UndoOutcome {
  const there: [FileSheet, SheetReceipt][] = [];
  for (const one of sheetReceipts(receipt)) {
    const sheet = book.sheets.find(({ id }) => id === one.sheetId);
    if (sheet === undefined && one.addedSheet) continue;
    if (sheet === undefined) return { kind: 'failed', code: 'ItemNotFound', message: 'the sheet is gone' };
    if (sheet.ref.protected && !one.addedSheet)
      return { kind: 'failed', code: 'AccessDenied', message: 'the sheet is protected' };
    const address = editedCell(sheet, one) ?? (one.addedSheet ? foreignCell(sheet, one) : undefined);
    if (address !== undefined) return { kind: 'edited', address, ...(receipt.more ? { sheet: sheet.name } : {}) };
    there.push([sheet, one]);
  }
  for (const [sheet, one] of there) {
    if (one.addedSheet) book.remove(sheet.id);
    else takeBack(sheet, one);
  }
  book.seen();
  return { kind: 'done' };
}

function editedCell(sheet: FileSheet, { areas, written }: SheetReceipt): string | undefined {
  for (const [index, area] of areas.entries()) {
    for (const [r, line] of sheet.lines(area, heldOf).entries()) {
      const c = line.findIndex((held, at) => held !== (written[index]?.[r]?.[at] ?? ''));
      if (c >= 0) return cellName(area.row + r, area.column + c);
    }
  }
  return undefined;
}

/** A cell that somebody filled on a sheet we added, outside of what was written. */
function foreignCell(sheet: FileSheet, { areas, spills }: SheetReceipt): string | undefined {
  const ours = [...areas, ...spills];
  for (const [row, line] of sheet.changed)
    for (const [column, cell] of line)
      if (!isBlankCell(cell) && !ours.some((area) => holdsCell(area, row, column))) return cellName(row, column);
  return undefined;
}

function takeBack(sheet: FileSheet, receipt: SheetReceipt): void {
  const overwritten = new Set(receipt.replaced.map(({ area }) => areaName(area)));
  const filled = receipt.areas.filter((area) => !overwritten.has(areaName(area)));
  for (const one of receipt.replaced) giveBack(sheet, one);
  for (const area of [...filled, ...receipt.formatted, ...receipt.spills]) clear(sheet, area);
  for (const { column, width } of receipt.widths) {
    if (width === sheet.fileWidth(column)) sheet.widths.delete(column);
    else sheet.widths.set(column, width);
  }
}

/** Such cells were blank: they are again what the file holds, down to its bytes. */
function clear(sheet: FileSheet, area: Area): void {
  for (let row = area.row; row < area.row + area.rows; row++)
    for (let column = area.column; column < area.column + area.columns; column++) sheet.put(row, column, undefined);
}

function giveBack(sheet: FileSheet, { area, held, numberFormats }: ReplacedCells): void {
  held.forEach((line, r) =>
    line.forEach((content, c) => {
      const place = [area.row + r, area.column + c] as const;
      sheet.put(...place, cellBefore(sheet, place, { content, numberFormat: numberFormats[r]?.[c] ?? 'General' }));
    }),
  );
}

interface Before {
  readonly content: CellValue;
  readonly numberFormat: string;
}

/** Undefined where the cell is again what the file holds. */
function cellBefore(
  sheet: FileSheet,
  [row, column]: readonly [number, number],
  { content, numberFormat }: Before,
): FileCell | undefined {
  const { model, styles } = sheet.origin;
  const own = sheet.fileCell(row, column);
  const ownStyle = styles[model?.cells.get(row)?.get(column)?.style ?? 0] ?? PLAIN_STYLE;
  const sameContent = own !== undefined && heldOf(own) === content;
  if (sameContent && ownStyle.numberFormat === numberFormat) return undefined;
  const isFormula = typeof content === 'string' && content.startsWith('=');
  const cell: FileCell = sameContent ? own : isFormula ? { value: '', formula: content } : { value: content };
  return { ...cell, style: { ...(sheet.style(row, column) ?? ownStyle), numberFormat } };
}
