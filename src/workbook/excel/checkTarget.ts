import { fillingBlocks, plannedAreas, replacingBlocks } from '../plannedCells';
import type { CellBlock, CellValue, SheetRef, WriteOutcome } from '../port';
import { tableInTheWay } from '../tableInTheWay';
import { readCells } from './readCells';
import { changedCells } from './replaceCells';
import { inExcel } from './run';
import { SHEET_FIELDS, sheetRef } from './sheets';
import { tablesOn } from './tables';
import { cellName } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** Why blocks may not be written to a sheet as it is now; undefined when they may. */
export async function checkTarget(sheetId: string, blocks: readonly CellBlock[]): Promise<WriteOutcome | undefined> {
  const { sheet, tables } = await inExcel(async (context) => {
    const found = context.workbook.worksheets.getItem(sheetId).load(SHEET_FIELDS);
    const tablesFound = await tablesOn(context, found);
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

async function occupied(sheet: SheetRef, areas: readonly Area[]): Promise<WriteOutcome | undefined> {
  for (const area of areas) {
    const taken = await firstTaken(sheet.id, area);
    if (taken !== undefined) return { kind: 'occupied', sheet: sheet.name, ...taken };
  }
  return undefined;
}

/** A cell shows its formula first: one that shows nothing is taken too. Values tell of cells that others spilled. */
async function firstTaken(sheetId: string, area: Area): Promise<{ address: string; text: string } | undefined> {
  const formulas = (await readCells({ sheetId, area, field: 'formulas' })) ?? [];
  const values = (await readCells({ sheetId, area, field: 'values' })) ?? [];
  for (const [row, line] of formulas.entries()) {
    for (const [column, formula] of line.entries()) {
      const held = firstFilled(formula, values[row]?.[column]);
      if (held !== '') return { address: cellName(area.row + row, area.column + column), text: String(held) };
    }
  }
  return undefined;
}

const firstFilled = (formula: CellValue, value: CellValue = ''): CellValue => (formula === '' ? value : formula);
