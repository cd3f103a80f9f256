import { cellName, MAX_CHARACTERS } from '../sheet/address';
import { plannedSheets } from './plannedSheets';
import type { CellBlock, CellValue, WritePlan } from './port';
import type { Area } from '../sheet/area';

/** A block that overwrites cells in use. */
export type ReplacingBlock = CellBlock & { readonly replaces: readonly (readonly CellValue[])[] };

/** The blocks that overwrite cells in use. */
export function replacingBlocks(blocks: readonly CellBlock[]): readonly ReplacingBlock[] {
  return blocks.filter((block): block is ReplacingBlock => block.replaces !== undefined);
}

/** The blocks that need blank cells. */
export function fillingBlocks(blocks: readonly CellBlock[]): readonly CellBlock[] {
  return blocks.filter(({ replaces }) => replaces === undefined);
}

/** Every area a plan writes to: the blocks and what their formulas spill over. */
export function plannedAreas(blocks: readonly CellBlock[]): readonly Area[] {
  return blocks.flatMap(({ area, spill }) => (spill === undefined ? [area] : [area, spill]));
}

/** The areas whose look a plan sets: a block with a format, and what it spills over. */
export function formattedAreas(blocks: readonly CellBlock[]): readonly Area[] {
  return plannedAreas(fillingBlocks(blocks).filter((block) => lookOf(block) !== undefined));
}

/** The areas that the blocks' formulas spill over. */
export function spillAreas(blocks: readonly CellBlock[]): readonly Area[] {
  return blocks.flatMap(({ spill }) => (spill === undefined ? [] : [spill]));
}

/** The columns a plan makes wider or narrower, with their new width in points. */
export function plannedWidths(blocks: readonly CellBlock[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { area, format } of blocks) {
    if (format?.columnWidth === undefined) continue;
    for (let column = area.column; column < area.column + area.columns; column++)
      widths.set(column, format.columnWidth);
  }
  return widths;
}

/** The first cell of a plan that would hold more characters than a cell can. */
export function longText(plan: WritePlan): string | undefined {
  for (const { area, values = [] } of plannedSheets(plan).flatMap(({ blocks }) => blocks)) {
    for (const [row, line] of values.entries()) {
      const column = line.findIndex((value) => typeof value === 'string' && value.length > MAX_CHARACTERS);
      if (column >= 0) return cellName(area.row + row, area.column + column);
    }
  }
  return undefined;
}

/** A block's format without widths and heights, which are not the cells' own; undefined when nothing is set. */
function lookOf({ format = {} }: CellBlock): object | undefined {
  const { columnWidth: _, rowHeight: __, ...look } = format;
  return Object.keys(look).length === 0 ? undefined : look;
}
