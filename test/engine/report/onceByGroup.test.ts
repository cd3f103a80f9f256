import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formulaAnswer } from '../../../src/engine/rule/formula/formulaAnswer';
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
} from '../../../src/engine/rule/formula/formulaTree';
import { onceByGroup } from '../../../src/engine/rule/formula/onceByGroup';

const OWN = [range('group'), cell('group')];
const COUNT = call('COUNTIFS', ...OWN, range('value'), text('>0'));
const TREES: readonly FormulaTree[] = [
  when(binary(COUNT, '>=', number(2)), call('SUMIFS', range('value'), ...OWN, range('value'), text('>0')), text('')),
  binary(call('SUM', range('value')), '+', COUNT),
  call('COUNTIFS', ...OWN, range('value'), binary(text('>'), '&', cell('value'))),
];
const NAMES = { groups: ['甲', '乙'], key: 'group', nameOf: (part: string) => `t ${part}` };

/** Calculates the trees row by row, the table beside them first. */
function calculated(
  trees: readonly FormulaTree[],
  columns: Map<string, FormulaValue[]>,
  table = onceByGroup([], NAMES).table,
) {
  const range = (name: string) => columns.get(name) ?? [];
  const row = (at: number) => ({ range, cell: (name: string) => columns.get(name)?.[at] ?? '' });
  const rows = range('group').map((_, at) => at);
  if (table) {
    columns.set(table.names.name, [...table.names.values]);
    columns.set(
      table.line.name,
      rows.map((at) => formulaAnswer(table.line.tree, row(at))),
    );
    for (const { name, tree } of table.totals)
      columns.set(
        name,
        table.names.values.map((_, at) => formulaAnswer(tree, row(at))),
      );
  }
  return rows.map((at) => trees.map((tree) => formulaAnswer(tree, row(at))));
}

const ROW = fc.record({
  // 丙 is a group that was typed after the table was made.
  group: fc.constantFrom<FormulaValue>('甲', '乙', '丙', '甲 '),
  value: fc.oneof(fc.integer({ min: -5, max: 9 }), fc.constant<FormulaValue>('')),
});

it('sums taken once for each group are the sums over the columns, for groups of the table and for those typed later', () => {
  fc.assert(
    fc.property(fc.array(ROW, { minLength: 1, maxLength: 20 }), (rows) => {
      const columns = () =>
        new Map<string, FormulaValue[]>([
          ['group', rows.map(({ group }) => group)],
          ['value', rows.map(({ value }) => value)],
        ]);
      const { trees, table } = onceByGroup(TREES, NAMES);
      expect(calculated(trees, columns(), table)).toEqual(calculated(TREES, columns()));
    }),
  );
});

it('no row asks a whole column that has its line, but for what is its own alone', () => {
  const { trees, table } = onceByGroup(TREES, NAMES);
  expect(table?.totals).toHaveLength(2);
  expect(trees[2]).toEqual(TREES[2]);
  // Made so that any look at a column would show: the totals alone are at hand.
  const columns = new Map<string, FormulaValue[]>([['t line', [2]]]);
  for (const [at, { name }] of (table?.totals ?? []).entries()) columns.set(name, [100 + at, 200 + at]);
  const row = {
    range: (name: string) => columns.get(name) ?? [],
    cell: (name: string) => columns.get(name)?.[0] ?? '',
  };
  expect(trees.slice(0, 2).map((tree) => formulaAnswer(tree, row))).toEqual([201, 200]);
});

it('formulas that would become too long stay as they are', () => {
  const long = Array.from({ length: 60 }).reduce<FormulaTree>((sum) => binary(sum, '+', COUNT), number(0));
  expect(onceByGroup([long], NAMES)).toEqual({ trees: [long] });
});
