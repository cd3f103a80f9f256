import type { Cell } from '../../../engine/ledger/index';
import { cellName, columnName } from '../../../sheet/address';
import { type Area, sharedCells } from '../../../sheet/area';
import type { CellPlace } from '../../../sheet/whereCellsStand';
import type { Attached, Piece, PlacedPiece, Source } from './source';

/** The first rows of the tables that a ledger is read from. */
export function startsOf({ pieces }: Source): readonly number[] {
  return pieces.map(({ from }) => from);
}

/** All tables that a ledger is read from, those beside its rows too. */
export function piecesRead({ pieces, attached = [] }: Source): readonly Piece[] {
  return [...pieces, ...attached.flatMap((beside) => beside.pieces)];
}

/** Where the rows of a ledger stand, as far as their numbers go. */
export interface RowPlaces {
  readonly pieces: readonly Pick<PlacedPiece, 'body' | 'from'>[];
}

/** The piece that a row of a ledger, or of the tables beside it, stands in. */
export function pieceAt({ pieces }: Pick<Source, 'pieces'>, row: number): PlacedPiece {
  return (pieces.findLast(({ from }) => from <= row) ?? pieces[0]) as PlacedPiece;
}

/** The row of its sheet, as a person counts, of a ledger row. */
export function sheetRow({ pieces }: RowPlaces, row: number): number {
  const piece = pieces.findLast(({ from }) => from <= row) ?? pieces[0];
  return piece ? piece.body.row + row - piece.from + 1 : row + 1;
}

/** The column of its sheet, from 0, of a ledger column; undefined where the table has no such column. */
export function sheetColumn(
  { body, ownColumns: own }: Pick<Piece, 'body' | 'ownColumns'>,
  column: number,
): number | undefined {
  const at = own ? own[column] : column;
  return at === undefined ? undefined : body.column + at;
}

/** The letters of a ledger column on the first of its sheets, F or 2023税收!F; '' where it stands on none. */
export function lettersOf(source: Source, column: number): string {
  const beside = attachedAt(source, column);
  const [first] = (beside ?? source).pieces;
  const at = first && sheetColumn(first, beside ? ownColumn(beside, column) : column);
  if (at === undefined) return '';
  return beside ? `${first?.contents.sheet.name ?? ''}!${columnName(at)}` : columnName(at);
}

/** The tables beside the ledger's rows that a column is of. */
function attachedAt({ attached = [] }: Source, column: number): Attached | undefined {
  return attached.find(({ from, columns }) => column >= from && column < from + columns.length);
}

/** The column of the tables beside that a ledger column is. */
function ownColumn({ from, columns }: Attached, column: number): number {
  return columns[column - from] ?? 0;
}

interface Stands extends Pick<CellPlace, 'row' | 'column'> {
  readonly piece: PlacedPiece;
}

/** The table that a cell of the ledger stands in, and its place on the sheet. */
function standsIn(source: Source, row: number, column: number): Stands | undefined {
  const beside = attachedAt(source, column);
  const own = beside ? beside.rows[row] : row;
  if (own === undefined) return undefined;
  const piece = pieceAt(beside ?? source, own);
  const at = sheetColumn(piece, beside ? ownColumn(beside, column) : column);
  return at === undefined ? undefined : { piece, row: sheetRow(beside ?? source, own) - 1, column: at };
}

/** The cell of its sheet, from 0, of a ledger row and column; undefined where the row's table has no such column, or no such row. */
export function placeAt(source: Source, row: number, column: number): CellAt | undefined {
  const stands = standsIn(source, row, column);
  if (!stands) return undefined;
  const { id, name } = stands.piece.contents.sheet;
  return { id, sheet: name, row: stands.row, column: stands.column };
}

/** The same; a cell that is nowhere is the first of its row. */
export function cellAt(source: Source, row: number, column: number): CellAt {
  const { contents, body } = pieceAt(source, row);
  const first = { id: contents.sheet.id, sheet: contents.sheet.name, column: body.column };
  return placeAt(source, row, column) ?? { ...first, row: sheetRow(source, row) - 1 };
}

/** A cell of a sheet that is known by its id. */
export interface CellAt extends CellPlace {
  readonly id: string;
}

/** What the cell itself holds, where it is there: a table in other units has other figures than its ledger. */
export function heldAt(source: Source, row: number, column: number): Cell {
  const stands = standsIn(source, row, column);
  if (!stands) return undefined;
  const { area, values } = stands.piece.contents;
  return values[stands.row - area.row]?.[stands.column - area.column];
}

/** Whether the cell holds what the ledger has there, so that it can be linked to and written over. */
export function isPlain(source: Source, row: number, column: number): boolean {
  const { ownColumns: own } = pieceAt(source, row);
  if (!own) return true;
  if (!placeAt(source, row, column)) return false;
  return (heldAt(source, row, column) ?? '') === (source.cells[row]?.[column] ?? '');
}

/** C5, or 剡湖街道!C5 where the ledger stands on several sheets. */
export function addressAt(source: Source, row: number, column: number): string {
  const at = cellAt(source, row, column);
  const prefix = attachedAt(source, column) ? `${at.sheet}!` : sheetPrefix(source, row);
  return `${prefix}${cellName(at.row, at.column)}`;
}

/** The sheet's name before a row or a cell, where the ledger stands on several. */
export function sheetPrefix(source: Source, row: number): string {
  const names = new Set(source.pieces.map(({ contents }) => contents.sheet.name));
  return names.size > 1 ? `${pieceAt(source, row).contents.sheet.name}!` : '';
}

/** The ledger row that a cell of a sheet lies in, or undefined outside the ledger. */
export function ledgerRow({ pieces, attached = [] }: Source, sheetId: string, area: Area): number | undefined {
  const isIn = ({ contents, body }: Piece) =>
    contents.sheet.id === sheetId && area.row >= body.row && area.row < body.row + body.rows;
  const within = (of: readonly PlacedPiece[]) => {
    const piece = of.find(isIn);
    return piece && area.row - piece.body.row + piece.from;
  };
  const own = within(pieces);
  if (own !== undefined) return own;
  return attached.map((beside) => beside.rows.indexOf(within(beside.pieces) ?? -1)).find((at) => at >= 0);
}

/**
 * Whether an edit may change what was read of a ledger, or where it lies. A row typed right below a table is one more of its
 * rows; lines above it name units, and whole rows or columns inserted there move it.
 */
export function touchesLedger(source: Source, sheetId: string, changed: Area): boolean {
  return piecesRead(source).some(({ contents, area }) => {
    if (contents.sheet.id !== sheetId) return false;
    if (changed.row < area.row) return true;
    const isBeside = changed.column < area.column && changed.rows > area.rows;
    return isBeside || sharedCells(changed, { ...area, rows: area.rows + 1 }) !== undefined;
  });
}
