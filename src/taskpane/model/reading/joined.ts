import { fitOf, fittedRows, isDecided, ownColumns, type OwnColumns } from '../../../engine/ledger/index';
import { sourceOfPieces, type Piece, type Source } from './source';
import { sheetsNamed } from './whereCellsStand';
import { choicesOf, type TableWord } from './tableWords';

interface Given {
  readonly said: readonly TableWord[];
  /** All tables of a piece's sheet. */
  readonly tablesOf: (piece: Piece) => Source['tables'];
}

/**
 * One ledger of several tables. Those of the same columns are understood together. Where columns differ, each table is
 * understood by itself, and its rows are put into the columns of the first one that has nothing open.
 */
export function joinedSource(pieces: readonly Piece[], { said, tablesOf }: Given): Source | undefined {
  const [first] = pieces;
  if (!first) return undefined;
  if (pieces.every((piece) => areAlike(first, piece))) return sourceOfPieces(pieces, tablesOf(first));
  const owns = new Map(pieces.map((piece) => [piece, ownOf(piece, said)]));
  const own = (piece: Piece) => owns.get(piece) as OwnColumns;
  const lead = pieces.find((piece) => isDecided(own(piece))) ?? first;
  const fitted = [lead, ...pieces.filter((piece) => piece !== lead)].map((piece) =>
    fittedPiece(piece, own(piece), own(lead)),
  );
  const source = sourceOfPieces(fitted, tablesOf(lead));
  if (!source) return undefined;
  const open = source.pieces.map((piece, at) => ({
    piece,
    name: pieceName(piece, pieces),
    own: own([lead, ...pieces.filter((one) => one !== lead)][at] as Piece),
  }));
  const located = { ...source.located, headers: own(lead).headers };
  return { ...source, located, said, open: open.filter((one) => !isDecided(one.own)) };
}

function ownOf(piece: Piece, said: readonly TableWord[]): OwnColumns {
  return ownColumns(piece.located, piece.cells, choicesOf(said, piece.id));
}

/** The same names of columns in the same places, in the same units. */
function areAlike(one: Piece, other: Piece): boolean {
  const names = ({ located }: Piece) => located.paths.map((path) => (path.at(-1) ?? '').replace(/\s+/g, '')).join('|');
  const units = ({ located }: Piece) => located.headers.units.map((unit) => unit?.text ?? '').join('|');
  const notes = ({ located }: Piece) => located.unitNotes.join('|');
  return [names, units, notes].every((of) => of(one) === of(other));
}

function fittedPiece(piece: Piece, own: OwnColumns, lead: OwnColumns): Piece {
  if (own === lead) return piece;
  const fit = fitOf(lead, own);
  const cells = fittedRows(piece.cells, fit);
  return { ...piece, cells, ownColumns: fit.map((fitted) => fitted?.column) };
}

/** What a table is called among others: its sheet, and where several stand on one, its row and its title. */
export function pieceName(piece: Piece, all: readonly Piece[]): string {
  const { contents, located } = piece;
  const beside = all.filter((other) => other.contents.sheet.id === contents.sheet.id);
  if (beside.length < 2) return contents.sheet.name;
  const title = located.titleText ?? `第${String(piece.area.column + 1)}列起`;
  return `${contents.sheet.name} 第${String(located.headerRow + contents.area.row + 1)}行起（${title}）`;
}

/** What a list is called among other tables: its one table, or the sheets of all. */
export function listName(source: Source, all: readonly Piece[]): string {
  const sheets = new Set(source.pieces.map(({ contents }) => contents.sheet.id));
  return sheets.size > 1 ? sheetsNamed(source) : pieceName(source, all);
}
