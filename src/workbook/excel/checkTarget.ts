import { fillingBlocks, plannedAreas, replacingBlocks } from '../plannedCells';
import type { CellBlock, SheetRef, WriteOutcome } from '../port';
import { tableInTheWay } from '../tableInTheWay';
import { readCells } from './readCells';
import { changedCells } from './replaceCells';
import { inExcel } from './run';
import { SHEET_FIELDS, sheetRef } from './sheets';
import { excelTablesOn } from './tables';
import { cellName } from '../../sheet/address';
import { boundingArea, type Area } from '../../sheet/area';

/** Why blocks may not be written to a sheet as it is now; undefined when they may. */
export async function checkTarget(sheetId: string, blocks: readonly CellBlock[]): Promise<WriteOutcome | undefined> {
  const { sheet, tables } = await inExcel(async (context) => {
    const found = context.workbook.worksheets.getItem(sheetId).load(SHEET_FIELDS);
    const tablesFound = await excelTablesOn(context, found);
    return { sheet: sheetRef(found), tables: tablesFound };
  });
  if (sheet.protected) return { kind: 'protected', sheet: sheet.name };
  const filling = fillingBlocks(blocks);
  const table = tableInTheWay(filling, tables);
  if (table !== undefined) return { kind: 'inTable', sheet: sheet.name, table };
  return (await changed(sheet, blocks)) ?? occupied(sheet, plannedAreas(filling));
}

async function changed(sheet: SheetRef, blocks: readonly CellBlock[]): Promise<WriteOutcome | undefined> {
  const cells = await changedCells(sheet.id, replacingBlocks(blocks));
  return cells.length === 0 ? undefined : { kind: 'changed', sheet: sheet.name, cells };
}

/** The first cell in use, and what it shows: its formula first, for one that shows nothing is taken too, else what others spilled there. */
async function occupied(sheet: SheetRef, areas: readonly Area[]): Promise<WriteOutcome | undefined> {
  for (const area of besideEachOther(areas)) {
    const held = (await readCells({ sheetId: sheet.id, area, field: 'held' })) ?? [];
    for (const [row, line] of held.entries()) {
      const column = line.findIndex((value) => value !== '');
      if (column < 0) continue;
      const address = cellName(area.row + row, area.column + column);
      return { kind: 'occupied', sheet: sheet.name, address, text: String(line[column]) };
    }
  }
  return undefined;
}

/** Areas that fill a rectangle together are looked at together. */
function besideEachOther(areas: readonly Area[]): readonly Area[] {
  const whole = boundingArea(areas);
  const cells = areas.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  return whole && whole.rows * whole.columns === cells ? [whole] : areas;
}
