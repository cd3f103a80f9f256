import type { Area } from '../../sheet/area';
import type { ExcelTable, Tables } from './tables';

/** Lets a table take in cells that were filled right below or right of it, as Excel does by itself. */
export function growTables(tables: Tables, sheetId: string, filled: Area): void {
  for (const table of tables.all(sheetId)) {
    const grown = grownBy(table, filled);
    if (grown) tables.put({ ...table, area: grown });
  }
}

function grownBy({ area, totals }: ExcelTable, filled: Area): Area | undefined {
  const [below, beside] = [area.row + area.rows, area.column + area.columns];
  const isBelow = filled.row === below && filled.column < beside && filled.column + filled.columns > area.column;
  // A table with a row of totals does not grow over it.
  if (isBelow && !totals) return { ...area, rows: area.rows + filled.rows };
  const isBeside = filled.column === beside && filled.row < below && filled.row + filled.rows > area.row;
  return isBeside ? { ...area, columns: area.columns + filled.columns } : undefined;
}
