import type { Area } from '../sheet/area';

/** So many cells of so many rows are enough to see how the columns of a sheet are shown. */
const MOST = { rows: 500, cells: 20_000 } as const;

/** The first rows of a sheet's cells in use, whose number formats are read. */
export function formattedRows(area: Area): Area {
  const fitting = Math.max(1, Math.floor(MOST.cells / Math.max(1, area.columns)));
  return { ...area, rows: Math.min(area.rows, MOST.rows, fitting) };
}
