import { cellAddress } from '../address';
import type { ReplacingBlock } from '../plannedCells';
import type { CellValue, HeldCell, ReplacedCells } from '../port';
import { asTyped } from './asTyped';
import { rangeOf } from './ranges';
import { heldIn } from './readCells';
import { breathe } from './rowChunks';
import { linesOf } from './writeBlocks';

/** Blocks written or asked about in one request. */
const AT_ONCE = 200;
/** Excel's name for cells formatted as text, in which a number would stay text. */
const TEXT = '@';

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
      return [{ ...at, address: cellAddress(at.row, at.column), held: value }];
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
    const ranges = group.map(({ area }) => rangeOf(sheet, area).load('formulas, numberFormat'));
    await sheet.context.sync();
    for (const [index, { formulas, numberFormat }] of ranges.entries()) {
      const area = group[index]?.area;
      if (area) replaced.push({ area, held: formulas as CellValue[][], numberFormats: numberFormat as string[][] });
    }
  }
  let index = 0;
  for (const group of groupsOf(blocks)) {
    for (const block of group) overwrite(sheet, block, replaced[index++]);
    await sheet.context.sync();
    await breathe();
  }
}

function overwrite(sheet: Excel.Worksheet, block: ReplacingBlock, before: ReplacedCells | undefined): void {
  const range = rangeOf(sheet, block.area);
  const typed = linesOf(block);
  const wanted = block.format?.numberFormat;
  const isWord = (row: number, column: number) =>
    (block.formulas?.[row]?.[column] ?? '') === '' && typeof block.values?.[row]?.[column] === 'string';
  const formats = (before?.numberFormats ?? []).map((line, row) =>
    line.map((own, column) => wanted ?? (own === TEXT && !isWord(row, column) ? 'General' : own)),
  );
  if (JSON.stringify(formats) !== JSON.stringify(before?.numberFormats)) range.numberFormat = formats;
  range.formulas = typed.map((line, row) =>
    line.map((value, column) =>
      isWord(row, column) ? wordAs(block.values?.[row]?.[column] ?? '', formats[row]?.[column]) : value,
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
  for (const { area, held, numberFormats } of replaced) {
    const range = rangeOf(sheet, area);
    range.formulas = held.map((line, row) =>
      line.map((value, column) => (isFormula(value) ? value : wordAs(value, numberFormats[row]?.[column]))),
    );
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
