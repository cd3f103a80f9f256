import { answerHere } from '../../../../src/functions/all';
import type { Cell } from '../../../../src/engine/ledger/cell';

/** A workbook's cells by sheet, rows and columns from 0. */
export type Grids = ReadonlyMap<string, readonly (readonly Cell[])[]>;

const CALL = /^=([A-Z_]+)\((.*)\)$/;
const RANGE = /^'(?<sheet>[^']+)'!\$?(?<column>[A-Z]+)\$?(?<row>\d+)(?::\$?(?<lastColumn>[A-Z]+)\$?(?<lastRow>\d+))?$/;

/** What one of our functions answers to a formula that names whole ranges, as Excel would ask it: cells in, text out. */
export function functionAnswer(formula: string, grids: Grids): Cell {
  const [, name = '', inner = ''] = CALL.exec(formula) ?? [];
  const given = inner.split(',').map((text) => (text === '' ? undefined : cellsAt(text, grids)));
  return answerHere(name, given)[0]?.[0] as Cell;
}

function cellsAt(text: string, grids: Grids): Cell[][] {
  const found = RANGE.exec(text)?.groups;
  const grid = grids.get(found?.['sheet'] ?? '');
  if (!found || !grid) throw new Error(`no range: ${text}`);
  const [row = 0, lastRow = row] = [found['row'], found['lastRow']].flatMap((one) => (one ? [Number(one) - 1] : []));
  const letters = [found['column'], found['lastColumn']].flatMap((one) => (one ? [one] : []));
  const [column = 0, lastColumn = column] = letters.map(
    (one) => [...one].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1,
  );
  return Array.from({ length: lastRow - row + 1 }, (_, r) =>
    Array.from({ length: lastColumn - column + 1 }, (__, c) => grid[row + r]?.[column + c] ?? ''),
  );
}
