import type { CellChange, CellModel, SheetModel } from '../model';
import type { SharedGroup } from '../read/sheetLayout';
import type { CellChanges } from './patchCells';
import { type Area, holdsCell } from '../../sheet/area';
import { parseArea } from '../../sheet/address';

type MutableChanges = Map<number, Map<number, CellChange>>;

/**
 * The changes asked for, and those they entail: a shared formula is written out in the cells that lean on a changed one,
 * and what a changed array formula had spilled is cleared where the new one does not reach.
 */
export function completeChanges(sheet: SheetModel, shared: readonly SharedGroup[], changes: CellChanges): CellChanges {
  const all: MutableChanges = new Map([...changes].map(([row, cells]) => [row, new Map(cells)]));
  for (const group of shared) writeOutShared(sheet, group, all);
  for (const [row, cells] of changes) {
    for (const [column, change] of cells) clearSpill(sheet, { row, column, change }, all);
  }
  return all;
}

function writeOutShared(sheet: SheetModel, { master, members }: SharedGroup, all: MutableChanges): void {
  if (!all.get(master.row)?.has(master.column)) return;
  for (const { row, column } of members) {
    const cell = sheet.cells.get(row)?.get(column);
    if (cell) add(all, { row, column, change: asChange(cell) });
  }
}

function asChange({ value, type, formula }: CellModel): CellChange {
  return formula === undefined ? { value, type } : { value, type, formula };
}

function add(all: MutableChanges, { row, column, change }: { row: number; column: number; change: CellChange }): void {
  const cells = all.get(row) ?? new Map<number, CellChange>();
  if (!cells.has(column)) cells.set(column, change);
  all.set(row, cells);
}

function clearSpill(
  sheet: SheetModel,
  { row, column, change }: { row: number; column: number; change: CellChange },
  all: MutableChanges,
): void {
  const old = sheet.cells.get(row)?.get(column);
  const before = old?.arrayRange === undefined || keepsArray(old, change) ? undefined : parseArea(old.arrayRange);
  if (!before) return;
  const now = change.arrayRange === undefined ? undefined : parseArea(change.arrayRange);
  for (const place of filledCells(sheet, before)) {
    if (now && holdsCell(now, place.row, place.column)) continue;
    add(all, { ...place, change: { value: null, type: 'blank' } });
  }
}

/** Whether a change leaves an array formula as it is: the same text, and no new range. */
export function keepsArray(old: CellModel | undefined, change: CellChange): boolean {
  if (old?.arrayRange === undefined || old.formula !== change.formula) return false;
  return change.arrayRange === undefined || change.arrayRange === old.arrayRange;
}

/** The area's cells that hold a value and no formula of their own; walks the area or the sheet, whichever is smaller. */
function filledCells(sheet: SheetModel, area: Area): { row: number; column: number }[] {
  return within(sheet.cells, area.row, area.rows).flatMap(([row, cells]) =>
    within(cells, area.column, area.columns)
      .filter(([, { value, formula }]) => value !== null && formula === undefined)
      .map(([column]) => ({ row, column })),
  );
}

function within<Value>(map: ReadonlyMap<number, Value>, first: number, length: number): [number, Value][] {
  if (length > map.size) return [...map].filter(([key]) => key >= first && key < first + length);
  return Array.from({ length }, (_, i) => first + i).flatMap((key): [number, Value][] => {
    const value = map.get(key);
    return value === undefined ? [] : [[key, value]];
  });
}
