import { finish, type Steps } from '../../../engine/column/index';
import {
  cutColumns,
  translated,
  type Dictionary,
  type FirmAnswer,
  type HeaderMatch,
  type NamelessAnswer,
  locateTablesSteps,
  understoodHeaders,
  unmerged,
  withoutDittos,
  type Rows,
  type LocatedTable,
  type OwnColumns,
  type PointedRows,
  type SheetCells,
  type Unmerged,
} from '../../../engine/ledger/index';
import type { SheetContents } from '../../../workbook/port';
import { areFormulas, earlierResults } from './resultHeaders';
import type { PointedHeader } from './pointed';
import type { LineChoice, SharedChoice } from './rowChoices';
import { withLines } from './oneLine';
import { spansIn } from './spans';
import type { TableWord } from './tableWords';
import { type Area, sharedCells } from '../../../sheet/area';

/** A row that a person has called a total: its sheet and its words, which stay when its figures change. */
export interface AsideRow {
  readonly sheet: string;
  readonly words: readonly string[];
}

/** A table of a sheet: `headers` and `cells` hold its cells, `area` and `body` say where they lie on the sheet. */
export interface Piece {
  readonly contents: SheetContents;
  readonly located: LocatedTable;
  readonly headers: Rows;
  readonly cells: Rows;
  /** Header rows and data rows, in the sheet's rows and columns. */
  readonly area: Area;
  readonly body: Area;
  /** The Excel table the rows belong to: its formulas cannot spill. */
  readonly excelTable?: string;
  /** Result columns that an earlier session wrote at the right of the ledger; they are no part of it. */
  readonly results?: Area;
  /** The last of them are formulas. */
  readonly resultFormulas?: boolean;
  /** For a table that was put into another one's columns: its own column for each of them, where it has one. */
  readonly ownColumns?: readonly (number | undefined)[];
  /** Enterprises of several lines, one of which counts. */
  readonly lines?: LineChoice;
  /** Known again when the workbook is read again: the sheet, and which of its tables from top to bottom. */
  readonly id: string;
}

/**
 * A ledger as found in a workbook: one table, or several of the same columns read as one. What a piece has is the first one's;
 * `rows` are the cells of all with what merged cells say written out. The rows of `pieces` follow one another.
 */
export interface Source extends Unmerged, Piece {
  /** All tables of the first sheet, best first. */
  readonly tables: readonly LocatedTable[];
  readonly pieces: readonly PlacedPiece[];
  /** What else might be the ledger, where only a person can tell. */
  readonly choice?: TableChoice;
  /** What a person has said of columns of single tables, and the tables in which something is still open. */
  readonly said?: readonly TableWord[];
  readonly open?: readonly OpenTable[];
  /** Rows of names that a person has pointed to, on all sheets. */
  readonly pointed?: readonly PointedHeader[];
  /** Rows that a person has called totals. */
  readonly aside?: readonly AsideRow[];
  /** For a table of one row an enterprise and year: the years, newest first, and the one that counts. */
  readonly years?: YearChoice;
  /** The sheets that say what the names of its columns mean, or which units they are in. */
  readonly explainedOn?: readonly string[];
  /** Land merged over several enterprises, and how it falls to them. */
  readonly shared?: SharedChoice;
  readonly sharedTax?: SharedChoice;
  /** Tables of the same enterprises whose columns stand behind its own. */
  readonly attached?: readonly Attached[];
  /** What its policy reads and other tables have. */
  readonly further?: Further;
  /** What rows are that seem to be one enterprise's, once a person has said. */
  readonly firms?: FirmAnswer;
  /** What rows without a name are, once a person has said. */
  readonly nameless?: NamelessAnswer;
}

/** A table of the same enterprises that is read beside the rows of a ledger: the tax beside the land. */
export interface Attached {
  /** One table, or several of the same columns that are one list: a tax sheet for each township. */
  readonly pieces: readonly PlacedPiece[];
  readonly name: string;
  /** It has what a policy reads and a whole ledger lacks. */
  readonly further?: true;
  /** What the tables are called that it is beside. */
  readonly to: string;
  /** What most of its enterprises were found again by. */
  readonly by: 'creditCode' | 'enterprise';
  /** Several of its rows of one enterprise are added up. */
  readonly sums: boolean;
  /** The first of its columns in the ledger, and which of its own they are. */
  readonly from: number;
  readonly columns: readonly number[];
  /** For each row of the ledger the row among those of all pieces that its cells stand in, where it is one. */
  readonly rows: readonly (number | undefined)[];
  readonly pairs: number;
  /** Rows of the ledger: without a partner there, with one that nobody can tell, with one whose name is spelt otherwise. */
  readonly alone: readonly number[];
  readonly unsure: readonly number[];
  readonly respelt: readonly number[];
  /** The names of enterprises that stand there only. */
  readonly left: readonly string[];
}

/** One of several tables in which something only a person can tell, by the name that it is asked under. */
export interface OpenTable {
  readonly piece: PlacedPiece;
  readonly name: string;
  readonly own: OwnColumns;
}

/** A piece and the first of its rows among all. */
export interface PlacedPiece extends Piece {
  readonly from: number;
}

/** Ways of reading a workbook's tables: ids of tables that are read together. `open` until a person has said. */
export interface TableChoice {
  readonly open: boolean;
  readonly ways: readonly TableWay[];
}

/** Tables that are read one below the other, and with them a table beside their rows. */
export interface TableWay {
  readonly tables: readonly string[];
  readonly text: string;
  readonly count: number;
  readonly beside?: BesideWay;
}

/** Tables beside others: their ids and their name, and how their enterprises were found again. */
export interface BesideWay extends Pick<Attached, 'name' | 'to' | 'by' | 'sums' | 'pairs'> {
  readonly ids: readonly string[];
  readonly alone: number;
  readonly left: number;
}

/** A person's word that tables are read beside the rows of others, and whether their rows of one enterprise are added up; or that they are not. */
export interface BesideSaid {
  readonly ids: readonly string[];
  readonly sums: boolean;
  readonly not?: true;
}

/** Tables of the same enterprises that have fields which the ledger lacks, while nobody has said whether they are read beside it. */
export interface FurtherWay {
  readonly beside: BesideWay;
  readonly fields: readonly string[];
}

/** What a ledger lacks and other tables have: what a person has said of them, what is asked, and the other lists with their sheets. */
export interface Further {
  readonly said: readonly BesideSaid[];
  readonly open: readonly FurtherWay[];
  readonly lists: readonly { readonly sheet: string; readonly headers: HeaderMatch }[];
}

export interface YearChoice {
  readonly years: readonly number[];
  readonly chosen: number | 'all';
  /** Nobody has said yet. */
  readonly open: boolean;
}

/** The best table of a sheet, or the one chosen; undefined where the sheet holds none with a data row. */
export function sourceOf(contents: SheetContents, chosen = 0): Source | undefined {
  return finish(sourceSteps(contents, chosen));
}

/** The same in steps: a sheet may hold hundreds of thousands of rows. */
export function* sourceSteps(contents: SheetContents, chosen = 0): Steps<Source | undefined> {
  const tables = yield* tablesOfSheet(contents);
  const table = tables[chosen] ?? tables[0];
  if (!table) return undefined;
  const piece = pieceOf(contents, table, tables);
  yield;
  return sourceOfPieces([piece], tables);
}

/** The tables of a sheet that have rows, the likeliest ledger first. */
export function* tablesOfSheet(
  contents: SheetContents,
  pointed: readonly PointedRows[] = [],
  dictionary: Dictionary = new Map(),
): Steps<LocatedTable[]> {
  const cells = translated(contents.values, dictionary);
  const found = yield* locateTablesSteps({ ...sheetCells(contents), cells, pointed });
  return found.filter((table) => table.dataRows > 0);
}

/** A table cut from its sheet, without result columns of ours. */
export function pieceOf(contents: SheetContents, table: LocatedTable, tables: readonly LocatedTable[]): Piece {
  const whole = cutTable(contents, { ...table, rows: 0 });
  const names = whole.headers.at(-1) ?? [];
  const results = earlierResults(names);
  const located = results === 0 ? table : withoutColumns(contents, table, results);
  const { headerRow, headerRows, firstRow, rows, firstColumn, columns } = located;
  const at = { row: contents.area.row, column: contents.area.column + firstColumn };
  const body = { row: at.row + firstRow, column: at.column, rows, columns };
  const area = { row: at.row + headerRow, column: at.column, rows: headerRows + rows, columns };
  const excelTable = contents.tables.find((other) => sharedCells(other.area, body) !== undefined)?.name;
  const nth = tables.toSorted((a, b) => a.headerRow - b.headerRow || a.firstColumn - b.firstColumn).indexOf(table);
  return {
    ...{ contents, located, area, body, ...cutTable(contents, located), id: `${contents.sheet.id}#${nth}` },
    ...(excelTable === undefined ? {} : { excelTable }),
    ...(results === 0 ? {} : { results: { ...area, column: at.column + columns, columns: results } }),
    ...(results > 0 && areFormulas(names.slice(-results)) ? { resultFormulas: true } : {}),
  };
}

/** One ledger of pieces that have the same columns; they are understood together. */
export function sourceOfPieces(pieces: readonly Piece[], tables: readonly LocatedTable[]): Source | undefined {
  const [first] = pieces;
  if (!first) return undefined;
  if (pieces.length === 1) {
    const placed = [{ ...first, from: 0 }];
    const written = withLines(writtenOut(first.cells, spansIn(first), first.located.headers), placed);
    return { ...first, ...written, tables, pieces: placed };
  }
  const cells = pieces.flatMap((piece) => [...piece.cells]);
  const headers = understoodHeaders(sheetCells(first.contents), first.located, cells);
  const dataRows = pieces.reduce((sum, { located }) => sum + located.dataRows, 0);
  let from = 0;
  const placed = pieces.map((piece): PlacedPiece => {
    const own = { ...piece, from };
    from += piece.cells.length;
    return own;
  });
  const spans = placed.flatMap((piece) => spansIn(piece).map((span) => ({ ...span, row: span.row + piece.from })));
  const located = { ...first.located, headers, dataRows };
  const written = withLines(writtenOut(cells, spans, headers), placed);
  return { ...first, ...written, located, cells, tables, pieces: placed };
}

/** What merged cells and signs for what stands above say, row by row. */
function writtenOut(...[cells, spans, headers]: Parameters<typeof unmerged>): Unmerged {
  return withoutDittos(unmerged(cells, spans, headers), headers);
}

function cutTable({ values }: SheetContents, located: LocatedTable): Pick<Source, 'headers' | 'cells'> {
  const { headerRow, headerRows, firstRow, rows, firstColumn, columns } = located;
  const cut = (from: number, count: number) => cutColumns(values.slice(from, from + count), firstColumn, columns);
  return { headers: cut(headerRow, headerRows), cells: cut(firstRow, rows) };
}

/** The sheet as the engine takes it: everything counted from the first of the cells in use. */
function sheetCells({ values, area, merges, hiddenColumns, formats = [] }: SheetContents): SheetCells {
  return {
    cells: values,
    formats,
    merges: merges.map((merge) => ({ ...merge, row: merge.row - area.row, column: merge.column - area.column })),
    hiddenColumns: new Set(hiddenColumns.map((column) => column - area.column)),
  };
}

function withoutColumns(contents: SheetContents, table: LocatedTable, count: number): LocatedTable {
  const columns = table.columns - count;
  const narrow = { ...table, columns, paths: table.paths.slice(0, columns) };
  return { ...narrow, headers: understoodHeaders(sheetCells(contents), narrow, cutTable(contents, narrow).cells) };
}

/** Which of a sheet's tables a ledger is. */
export function tableIndex({ tables, located }: Source): number {
  return tables.findIndex(
    ({ headerRow, firstColumn }) => headerRow === located.headerRow && firstColumn === located.firstColumn,
  );
}

/** Whether the columns of the table, by position, are hidden on the sheet. */
export function hiddenColumns({ contents, body, attached = [] }: Source): ReadonlySet<number> {
  const own = contents.hiddenColumns.map((column) => column - body.column).filter((column) => column < body.columns);
  const behind = attached.flatMap(({ pieces: [piece], from, columns }) => {
    const hidden = new Set(piece?.contents.hiddenColumns);
    const isHidden = (column: number) =>
      hidden.has((piece?.body.column ?? 0) + (piece?.ownColumns?.[column] ?? column));
    return columns.flatMap((column, at) => (isHidden(column) ? [from + at] : []));
  });
  return new Set([...own, ...behind]);
}
