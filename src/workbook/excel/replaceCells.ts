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
  const lines = linesOf(block);
  const wanted = block.format?.numberFormat;
  const formats = (before?.numberFormats ?? []).map((line, row) =>
    line.map((own, column) => wanted ?? (own === TEXT && typeof lines[row]?.[column] === 'number' ? 'General' : own)),
  );
  if (JSON.stringify(formats) !== JSON.stringify(before?.numberFormats)) range.numberFormat = formats;
  range.formulas = lines;
}

/** Queues giving cells back what they held. */
export function putBack(sheet: Excel.Worksheet, replaced: readonly ReplacedCells[]): void {
  for (const { area, held, numberFormats } of replaced) {
    const range = rangeOf(sheet, area);
    range.numberFormat = numberFormats.map((line) => [...line]);
    range.formulas = held.map((line) => line.map(typedAgain));
  }
}

/** A formula stays one; other text was text and becomes nothing else. */
function typedAgain(held: CellValue): CellValue {
  return typeof held === 'string' && held.startsWith('=') ? held : asTyped(held);
}

function groupsOf<Item>(items: readonly Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, index) =>
    items.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  );
}
