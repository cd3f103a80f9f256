import { finish, type Steps } from '../../steps/steps';
import { cellText, isBlank, type Cell, type Rows } from './cell';
import { understandColumns, type HeaderMatch } from './matchHeaders';
import { rowKindsSteps } from './rowKind';
import { LOOKED_AT } from './sheet/bounds';
import { usualFormats } from './sheet/formats';
import type { Area } from '../../sheet/area';
import type { SheetCells } from './sheet/grid';
import { sampled } from './sheet/sample';
import type { TablePlace } from './sheet/tablePlace';
import { tablesOn } from './sheet/tables';
import { isOfWhole, sheetTitle } from './sheet/title';

/** A table found on a sheet. Indexes count from 0 in the cells given; `rows` runs to the table's last used row. */
export interface LocatedTable {
  readonly titleText?: string;
  readonly headerRow: number;
  readonly headerRows: number;
  readonly firstRow: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly columns: number;
  readonly headers: HeaderMatch;
  readonly dataRows: number;
  /** Units named in a line above the headers (单位：亩、万元). */
  readonly unitNotes: readonly string[];
  /** Sentences above and below it. */
  readonly notes?: readonly string[];
  /** Each column's header texts from top to bottom. */
  readonly paths: readonly (readonly string[])[];
  /** How much it looks like a list of enterprises with their figures: see `ledgerScore`. */
  readonly score: number;
}

/** Finds the tables of a sheet, the likeliest ledger first. */
export function locateTables(cells: Rows, more: Omit<SheetCells, 'cells'> = {}): LocatedTable[] {
  return finish(locateTablesSteps({ ...more, cells }));
}

/** The same in steps. */
export function* locateTablesSteps(sheet: SheetCells): Steps<LocatedTable[]> {
  const places = tablesOn(sheet);
  yield;
  const tables: LocatedTable[] = [];
  for (const place of places) {
    const table = yield* tableAt(sheet, place);
    if (table) tables.push(table);
  }
  return tables.toSorted((a, b) => b.score - a.score);
}

/** The cells of some rows between two columns; a row that is wanted whole is not copied. */
export function cutColumns(rows: Rows, first: number, columns: number): Rows {
  return rows.map((row) => (first === 0 && columns === row.length ? row : row.slice(first, first + columns)));
}

function* tableAt(sheet: SheetCells, place: TablePlace): Steps<LocatedTable | undefined> {
  const { cells } = sheet;
  const [firstColumn, last] = [place.columns[0]?.at ?? 0, place.columns.at(-1)?.at ?? 0];
  const columns = last - firstColumn + 1;
  const body = cutColumns(cells.slice(place.first, place.end), firstColumn, columns);
  const texts = new Map(place.columns.map(({ at, texts: own }) => [at - firstColumn, own]));
  const paths = Array.from({ length: columns }, (_, column) => texts.get(column) ?? []);
  const at = {
    headerRow: place.top,
    firstRow: place.first,
    firstColumn,
    paths,
    notes: place.notes,
    ...(place.title === undefined ? {} : { titleText: place.title }),
  };
  const headers = understoodHeaders(sheet, at, body);
  const isPointed = sheet.pointed?.some(({ top }) => top === place.top) === true;
  // A table of which no name is known is told as such; guesses make no ledger of it.
  if (headers.byField.size === 0 && headers.doubts.every(({ guessed }) => guessed === true) && !isPointed)
    return undefined;
  yield;
  const kinds = yield* rowKindsSteps(body, headers, { zeroIsBlank: false });
  const dataRows = kinds.filter((kind) => kind === 'data').length;
  return {
    headerRow: place.top,
    headerRows: place.first - place.top,
    firstRow: place.first,
    rows: place.end - place.first,
    firstColumn,
    columns,
    paths,
    headers,
    dataRows,
    unitNotes: place.units,
    notes: place.notes,
    score: ledgerScore(headers, body, dataRows),
    ...(place.title === undefined ? {} : { titleText: place.title }),
  };
}

/** Understands the columns of a table found: those of `paths`, over the rows of its body. */
export function understoodHeaders(
  sheet: SheetCells,
  table: Pick<LocatedTable, 'headerRow' | 'firstRow' | 'firstColumn' | 'paths' | 'titleText' | 'notes'>,
  body: Rows,
): HeaderMatch {
  const { cells, hiddenColumns } = sheet;
  const { headerRow, firstRow, firstColumn, paths, titleText, notes = [] } = table;
  const hidden = new Set([...(hiddenColumns ?? [])].map((column) => column - firstColumn));
  const rows = cutColumns(cells.slice(headerRow, firstRow), firstColumn, paths.length);
  // Days of contracts in the rows date nobody's tax.
  const near = [
    cells.slice(0, Math.min(LOOKED_AT.notes, headerRow)),
    cells.slice(Math.max(0, headerRow - LOOKED_AT.notes), firstRow),
  ];
  const isUndated = ![...paths.flat(), ...notes].some(saysYear) && !near.flat().some((row) => row.some(saysYear));
  const merged = mergedIn(sheet, table, body.length);
  const shown = (sheet.formats ?? []).slice(firstRow, firstRow + body.length).map((line) => line.slice(firstColumn));
  const formats = usualFormats(body, shown, paths.length);
  const given = { texts: paths, sample: sampled(body), hidden, notes, merged, isUndated, formats };
  // 一、规上企业 below 分月入库税收情况: what the sheet's title says goes for its parts.
  const over = isOfWhole(titleText) ? sheetTitle(cells.slice(0, Math.min(headerRow, LOOKED_AT.notes))) : undefined;
  const title = [over, titleText].filter((text) => text !== undefined).join(' ');
  return understandColumns({ ...given, title }, rows);
}

/** A year, or a day written without marks; the figures in a code are none. */
const YEAR = /(?<![\dA-Za-z])(?:19|20)\d{2}(?:[01]\d(?:[0-3]\d)?)?(?![\dA-Za-z])|(?<!\d)\d{2}年/;

function saysYear(cell: Cell): boolean {
  return typeof cell === 'string' && YEAR.test(cell);
}

/** What the merged cells of a table's body reach over, by column. */
function mergedIn(
  { cells, merges = [] }: SheetCells,
  { firstRow, firstColumn, paths }: Pick<LocatedTable, 'firstRow' | 'firstColumn' | 'paths'>,
  rows: number,
): Map<number, string> {
  const merged = new Map<number, string>();
  // The names of columns that stand again over a part below are no enterprise's cells.
  const isName = ({ row, column }: Area) => {
    const text = cellText(cells[row]?.[column]);
    return paths[column - firstColumn]?.some((own) => cellText(own) === text) === true;
  };
  const isTall = (area: Area) => area.rows > 1 && area.row >= firstRow && area.row + area.rows <= firstRow + rows;
  for (const area of merges.filter(isTall).toSorted((a, b) => a.row - b.row)) {
    if (isBlank(cells[area.row]?.[area.column]) || isName(area)) continue;
    const column = area.column - firstColumn;
    merged.set(column, `${merged.get(column) ?? ''}${String(area.row)}+${String(area.rows)} `);
  }
  return merged;
}

/**
 * A ledger says who and what: names, codes or parcels, with land and tax. A table of townships, or one that counts
 * enterprises, is a summary, whatever amounts it holds.
 */
function ledgerScore({ byField, doubts, texts }: HeaderMatch, body: Rows, dataRows: number): number {
  if (dataRows === 0) return 0;
  const has = (id: string) =>
    byField.has(id) || doubts.some(({ field, guessed }) => field.id === id && guessed !== true);
  const isSummary =
    texts.some((text) => /(?:户数|家数|企业数|企业个数|宗数)/.test(text)) ||
    namesAreTowns(byField.get('enterprise')?.column, body);
  const who = has('enterprise')
    ? 3
    : has('creditCode')
      ? 3
      : has('parcelId')
        ? 2
        : has('sequence') && !isSummary
          ? 1.5
          : 0;
  const amounts =
    (has('landArea') || has('ownedArea') ? 2 : 0) + (has('taxPaid') ? 2 : 0) + (has('taxPerMu') ? 0.5 : 0);
  const known = Math.min(1, byField.size / 20) + Math.min(1, dataRows / 50);
  return who + amounts + known - (isSummary ? 3.5 : 0) - (who === 0 ? 1.5 : 0);
}

function namesAreTowns(column: number | undefined, body: Rows): boolean {
  if (column === undefined) return false;
  const names = body
    .slice(0, LOOKED_AT.rows)
    .map((row) => row[column])
    .filter((cell) => typeof cell === 'string' && cell.trim() !== '') as string[];
  const towns = names.filter((name) => name.trim().length <= 12 && /(?:镇|街道|乡|区|园|县|市)$/.test(name.trim()));
  return names.length >= 2 && towns.length > names.length * 0.6;
}
