import { eachRow, type Steps } from '../../../steps/steps';
import type { Grades } from '../../assess/grade';
import { gradeText } from '../../assess/gradeText';
import { roundReading } from '../../quantity/roundReading';
import { formulaAnswer, type FormulaCells } from '../../rule/formula/formulaAnswer';
import type { FormulaValue } from '../../rule/formula/formulaTree';
import { columnsRead } from '../verdict/columnsRead';
import { GRADE_NAMES, type GradeFormulas } from './gradeColumns';

/** The columns of the formulas of grades, calculated one by one; undefined where a score, a rank or an answer is not the grades' own. */
export function* agreedGradeColumns(
  { helpers, shown, cells }: Pick<GradeFormulas, 'helpers' | 'shown' | 'cells'>,
  grades: Grades,
  unresolved: (missing: readonly string[]) => string,
): Steps<ReadonlyMap<string, readonly FormulaValue[]> | undefined> {
  const rows = grades.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const { columns, range, looks } = columnsRead(cells);
  for (const { name, tree } of [...helpers, ...shown]) {
    const column: FormulaValue[] = [];
    yield* eachRow(rows, (row, line) => {
      const ask: FormulaCells = { cell: (own) => columns.get(own)?.[line] ?? cells.valueAt(own, row), range, looks };
      column.push(formulaAnswer(tree, ask));
    });
    columns.set(name, column);
  }
  const [score, rank, grade] = [GRADE_NAMES.score, GRADE_NAMES.rank, GRADE_NAMES.grade].map((name) =>
    columns.get(name),
  );
  const agrees = rows.every((row, line) => {
    const verdict = grades.verdicts[row];
    if (!verdict || grade?.[line] !== gradeText(verdict, unresolved)) return false;
    if (verdict.kind !== 'ranked') return score?.[line] === '' && rank?.[line] === '';
    return rank?.[line] === verdict.rank && roundReading(Number(score?.[line])) === verdict.score;
  });
  return agrees ? columns : undefined;
}
