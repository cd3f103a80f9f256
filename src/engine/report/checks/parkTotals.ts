import {
  binary,
  call,
  cell,
  number,
  range,
  text,
  when,
  type FormulaTree,
  type FormulaValue,
} from '../../rule/formula/formulaTree';
import type { ColumnLooks } from '../../rule/formula/overColumns';
import { formulaByLine } from '../../rule/formula/writeFormula';
import type { SheetBlock } from '../../../sheet/sheet';
import type { CheckColumn } from './checkColumns';
import { CHECK_HEAD as HEAD } from './limitBlocks';

/** The column that says 园区, and the one that says which line of the totals is a row's own. */
const PARK = '园区';
const LINE = '园区合计行';
const NAMES = '园区名单';

const totalsOf = (column: string): string => `${PARK}合计 ${column}`;

/**
 * Σ of a column over a row's 园区, over all rows where it has none: looked up among totals that are taken once, for a sum over the whole
 * column in every row is a square of the rows. A 园区 that was typed later has no line yet, and is summed where it stands.
 */
export function sumInPark(column: string): FormulaTree {
  const line = cell(LINE);
  const apart = call('SUMIFS', range(column), range(PARK), cell(PARK));
  return when(binary(line, '=', number(0)), apart, call('INDEX', range(totalsOf(column)), line));
}

/** The line of a row's own totals; 0 where there is none. */
export function parkLine(parks: readonly string[]): CheckColumn {
  const found = call('MATCH', cell(PARK), range(NAMES), number(0));
  const own = parks.length === 0 ? number(0) : when(call('ISERROR', found), number(0), binary(found, '+', number(1)));
  const tree = when(binary(cell(PARK), '=', text('')), number(1), own);
  return { name: LINE, header: LINE, format: { horizontal: 'Center', columnWidth: 60 }, tree };
}

/** The totals of some columns by 园区: the first line is all rows, the others are one 园区 each. */
export class ParkTotals {
  constructor(
    private readonly parks: readonly string[],
    private readonly columns: readonly CheckColumn[],
  ) {}

  /** What a column of the totals holds; undefined for any other name. */
  valuesOf(name: string, looks: ColumnLooks): readonly FormulaValue[] | undefined {
    if (name === NAMES) return this.parks;
    const own = this.columns.find((column) => totalsOf(column.name) === name);
    if (!own) return undefined;
    const of = (wanted: string) => looks.total(own.name, [{ column: PARK, wanted }]);
    return [looks.total(own.name, []), ...this.parks.map(of)];
  }

  /** Where a column of the totals stands, counted from their first line and column; undefined for any other name. */
  placeOf(name: string): { readonly column: number; readonly from: number; readonly to: number } | undefined {
    const last = this.parks.length;
    if (name === NAMES) return { column: 0, from: 1, to: last };
    const at = this.columns.findIndex((column) => totalsOf(column.name) === name);
    return at < 0 ? undefined : { column: at + 1, from: 0, to: last };
  }

  /** The totals as cells, their heads in `row`. `address` names columns of the sheet, and in a line of it the cell of its 园区. */
  blocks(
    row: number,
    column: number,
    address: (name: string, kind: 'cell' | 'range', row: string) => string,
  ): SheetBlock[] {
    const names = ['全部', ...this.parks];
    const formulas = names.map((_, at) =>
      this.columns.map(({ name }) =>
        formulaByLine(
          at === 0 ? call('SUM', range(name)) : call('SUMIFS', range(name), range(PARK), cell(NAMES)),
          address,
        )(row + 1 + at),
      ),
    );
    return [
      { row, column, values: [[`${PARK}合计`, ...this.columns.map(({ header }) => header)]], format: HEAD },
      { row: row + 1, column, values: names.map((name) => [name]), format: { columnWidth: 110 } },
      {
        row: row + 1,
        column: column + 1,
        values: formulas.map((line) => line.map(() => '')),
        formulas,
        format: { numberFormat: '#,##0.00', columnWidth: 80 },
      },
    ];
  }
}
