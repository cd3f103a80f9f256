import { isBlank } from '../../../engine/ledger/index';
import type { Piece, Source } from '../../model/reading/source';
import { type Area, sharedCells } from '../../../sheet/area';
import { MAX_COLUMNS } from '../../../sheet/address';
import { PRELIMINARY } from '../../model/reading/ownSheet';

/** Where results go: columns to the right of the ledger, or a new sheet and why. */
export type Place =
  | {
      readonly kind: 'columns';
      /** The bottom header row, where the columns' names go, and the rows below it. */
      readonly header: Area;
      readonly body: Area;
      /** The cell for the note that this is a first reading, above the names; absent where there is no row for it. */
      readonly note?: Area;
      /** Results of an earlier time stand there, under the same names: they are brought up to date. */
      readonly isUpdate?: true;
    }
  | { readonly kind: 'newSheet'; readonly why: 'inTable' | 'protected' | 'noRoom' };

/** Where the results of every piece of a ledger go: beside each, or all to a new sheet where one of them has no room. */
export function placesOf(
  { pieces }: Source,
  width: number,
): readonly (Place & { kind: 'columns' })[] | (Place & { kind: 'newSheet' }) {
  const places: (Place & { kind: 'columns' })[] = [];
  for (const piece of pieces) {
    const beside = pieces.some((other) => other !== piece && isBeside(piece, other));
    const place = beside ? { kind: 'newSheet' as const, why: 'noRoom' as const } : placeOf(piece, width);
    if (place.kind === 'newSheet') return place;
    places.push(place);
  }
  return places;
}

/** Two tables that share rows of a sheet: what is written beside one stands beside the other. */
function isBeside(one: Piece, other: Piece): boolean {
  const sameSheet = one.contents.sheet.id === other.contents.sheet.id;
  return sameSheet && one.area.row < other.area.row + other.area.rows && other.area.row < one.area.row + one.area.rows;
}

/** Where `width` result columns can go. Formulas cannot spill in an Excel table, and nothing is written over cells in use. */
function placeOf(source: Piece, width: number): Place {
  if (source.excelTable !== undefined) return { kind: 'newSheet', why: 'inTable' };
  if (source.contents.sheet.protected) return { kind: 'newSheet', why: 'protected' };
  const place = columnsRightOf(source, width);
  const noteIsFree = place.note === undefined || isFree(source, place.note);
  const fits = place.header.column + width <= MAX_COLUMNS;
  if (!fits || !isFree(source, place.header) || !isFree(source, place.body)) return { kind: 'newSheet', why: 'noRoom' };
  if (noteIsFree) return place;
  return { kind: 'columns', header: place.header, body: place.body };
}

/** Columns looked at for room, beyond the last one in use. */
const FAR = 60;

/** The first run of columns beyond the ledger that is free over its rows; the next ones where none is. */
function columnsRightOf(source: Piece, width: number): Place & { kind: 'columns' } {
  const next = lastUsedColumn(source) + 1;
  const places = Array.from({ length: FAR }, (_, further) => columnsAt(source, next + further, width));
  const free = places.find(({ header, body }) => isFree(source, header) && isFree(source, body));
  return free ?? columnsAt(source, next, width);
}

function columnsAt(source: Piece, column: number, width: number): Place & { kind: 'columns' } {
  const { body } = source;
  const header = { row: body.row - 1, column, rows: 1, columns: width };
  const noteRow = source.headers.length > 1 ? source.area.row : source.area.row - 1;
  return {
    kind: 'columns',
    header,
    body: { row: body.row, column, rows: body.rows, columns: width },
    ...(noteRow < 0 ? {} : { note: { row: noteRow, column, rows: 1, columns: width } }),
  };
}

/** Where results of an earlier time stand under these very names, beside a ledger of one table; undefined where none do. */
export function earlierPlace(source: Source, headers: readonly string[]): (Place & { kind: 'columns' }) | undefined {
  const { results, contents, pieces } = source;
  if (!results || pieces.length > 1 || contents.sheet.protected || source.excelTable !== undefined) return undefined;
  const width = headers.length;
  const names = textsIn(contents, columnsAt(source, results.column, results.columns).header);
  const plain = names.map((name) => name.split('\n')[0]);
  const last = plain.findLastIndex((_, at) => plain.slice(at, at + width).join() === headers.join());
  if (last < 0) return undefined;
  const place = columnsAt(source, results.column + last, width);
  const isNoted = place.note && textsIn(contents, place.note)[0]?.includes(PRELIMINARY);
  const { header, body } = place;
  return { kind: 'columns', header, body, isUpdate: true, ...(isNoted ? { note: place.note } : {}) };
}

/** The texts of a row of cells. */
function textsIn({ values, area }: Piece['contents'], { row, column, columns }: Area): string[] {
  const line = values[row - area.row] ?? [];
  return Array.from({ length: columns }, (_, at) => String(line[column - area.column + at] ?? ''));
}

/** The last column of the sheet with anything in the header rows. */
function lastUsedColumn({ contents, area, headers }: Piece): number {
  const from = area.row - contents.area.row;
  const rows = contents.values.slice(from, from + headers.length);
  const last = Math.max(...rows.map((row) => row.findLastIndex((cell) => !isBlank(cell))));
  return contents.area.column + last;
}

/** Whether an area of the sheet holds nothing and touches no Excel table. */
function isFree({ contents }: Piece, area: Area): boolean {
  if (contents.tables.some((table) => sharedCells(table.area, area) !== undefined)) return false;
  const used = sharedCells(contents.area, area);
  if (!used) return true;
  const top = used.row - contents.area.row;
  const left = used.column - contents.area.column;
  return contents.values
    .slice(top, top + used.rows)
    .every((row) => row.slice(left, left + used.columns).every((cell) => isBlank(cell)));
}
