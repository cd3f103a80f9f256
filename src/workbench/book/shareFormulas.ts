import type { ICellData } from '@univerjs/core';
import { columnNumber } from '../../sheet/address';
import { tokenize } from '../../formula/tokens';
import type { Matrix } from './matrix';

type Place = { readonly row: number; readonly column: number };

interface Above {
  readonly row: number;
  readonly key: string;
  readonly cell: ICellData;
  readonly id: string;
}

let next = 1;

/** A name for a formula that cells of a column share; the grid moves it with the row from the cell that has its text. */
export function nextSharedId(): string {
  return `shared-${next++}`;
}

/** A cell that has a shared formula: its text where it is the first of them. */
export function sharedFormula(si: string, f: string | null = null): ICellData {
  return { f, si, p: null, v: null, t: null };
}

/**
 * Formulas filled down a column become one shared formula, in place: the grid then parses it once
 * instead of once a row at every calculation.
 */
export function shareFormulas(cells: Matrix): void {
  const above = new Map<string, Above>();
  for (const [rowKey, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      if (cell?.f && !cell.si)
        above.set(column, share(cell, { row: Number(rowKey), column: Number(column) }, above.get(column)));
      else above.delete(column);
    }
  }
}

function share(cell: ICellData, at: Place, last: Above | undefined): Above {
  const key = relativeFormula(cell.f ?? '', at);
  if (last === undefined || last.row !== at.row - 1 || last.key !== key) {
    return { row: at.row, key, cell, id: nextSharedId() };
  }
  last.cell.si = last.id;
  cell.si = last.id;
  cell.f = null;
  return { ...last, row: at.row };
}

/** The formula with every relative reference written as a distance: equal texts mean the same formula filled down. */
export function relativeFormula(formula: string, at: Place): string {
  return tokenize(formula)
    .map(({ kind, text }) => {
      if (kind === 'cell') return text.replace(CELL, (_, ...parts: string[]) => relativeCell(parts, at));
      return kind === 'rows'
        ? text.replace(/(\$?)(\d+)/g, (_, fixed: string, row: string) => rowOf(fixed, row, at))
        : text;
    })
    .join('');
}

const CELL = /^(\$?)([A-Z]+)(\$?)(\d+)$/i;

function relativeCell([fixedColumn = '', column = '', fixedRow = '', row = '']: readonly string[], at: Place): string {
  return `${rowOf(fixedRow, row, at)}C${fixedColumn ? column : `[${columnNumber(column) - at.column}]`}`;
}

function rowOf(fixed: string, row: string, at: Place): string {
  return `R${fixed ? row : `[${Number(row) - 1 - at.row}]`}`;
}
