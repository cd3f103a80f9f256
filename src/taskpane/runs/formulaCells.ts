import type { HeldCell, WriteOutcome } from '../../workbook/port';

/** Cells of a sheet that were to be replaced and hold formulas. */
export interface HeldFormulas {
  readonly sheet: string;
  readonly cells: readonly HeldCell[];
}

/** The cells that stopped a write, if all of them hold formulas: then it can be done without them. */
export function formulaCells(outcome: WriteOutcome): HeldFormulas | undefined {
  if (outcome.kind !== 'changed') return undefined;
  const isFormula = ({ held }: HeldCell) => typeof held === 'string' && held.startsWith('=');
  return outcome.cells.length > 0 && outcome.cells.every(isFormula) ? outcome : undefined;
}

/** Whether a cell is one of them. */
export function isAmong(
  { sheet, cells }: HeldFormulas,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
): boolean {
  return at.sheet === sheet && cells.some(({ row, column }) => row === at.row && column === at.column);
}
