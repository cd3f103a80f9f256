import type { CellBlock } from './port';
import { type Area, sharedCells, withNeighbours } from '../sheet/area';

interface NamedArea {
  readonly name: string;
  readonly area: Area;
}

/**
 * The name of a table that a block must not be written to: one that shares cells with it, or one that a spilling
 * formula stands next to (Excel takes such a cell into the table, where nothing can spill).
 */
export function tableInTheWay(blocks: readonly CellBlock[], tables: readonly NamedArea[]): string | undefined {
  return tables.find((table) => blocks.some((block) => collides(block, table.area)))?.name;
}

function collides(block: CellBlock, table: Area): boolean {
  if (sharedCells(block.area, table) !== undefined) return true;
  return block.spill !== undefined && sharedCells(block.spill, withNeighbours(table)) !== undefined;
}
