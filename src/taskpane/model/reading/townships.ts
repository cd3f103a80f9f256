import { fieldOf, isBlank, type Cell, type ColumnMatch } from '../../../engine/ledger/index';
import { withColumnsBehind } from './behind';
import { pieceAt } from './places';
import type { PlacedPiece, Source } from './source';

/** What the column is called that says which sheet, and so which township, a row is of. */
export const BY_SHEET = '镇街（工作表名）';

const TOWNSHIP = /(?:镇|乡|街道|街办|办事处|开发区|园区|管委会|片区|新区|功能区)$/;
/** So many of the sheets must be called after townships. */
const MOST = 0.6;

/** A sheet for each township and no column that says which: the sheet's name does. The column stands on none of the sheets. */
export function withTownships(source: Source): Source {
  const { located, pieces } = source;
  if (located.headers.byField.has('township') || !areTownships(pieces)) return source;
  const column = located.headers.columns.length;
  const match: ColumnMatch = {
    ...{ column, header: BY_SHEET, field: fieldOf('township'), confidence: 'exact', negated: false },
  };
  const { headers } = located;
  const named = {
    ...headers,
    columns: [...headers.columns, match],
    byField: new Map([...headers.byField, ['township', match]]),
    texts: [...headers.texts, BY_SHEET],
    units: [...headers.units, undefined],
    rows: headers.rows.map((row) => [...row, '']),
  };
  return withColumnsBehind(source, { headers: named, names: [BY_SHEET], paths: [[BY_SHEET]] }, (rows, row) => [
    nameFor(rows[row] ?? [], pieceAt(source, row).contents.sheet.name),
  ]);
}

function areTownships(pieces: readonly PlacedPiece[]): boolean {
  const names = [...new Set(pieces.map(({ contents }) => contents.sheet.name.trim()))];
  const named = names.filter((name) => TOWNSHIP.test(name) && !/\d/.test(name));
  return names.length > 1 && named.length >= names.length * MOST;
}

/** A blank row stays blank, and a line of one cell is a note that must stay one. */
function nameFor(row: readonly Cell[], name: string): Cell {
  return row.filter((cell) => !isBlank(cell)).length < 2 ? '' : name;
}
