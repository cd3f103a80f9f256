import { cellAddress } from '../address';
import type { Area, CellBlock, CellValue } from '../port';
import { PortError } from '../portError';
import { applyLook } from './applyLook';
import { asTyped } from './asTyped';
import { rangeOf } from './ranges';
import { heldIn } from './readCells';
import { breathe, rowChunks } from './rowChunks';

/** Writes a block in chunks of rows, a sync each. */
export async function writeBlock(sheet: Excel.Worksheet, block: CellBlock): Promise<void> {
  const { area, spill, format = {} } = block;
  const range = rangeOf(sheet, area);
  // In a cell formatted as text a formula or number would stay text, so the format comes first.
  range.numberFormat = everywhere(format.numberFormat ?? 'General');
  for (const part of spill === undefined ? [range] : [range, rangeOf(sheet, spill)]) applyLook(part, format);
  if (spill !== undefined && format.numberFormat !== undefined) {
    rangeOf(sheet, spill).numberFormat = everywhere(format.numberFormat);
  }
  await writeLines(sheet, area, linesOf(block));
}

/** What the blocks' cells hold now, as a receipt keeps it; throws ValueNotKept where Excel did not keep what was written. */
export async function readBack(sheetId: string, blocks: readonly CellBlock[]): Promise<CellValue[][][]> {
  const areas = blocks.map(({ area }) => area);
  const held = await heldIn(sheetId, areas);
  for (const [index, block] of blocks.entries()) checkKept(block, held[index] ?? []);
  return held;
}

function checkKept(block: CellBlock, held: readonly (readonly CellValue[])[]): void {
  const { area } = block;
  for (const [row, line] of linesOf(block).entries()) {
    const column = line.findIndex((typed, index) => !kept(typed, held[row]?.[index] ?? ''));
    if (column < 0) continue;
    throw new PortError('ValueNotKept', cellAddress(area.row + row, area.column + column));
  }
}

async function writeLines(sheet: Excel.Worksheet, area: Area, lines: CellValue[][]): Promise<void> {
  for (const { start, rows } of rowChunks(lines)) {
    rangeOf(sheet, { ...area, row: area.row + start, rows }).formulas = lines.slice(start, start + rows);
    await sheet.context.sync();
    await breathe();
  }
}

/** What is typed into each cell: its formula, or else its value kept from being read as more. */
export function linesOf({ area, values, formulas }: CellBlock): CellValue[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (__, column) => {
      const formula = formulas?.[row]?.[column] ?? '';
      return formula === '' ? asTyped(values?.[row]?.[column] ?? '') : formula;
    }),
  );
}

/** A merged cell swallows what is written behind its first cell; text must not have become a number. */
function kept(typed: CellValue, held: CellValue): boolean {
  return typed === '' || typed === "'" ? held === '' : held !== '' && typeof held === typeof typed;
}

/** Office.js takes one value for all cells of a range, though its types ask for one a cell. */
const everywhere = (format: string): string[][] => format as unknown as string[][];
