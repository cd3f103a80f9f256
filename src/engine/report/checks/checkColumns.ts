import { eachRow, type Steps } from '../../../steps/steps';
import type { FormulaTree, FormulaValue } from '../../rule/formula/formulaTree';
import { formulaAnswer } from '../../rule/formula/formulaAnswer';
import { ColumnLooks } from '../../rule/formula/overColumns';
import { roundReading } from '../../quantity/roundReading';
import type { SheetFormat } from '../../../sheet/sheet';

/** A column of 核对表: what is read of a row, or a formula over the columns left of it and the parameters. */
export interface CheckColumn {
  /** How formulas name it. */
  readonly name: string;
  readonly header: string;
  readonly format: SheetFormat;
  readonly value?: (row: number) => FormulaValue;
  /** The head on 标准台账 of the column that carries the value, where there is such a sheet. */
  readonly from?: string;
  readonly tree?: FormulaTree;
  /** What may be typed. */
  readonly choices?: readonly string[];
  /** The engine's own answer, by row of the ledger; '' where there is none. */
  readonly own?: (row: number) => FormulaValue;
}

/** A limit that checks hold against, as a cell of the sheet; undefined is blank, and its check says nothing. */
export interface CheckLimit {
  readonly name: string;
  readonly unit: string;
  readonly value?: number;
  /** A day, kept as a serial number. */
  readonly isDay?: boolean;
  readonly grounds: string;
}

/** How a formula names the cell of a limit. */
export const limitCell = (name: string): string => `limit ${name}`;

/** Columns that are formulas where these give the engine's own answer for every row, and values where they do not. */
export function* agreedColumns(
  columns: readonly CheckColumn[],
  rows: readonly number[],
  limits: readonly CheckLimit[],
  totals: (name: string, looks: ColumnLooks) => readonly FormulaValue[] | undefined = () => undefined,
): Steps<CheckColumn[]> {
  const known = new Map<string, readonly FormulaValue[]>();
  const fixed = new Map(limits.map(({ name, value }) => [limitCell(name), value ?? '']));
  const range = (name: string): readonly FormulaValue[] => {
    const own = known.get(name) ?? totals(name, looks);
    if (own) known.set(name, own);
    return own ?? [];
  };
  const looks = new ColumnLooks(range);
  const agreed: CheckColumn[] = [];
  for (const column of columns) {
    const { name, tree, value, own } = column;
    const cells: FormulaValue[] = [];
    let differing = 0;
    yield* eachRow(rows, (row, line) => {
      const cell = (asked: string) => fixed.get(asked) ?? known.get(asked)?.[line] ?? '';
      const answer = tree ? formulaAnswer(tree, { cell, range, looks }) : (value?.(row) ?? '');
      cells.push(answer);
      if (tree && own && differing === 0 && !same(answer, own(row))) differing += 1;
    });
    known.set(name, cells);
    agreed.push(differing === 0 || !own ? column : inValues(column, own));
  }
  return agreed;
}

function inValues({ tree: _differs, ...column }: CheckColumn, value: NonNullable<CheckColumn['own']>): CheckColumn {
  return { ...column, value };
}

function same(left: FormulaValue, right: FormulaValue): boolean {
  if (typeof left === 'number' && typeof right === 'number') return roundReading(left) === roundReading(right);
  return left === right;
}
