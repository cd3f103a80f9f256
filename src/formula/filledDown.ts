import type { FilledDown } from '../sheet/sheet';
import { ShiftableFormula } from './shiftFormula';

/** Where the formulas of a column are one filled down: runs of at least two, each the first one moved down. */
export function filledDown(formulas: readonly string[], column = 0): FilledDown[] {
  const runs: FilledDown[] = [];
  for (let row = 0; row < formulas.length;) {
    const first = formulas[row] ?? '';
    const rows = first === '' ? 1 : followers(first, formulas, row);
    if (rows > 1) runs.push({ row, column, rows });
    row += rows;
  }
  return runs;
}

function followers(first: string, formulas: readonly string[], from: number): number {
  const moved = new ShiftableFormula(first);
  let rows = 1;
  while (formulas[from + rows] === moved.at({ rows, columns: 0 })) rows += 1;
  return rows;
}
