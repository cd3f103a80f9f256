import type { ICellData } from '@univerjs/core';
import type { Matrix } from './matrix';

const REFERENCE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\w.\u4e00-\u9fff])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(.\u4e00-\u9fff])/g;

interface Above {
  readonly row: number;
  readonly key: string;
  readonly cell: ICellData;
  readonly id: string;
}

let next = 1;

/**
 * Formulas filled down a column become one shared formula, in place: the grid then parses it once
 * instead of once a row at every calculation.
 */
export function shareFormulas(cells: Matrix): void {
  const above = new Map<string, Above>();
  for (const [rowKey, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      if (cell?.f) above.set(column, share(cell, { row: Number(rowKey), column: Number(column) }, above.get(column)));
      else above.delete(column);
    }
  }
}

function share(cell: ICellData, at: { row: number; column: number }, last: Above | undefined): Above {
  const key = relativeFormula(cell.f ?? '', at);
  if (last === undefined || last.row !== at.row - 1 || last.key !== key) {
    return { row: at.row, key, cell, id: `shared-${next++}` };
  }
  last.cell.si = last.id;
  cell.si = last.id;
  cell.f = null;
  return { ...last, row: at.row };
}

/** The formula with every relative reference written as a distance: equal texts mean the same formula filled down. */
export function relativeFormula(formula: string, at: { row: number; column: number }): string {
  return formula.replace(
    REFERENCE,
    (all: string, fixedColumn?: string, column?: string, fixedRow?: string, row?: string) => {
      if (row === undefined || column === undefined) return all;
      const r = fixedRow ? row : `[${Number(row) - 1 - at.row}]`;
      return `R${r}C${fixedColumn ? column : `[${lettersValue(column) - at.column}]`}`;
    },
  );
}

function lettersValue(letters: string): number {
  let value = 0;
  for (let i = 0; i < letters.length; i++) value = value * 26 + letters.charCodeAt(i) - 64;
  return value - 1;
}
