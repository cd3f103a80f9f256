import { finish, type Steps } from '../column/steps';
import { cellText, isBlank, type Cell } from './cell';
import { matchHeaders, type HeaderMatch } from './matchHeaders';
import { parseHeader } from './normalise';
import { rowKindsSteps } from './rowKind';
import { unitsInNote } from './unitNotes';

/** A table found on a sheet. Indexes count from 0 in the cells given; `rows` runs to the table's last used row. */
export interface LocatedTable {
  readonly titleText?: string;
  readonly headerRow: number;
  readonly headerRows: 1 | 2 | 3;
  readonly firstRow: number;
  readonly rows: number;
  readonly firstColumn: number;
  readonly columns: number;
  readonly headers: HeaderMatch;
  readonly dataRows: number;
  /** Units named in a line above the headers (单位：亩、万元). */
  readonly unitNotes: readonly string[];
}

type Cells = readonly (readonly Cell[])[];

interface Candidate {
  readonly row: number;
  readonly height: 1 | 2 | 3;
  readonly headers: HeaderMatch;
  readonly score: number;
}

/** Header rows are looked for in so many rows; a table further down has to be chosen by hand. */
const DEPTH = 300;
const HEIGHTS = [1, 2, 3] as const;
const LINE_ABOVE =
  /^(?:(?:填报|填表|制表|编制|报送|上报)?(?:单位|部门|日期|时间|人)|统计时间|数据时间|截[止至](?:时间|日期)|审核人?|负责人|联系(?:人|电话|方式))[:：]/;

/**
 * Finds the tables of a sheet, the one with most columns understood first. A header is 1 to 3 rows of text, several of whose
 * cells name known fields; titles, unit lines and one-cell rows are not headers (domain/ledgers.md, quirks 1 and 2).
 */
export function locateTables(cells: Cells): LocatedTable[] {
  return finish(locateTablesSteps(cells));
}

/** The same in steps. */
export function* locateTablesSteps(cells: Cells): Steps<LocatedTable[]> {
  const candidates = withoutOverlap(allCandidates(cells));
  const starts = candidates.map((candidate) => candidate.row).toSorted((a, b) => a - b);
  const tables: LocatedTable[] = [];
  for (const candidate of candidates) {
    const next = starts.find((row) => row > candidate.row);
    tables.push(yield* tableAt(cells, candidate, next ?? cells.length));
  }
  return tables;
}

/** The cells of some rows between two columns; a row that is wanted whole is not copied. */
export function cutColumns(rows: Cells, first: number, columns: number): Cells {
  return rows.map((row) => (first === 0 && columns === row.length ? row : row.slice(first, first + columns)));
}

function allCandidates(cells: Cells): Candidate[] {
  const headerLike = cells.slice(0, DEPTH).map(isHeaderLike);
  const candidates: Candidate[] = [];
  for (let row = 0; row < headerLike.length; row++) {
    for (const height of HEIGHTS) {
      if (!headerLike.slice(row, row + height).every(Boolean) || row + height > headerLike.length) break;
      const candidate = candidateAt(cells, row, height);
      if (candidate) candidates.push(candidate);
    }
  }
  return candidates;
}

function isHeaderLike(row: readonly Cell[]): boolean {
  const filled = row.filter((cell) => !isBlank(cell));
  if (filled.length < 2) return false;
  return filled.every((cell) => isHeaderText(cell) && !LINE_ABOVE.test(cellText(cell)));
}

function isHeaderText(cell: Cell): boolean {
  if (typeof cell === 'number') return cell >= 1990 && cell <= 2100;
  // Notes and data can be long text too; a column's name is not.
  return typeof cell === 'string' && cell.length <= 60;
}

function candidateAt(cells: Cells, row: number, height: 1 | 2 | 3): Candidate | undefined {
  const headers = matchHeaders(cells.slice(row, row + height));
  const known = [...headers.byField.values()];
  if (known.length < 2 || known.filter((match) => match.confidence === 'exact').length === 0) return undefined;
  const sure = known.filter((match) => match.confidence === 'exact').length;
  const units = known.filter((match) => match.unit !== undefined).length;
  const repeated = repeatsHeader(cells, row, height, headers);
  return { row, height, headers, score: known.length * 10 + sure * 4 + units * 2 + height - (repeated ? 1000 : 0) };
}

/** Two rows of the same names are a header and its repetition, not a header of two rows. */
function repeatsHeader(cells: Cells, row: number, height: number, headers: HeaderMatch): boolean {
  if (height === 1) return false;
  const top = matchHeaders(cells.slice(row, row + 1)).texts.filter((text) => text !== '');
  return top.length > 1 && top.every((text, index) => text === headers.texts.filter((own) => own !== '')[index]);
}

/** The best candidates first; one that shares rows with a better one, or repeats its header further down, is left out. */
function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of candidates.toSorted((a, b) => b.score - a.score || a.row - b.row)) {
    const clash = kept.some(
      (other) =>
        (candidate.row < other.row + other.height && other.row < candidate.row + candidate.height) ||
        repeats(candidate.headers, other.headers),
    );
    if (!clash && candidate.score > 0) kept.push(candidate);
  }
  return kept;
}

/** A header further down all of whose rows are rows of the better one is that one repeated, whole or in part. */
function repeats(candidate: HeaderMatch, other: HeaderMatch): boolean {
  const known = new Set(other.rows.map(rowText));
  return candidate.rows.every((row) => known.has(rowText(row)));
}

function rowText(row: readonly string[]): string {
  return row.join('\n').replace(/\n+$/, '');
}

function* tableAt(cells: Cells, { row, height, headers }: Candidate, end: number): Steps<LocatedTable> {
  const firstRow = row + height;
  const used = headers.columns.map((_, column) => cells.slice(row, firstRow).some((line) => !isBlank(line[column])));
  const firstColumn = used.indexOf(true);
  const columns = used.lastIndexOf(true) - firstColumn + 1;
  const body = cutColumns(cells.slice(firstRow, end), firstColumn, columns);
  yield;
  const rows = body.findLastIndex((line) => !line.every(isBlank)) + 1;
  const own = matchHeaders(cutColumns(cells.slice(row, firstRow), firstColumn, columns));
  const kinds = yield* rowKindsSteps(body.slice(0, rows), own, { zeroIsBlank: false });
  const title = titleAbove(cells, row);
  return {
    headerRow: row,
    headerRows: height,
    firstRow,
    rows,
    firstColumn,
    columns,
    headers: own,
    dataRows: kinds.filter((kind) => kind === 'data').length,
    unitNotes: unitsInNote(cells.slice(0, row).flat()),
    ...(title === undefined ? {} : { titleText: title }),
  };
}

/** The nearest row above the headers with one text in it that is no unit line. */
function titleAbove(cells: Cells, headerRow: number): string | undefined {
  for (let row = headerRow - 1; row >= 0; row--) {
    const filled = (cells[row] ?? []).filter((cell) => !isBlank(cell));
    const [only] = filled;
    if (filled.length === 1 && typeof only === 'string' && !LINE_ABOVE.test(cellText(only))) {
      return parseHeader(only).name === '' ? undefined : only.trim();
    }
  }
  return undefined;
}
