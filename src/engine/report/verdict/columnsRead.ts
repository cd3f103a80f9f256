import type { FormulaValue } from '../../rule/formula/formulaTree';
import { ColumnLooks } from '../../rule/formula/overColumns';
import type { VerdictCells } from './verdictCells';

/** The columns that formulas ask for as ranges, each read once; a column that was calculated is put in `columns`. */
export function columnsRead(cells: Pick<VerdictCells, 'columnOf'>) {
  const columns = new Map<string, readonly FormulaValue[]>();
  const range = (name: string) => {
    const known = columns.get(name) ?? cells.columnOf(name);
    columns.set(name, known);
    return known;
  };
  return { columns, range, looks: new ColumnLooks(range) };
}
