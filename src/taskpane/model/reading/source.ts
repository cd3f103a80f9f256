import { finish, type Steps } from '../../../engine/column/index';
import {
  cutColumns,
  locateTablesSteps,
  matchHeaders,
  unmerged,
  type Cell,
  type LocatedTable,
  type MergedSpan,
  type Unmerged,
} from '../../../engine/ledger/index';
import type { SheetContents } from '../../../workbook/port';
import { earlierResults } from './resultHeaders';
import { type Area, sharedCells } from '../../../sheet/area';

/**
 * A ledger as found on a sheet. `headers` and `cells` hold its cells, `rows` the same with what merged cells say written
 * out; `area` and `body` say where they lie on the sheet.
 */
export interface Source extends Unmerged {
  readonly contents: SheetContents;
  readonly located: LocatedTable;
  /** All tables of the sheet, best first. */
  readonly tables: readonly LocatedTable[];
  readonly headers: readonly (readonly Cell[])[];
  readonly cells: readonly (readonly Cell[])[];
  /** Header rows and data rows, in the sheet's rows and columns. */
  readonly area: Area;
  readonly body: Area;
  /** The Excel table the rows belong to: its formulas cannot spill. */
  readonly excelTable?: string;
  /** Result columns that an earlier session wrote at the right of the ledger; they are no part of it. */
  readonly results?: Area;
}

/** The best table of a sheet, or the one chosen; undefined where the sheet holds none with a data row. */
export function sourceOf(contents: SheetContents, chosen = 0): Source | undefined {
  return finish(sourceSteps(contents, chosen));
}

/** The same in steps: a sheet may hold hundreds of thousands of rows. */
export function* sourceSteps(contents: SheetContents, chosen = 0): Steps<Source | undefined> {
  const found = yield* locateTablesSteps(contents.values);
  const tables = found.filter((table) => table.dataRows > 0);
  const table = tables[chosen] ?? tables[0];
  if (!table) return undefined;
  const whole = cutTable(contents, { ...table, rows: 0 });
  const results = earlierResults(whole.headers.at(-1) ?? []);
  const located = results === 0 ? table : withoutColumns(table, whole.headers, results);
  const { headerRow, headerRows, firstRow, rows, firstColumn, columns } = located;
  const at = { row: contents.area.row, column: contents.area.column + firstColumn };
  const body = { row: at.row + firstRow, column: at.column, rows, columns };
  const area = { row: at.row + headerRow, column: at.column, rows: headerRows + rows, columns };
  yield;
  const { headers, cells } = cutTable(contents, located);
  const written = unmerged(cells, spansOf(contents, body), located.headers);
  const excelTable = contents.tables.find((other) => sharedCells(other.area, body) !== undefined)?.name;
  return {
    ...{ contents, located, tables, area, body, headers, cells, ...written },
    ...(excelTable === undefined ? {} : { excelTable }),
    ...(results === 0 ? {} : { results: { ...area, column: at.column + columns, columns: results } }),
  };
}

function cutTable({ values }: SheetContents, located: LocatedTable): Pick<Source, 'headers' | 'cells'> {
  const { headerRow, headerRows, firstRow, rows, firstColumn, columns } = located;
  const cut = (from: number, count: number) => cutColumns(values.slice(from, from + count), firstColumn, columns);
  return { headers: cut(headerRow, headerRows), cells: cut(firstRow, rows) };
}

/** The merged cells of a table's body, by their place in it. */
function spansOf({ merges }: SheetContents, body: Area): MergedSpan[] {
  return merges.flatMap((merge) => {
    const inside = sharedCells(merge, body);
    if (inside?.row !== merge.row || inside.column !== merge.column) return [];
    return [{ row: inside.row - body.row, column: inside.column - body.column, rows: inside.rows }];
  });
}

function withoutColumns(table: LocatedTable, headers: Source['headers'], count: number): LocatedTable {
  const columns = table.columns - count;
  return { ...table, columns, headers: matchHeaders(headers.map((row) => row.slice(0, columns))) };
}

/** The row of the sheet, as a person counts, of a ledger row. */
export function sheetRow(source: Source, row: number): number {
  return source.body.row + row + 1;
}

/** The ledger row that a cell of the sheet lies in, or undefined outside the body. */
export function ledgerRow(source: Source, area: Area): number | undefined {
  const row = area.row - source.body.row;
  const inside = row >= 0 && row < source.body.rows;
  return inside ? row : undefined;
}

/**
 * Whether an edit may change what was read of a ledger, or where it lies. A row typed right below the table is one more of its
 * rows; lines above it name units, and whole rows or columns inserted there move it.
 */
export function touchesLedger({ area }: Source, changed: Area): boolean {
  if (changed.row < area.row) return true;
  const isBeside = changed.column < area.column && changed.rows > area.rows;
  return isBeside || sharedCells(changed, { ...area, rows: area.rows + 1 }) !== undefined;
}

/** Which of a sheet's tables a ledger is. */
export function tableIndex({ tables, located }: Source): number {
  return tables.findIndex(({ headerRow }) => headerRow === located.headerRow);
}

/** Whether the columns of the table, by position, are hidden on the sheet. */
export function hiddenColumns({ contents, body }: Source): ReadonlySet<number> {
  return new Set(contents.hiddenColumns.map((column) => column - body.column));
}
