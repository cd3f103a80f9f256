import { AREA_FIELDS, areaOf, rangeOf } from './ranges';
import { inExcel, portError } from './run';
import { type Area, sharedCells } from '../../sheet/area';
import type { CellValue } from '../port';

/** Cells that were read, and where they stand. */
interface ReadCells {
  readonly area: Area;
  readonly values: readonly (readonly CellValue[])[];
}

/** The merged cells of the sheets read so far. */
export interface MergeMemory {
  of(sheetId: string, cells: ReadCells): Promise<readonly Area[]>;
  /** Rows or columns of a sheet have moved, or it is gone. */
  forget(sheetId: string): void;
}

/**
 * Asks Excel for the merged cells of a sheet once: on Windows the question empties the person's undo list (office-js 5918).
 * They are asked for again after a change of rows or columns, and where a cell that they would have swallowed holds a value.
 */
export function createMergeMemory(ask: typeof mergedIn = mergedIn): MergeMemory {
  const known = new Map<string, readonly Area[]>();
  return {
    async of(sheetId, cells) {
      const before = known.get(sheetId);
      const merges = before && hold(before, cells) ? before : await ask(sheetId, cells.area);
      known.set(sheetId, merges);
      return merges.filter((merge) => sharedCells(merge, cells.area) !== undefined);
    },
    forget: (sheetId) => void known.delete(sheetId),
  };
}

/** Whether merged cells may still be merged: only the first of each holds a value. */
function hold(merges: readonly Area[], { area, values }: ReadCells): boolean {
  return merges.every((merge) => {
    const shared = sharedCells(merge, area);
    if (!shared) return true;
    const lines = values.slice(shared.row - area.row, shared.row - area.row + shared.rows);
    return lines.every((line, row) =>
      line
        .slice(shared.column - area.column, shared.column - area.column + shared.columns)
        .every((value, column) => value === '' || isFirst(merge, shared.row + row, shared.column + column)),
    );
  });
}

const isFirst = (merge: Area, row: number, column: number): boolean => row === merge.row && column === merge.column;

/** The merged cells that lie in an area of a sheet; none where Excel cannot tell (before ExcelApi 1.13). */
async function mergedIn(sheetId: string, area: Area): Promise<readonly Area[]> {
  try {
    return await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      const merged = rangeOf(sheet, area).getMergedAreasOrNullObject();
      merged.areas.load(`items/${AREA_FIELDS.replaceAll(', ', ', items/')}`);
      await context.sync();
      return merged.isNullObject ? [] : merged.areas.items.map(areaOf);
    });
  } catch (error) {
    if (portError(error).code === 'ApiNotFound') return [];
    throw error;
  }
}
