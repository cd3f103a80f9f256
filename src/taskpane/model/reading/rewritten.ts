import { ALL_LINES, asFirstLines, inOneUnit, linesOf, withShownUnits, type Rows } from '../../../engine/ledger/index';
import { ownColumnsOf } from './behind';
import type { Piece } from './source';

/** A piece as it is read where a row of its sheet is not yet a row of the ledger: in one unit, one line an enterprise. */
export function rewritten(piece: Piece, line: string | undefined): Piece {
  return withOneLine(withOneUnit(withFormats(piece)), line);
}

/** Figures whose own number format shows another unit than those of their column. */
function withFormats(piece: Piece): Piece {
  const { contents, body, cells } = piece;
  const [row, column] = [body.row - contents.area.row, body.column - contents.area.column];
  const formats = (contents.formats ?? []).slice(row, row + body.rows).map((line) => line.slice(column));
  const shown = withShownUnits(cells, formats);
  return shown ? withCells(piece, shown) : piece;
}

function withOneUnit(piece: Piece): Piece {
  const { located, cells } = piece;
  const one = inOneUnit(cells, located.headers, located.unitNotes);
  if (!one) return piece;
  return withCells({ ...piece, located: { ...located, unitNotes: one.units } }, one.rows);
}

function withOneLine(piece: Piece, said: string | undefined): Piece {
  const lines = linesOf(piece.cells, piece.located.headers);
  if (!lines) return piece;
  const isSaid = said !== undefined && (said === ALL_LINES || lines.words.includes(said));
  const chosen = isSaid ? said : (lines.sure ?? lines.words[0] ?? '');
  const followers = lines.blocks.reduce((sum, { rows }) => sum + rows - 1, 0);
  const located = { ...piece.located, dataRows: Math.max(lines.blocks.length, piece.located.dataRows - followers) };
  const own = { ...piece, located, lines: { lines, chosen, open: !isSaid && lines.sure === undefined } };
  // What is added up stands in no cell: the ledger has its own.
  return chosen === ALL_LINES ? withCells(own, asFirstLines(piece.cells, lines, chosen)) : own;
}

/** Its columns are its own; a cell that holds something else than the ledger has is neither linked to nor written over. */
function withCells(piece: Piece, cells: Rows): Piece {
  return { ...piece, cells, ownColumns: ownColumnsOf({}, piece.body.columns) };
}
