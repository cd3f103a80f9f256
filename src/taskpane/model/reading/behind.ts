import type { Cell, HeaderMatch } from '../../../engine/ledger/index';
import type { Piece, Source } from './source';

/** Columns that stand behind a ledger's own. */
interface Behind {
  /** All columns, these among them. */
  readonly headers: HeaderMatch;
  /** Their names in the header's last row, and their texts from top to bottom. */
  readonly names: readonly string[];
  readonly paths: readonly (readonly string[])[];
}

/** A ledger with further columns behind its own, which stand in none of its tables. */
export function withColumnsBehind(
  source: Source,
  { headers, names, paths }: Behind,
  cells: (rows: Source['rows'], row: number) => readonly Cell[],
): Source {
  const { located, pieces } = source;
  const from = located.headers.columns.length;
  const put = (rows: Source['rows']) => rows.map((row, at) => [...widened(row, from), ...cells(rows, at)]);
  const last = source.headers.length - 1;
  return {
    ...source,
    located: { ...located, headers, paths: [...located.paths, ...paths] },
    headers: source.headers.map((row, at) => [
      ...widened(row, from),
      ...names.map((name) => (at === last ? name : '')),
    ]),
    cells: put(source.cells),
    rows: put(source.rows),
    pieces: pieces.map((piece) => ({
      ...piece,
      ownColumns: [...ownColumnsOf(piece, from), ...names.map(() => undefined)],
    })),
  };
}

/** For each of a ledger's columns a piece's own. */
export function ownColumnsOf({ ownColumns }: Pick<Piece, 'ownColumns'>, columns: number): (number | undefined)[] {
  return Array.from({ length: columns }, (_, column) => (ownColumns ? ownColumns[column] : column));
}

function widened(row: readonly Cell[], columns: number): Cell[] {
  return Array.from({ length: columns }, (_, column) => row[column] ?? '');
}
