import type { ReplacingBlock } from '../plannedCells';
import type { CellValue, HeldCell, ReplacedCells } from '../port';
import { PortError } from '../portError';
import { asTyped, TEXT } from './asTyped';
import { rangeOf } from './ranges';
import { heldIn } from './readCells';
import { breathe } from './rowChunks';
import { blockLines } from './writeBlocks';
import { cellName } from '../../sheet/address';

/** Blocks written or asked about in one request. */
const AT_ONCE = 200;

/** The cells that do not hold what the blocks expect of them. */
export async function changedCells(sheetId: string, blocks: readonly ReplacingBlock[]): Promise<HeldCell[]> {
  const areas = blocks.map(({ area }) => area);
  const held = await heldIn(sheetId, areas);
  return blocks.flatMap((block, index) => differences(block, held[index] ?? []));
}

function differences({ area, replaces }: ReplacingBlock, held: readonly (readonly CellValue[])[]): HeldCell[] {
  return held.flatMap((line, row) =>
    line.flatMap((value, column): HeldCell[] => {
      const expected = replaces[row]?.[column] ?? '';
      if (value === expected) return [];
      const at = { row: area.row + row, column: area.column + column };
      return [{ ...at, address: cellName(at.row, at.column), held: value }];
    }),
  );
}

/** Overwrites cells. What they held before is complete in `replaced` before the first of them is touched. */
export async function replaceCells(
  sheet: Excel.Worksheet,
  blocks: readonly ReplacingBlock[],
  replaced: ReplacedCells[],
): Promise<void> {
  for (const group of groupsOf(blocks)) {
    const ranges = group.map(({ area }) => rangeOf(sheet, area).load('formulas, values, numberFormat'));
    await sheet.context.sync();
    for (const [index, range] of ranges.entries()) {
      const area = group[index]?.area;
      if (area) replaced.push({ area, ...cellsBefore(range) });
    }
  }
  checkAsExpected(blocks, replaced);
  let done = 0;
  for (const group of groupsOf(blocks)) {
    const first = done;
    const written = group.map((block) => ({ block, before: replaced[done++] }));
    // The format decides what is made of what is typed: it has to be there before.
    const dressed = written.filter(({ block, before }) => reformat(sheet, block, before));
    if (dressed.length > 0) await sheet.context.sync();
    const seen = group.map(({ area }) => rangeOf(sheet, area).load('formulas'));
    for (const { block, before } of written) overwrite(sheet, block, before);
    await sheet.context.sync();
    // What stood there when it was overwritten is what goes back.
    seen.forEach(({ formulas }, at) => {
      const before = replaced[first + at];
      if (before) replaced[first + at] = { ...before, held: formulas as CellValue[][] };
    });
    checkAsExpected(group, replaced.slice(first, done));
    await breathe();
  }
}

/** Throws TakenMeanwhile where somebody has typed into a cell since it was looked at. */
function checkAsExpected(blocks: readonly ReplacingBlock[], replaced: readonly ReplacedCells[]): void {
  const [cell] = blocks.flatMap((block, index) => differences(block, replaced[index]?.held ?? []));
  if (cell) throw new PortError('TakenMeanwhile', cell.address);
}

/** Excel drops the apostrophe of a text like "=A1" when it tells formulas (office-js 6687): its value is that text itself. */
function cellsBefore(range: Excel.Range): Omit<ReplacedCells, 'area'> {
  const held = range.formulas as CellValue[][];
  const values = range.values as CellValue[][];
  const words = held.map((line, row) =>
    line.map((value, column) => isFormula(value) && values[row]?.[column] === value),
  );
  const numberFormats = range.numberFormat as string[][];
  return words.some((line) => line.includes(true)) ? { held, words, numberFormats } : { held, numberFormats };
}

/** Whether what goes into a cell is a word and no formula. */
function isWord({ formulas, values }: ReplacingBlock, row: number, column: number): boolean {
  return (formulas?.[row]?.[column] ?? '') === '' && typeof values?.[row]?.[column] === 'string';
}

function formatsOf(block: ReplacingBlock, before: ReplacedCells | undefined): string[][] {
  const wanted = block.format?.numberFormat;
  return (before?.numberFormats ?? []).map((line, row) =>
    line.map((own, column) => wanted ?? (own === TEXT && !isWord(block, row, column) ? 'General' : own)),
  );
}

/** Queues the formats where they become others; whether any do. */
function reformat(sheet: Excel.Worksheet, block: ReplacingBlock, before: ReplacedCells | undefined): boolean {
  const formats = formatsOf(block, before);
  if (JSON.stringify(formats) === JSON.stringify(before?.numberFormats)) return false;
  rangeOf(sheet, block.area).numberFormat = formats;
  return true;
}

function overwrite(sheet: Excel.Worksheet, block: ReplacingBlock, before: ReplacedCells | undefined): void {
  const formats = formatsOf(block, before);
  rangeOf(sheet, block.area).formulas = blockLines(block).map((line, row) =>
    line.map((value, column) =>
      isWord(block, row, column) ? wordAs(block.values?.[row]?.[column] ?? '', formats[row]?.[column]) : value,
    ),
  );
}

/** Gives cells back what they held: their formats first, for a format decides what a word becomes. */
export async function putBack(sheet: Excel.Worksheet, replaced: readonly ReplacedCells[]): Promise<void> {
  if (replaced.length === 0) return;
  for (const { area, numberFormats } of replaced) {
    rangeOf(sheet, area).numberFormat = numberFormats.map((line) => [...line]);
  }
  await sheet.context.sync();
  for (const { area, held, words, numberFormats } of replaced) {
    const range = rangeOf(sheet, area);
    const asBefore = (value: CellValue, row: number, column: number): CellValue =>
      isFormula(value) && words?.[row]?.[column] !== true ? value : wordAs(value, numberFormats[row]?.[column]);
    range.formulas = held.map((line, row) => line.map((value, column) => asBefore(value, row, column)));
  }
}

function isFormula(held: CellValue): boolean {
  return typeof held === 'string' && held.startsWith('=');
}

/** A cell formatted as text keeps every word as it is, an apostrophe before it too; elsewhere it may need one. */
function wordAs(value: CellValue, numberFormat: string | undefined): CellValue {
  return numberFormat === TEXT ? value : asTyped(value);
}

function groupsOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, index) =>
    items.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}
