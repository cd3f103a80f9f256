import { MAX_COLUMNS, MAX_ROWS, areaName, cellName } from '../../sheet/address';
import { sharedCells, type Area } from '../../sheet/area';
import { fillingBlocks, plannedAreas, replacingBlocks } from '../plannedCells';
import { plannedSheets } from '../plannedSheets';
import type { CellBlock, HeldCell, SheetPlan, WriteOutcome, WritePlan } from '../port';
import { PortError } from '../portError';
import { tableInTheWay } from '../tableInTheWay';
import type { FileBook } from './fileBook';
import { heldOf, isBlankCell, type FileSheet } from './fileSheet';

/** Why a plan must not be written; every sheet is looked at before anything is written to one. Throws for a sheet that is gone. */
export function whyRefused(book: FileBook, plan: WritePlan): WriteOutcome | undefined {
  for (const one of plannedSheets(plan)) {
    for (const { area } of one.blocks) checkEdge(area);
    if ('newName' in one.sheet && book.opened.model.structureLocked === true)
      throw new PortError('AccessDenied', 'the structure of the workbook is protected');
    const refused = 'id' in one.sheet ? sheetRefusal(book.sheet(one.sheet.id), one) : undefined;
    if (refused) return refused;
  }
  return undefined;
}

function sheetRefusal(sheet: FileSheet, { blocks }: SheetPlan): WriteOutcome | undefined {
  if (sheet.ref.protected) return { kind: 'protected', sheet: sheet.name };
  const filling = fillingBlocks(blocks);
  const table = tableInTheWay(filling, sheet.origin.tables);
  if (table !== undefined) return { kind: 'inTable', sheet: sheet.name, table };
  const cells = changedCells(sheet, blocks);
  if (cells.length > 0) return { kind: 'changed', sheet: sheet.name, cells };
  return occupied(sheet, filling) ?? swallowed(sheet, blocks);
}

/** Cells that hold something else than they are to be replaced for. */
function changedCells(sheet: FileSheet, blocks: readonly CellBlock[]): HeldCell[] {
  return replacingBlocks(blocks).flatMap(({ area, replaces }) =>
    sheet.lines(area, heldOf).flatMap((line, r) =>
      line.flatMap((held, c): HeldCell[] => {
        if (held === (replaces[r]?.[c] ?? '')) return [];
        const [row, column] = [area.row + r, area.column + c];
        return [{ row, column, address: cellName(row, column), held }];
      }),
    ),
  );
}

function occupied(sheet: FileSheet, blocks: readonly CellBlock[]): WriteOutcome | undefined {
  for (const area of plannedAreas(blocks)) {
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const cell = sheet.cell(row, column);
        if (isBlankCell(cell)) continue;
        const text = String(heldOf(cell));
        return { kind: 'occupied', sheet: sheet.name, address: cellName(row, column), text };
      }
    }
  }
  return undefined;
}

/** A merged cell shows its first cell alone: what is written behind that would never be seen. */
function swallowed(sheet: FileSheet, blocks: readonly CellBlock[]): WriteOutcome | undefined {
  for (const merge of sheet.origin.model?.merges ?? []) {
    const at = blocks.find((block) => writesBehind(block, merge));
    if (at) return { kind: 'failed', code: 'ValueNotKept', message: areaName(merge) };
  }
  return undefined;
}

function writesBehind({ area, values, formulas }: CellBlock, merge: Area): boolean {
  const shared = sharedCells(area, merge);
  if (!shared) return false;
  for (let row = shared.row; row < shared.row + shared.rows; row++)
    for (let column = shared.column; column < shared.column + shared.columns; column++) {
      const [r, c] = [row - area.row, column - area.column];
      const isFirst = row === merge.row && column === merge.column;
      if (!isFirst && ((values?.[r]?.[c] ?? '') !== '' || (formulas?.[r]?.[c] ?? '') !== '')) return true;
    }
  return false;
}

function checkEdge({ row, column, rows, columns }: Area): void {
  if (row + rows > MAX_ROWS || column + columns > MAX_COLUMNS || row < 0 || column < 0)
    throw new PortError('InvalidArgument', 'beyond the edge of the sheet');
}
