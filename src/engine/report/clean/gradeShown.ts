import type { Grades } from '../../assess/grade';
import { gradeText } from '../../assess/gradeText';
import { ALWAYS, type CleanColumn } from './cleanColumn';
import { GRADE_HEADS, GRADE_NAMES } from '../grade/gradeColumns';
import type { FormulaColumns } from './ledgerFormulas';
import type { SheetFormat } from '../../../sheet/sheet';

/** The names that formulas use for the columns shown of the grades, from left to right. */
const PLACES = [GRADE_NAMES.score, GRADE_NAMES.rank, GRADE_NAMES.grade] as const;

/** With the grade of the rank alone behind them, where the policy corrects it. */
export function gradePlaces({ after }: Pick<Grades['grading'], 'after'>): readonly string[] {
  return after.length > 0 ? [...PLACES, GRADE_NAMES.byRank] : PLACES;
}

const WORD: SheetFormat = { horizontal: 'Center', columnWidth: 72 };

/** 综合得分, 本组位次 and 评定等级: formulas where they say the same, else values. */
export function gradeColumns(
  { verdicts, grading }: Grades,
  unresolved: (missing: readonly string[]) => string,
  own: FormulaColumns | undefined,
): CleanColumn[] {
  const ranked = (row: number) => {
    const verdict = verdicts[row];
    return verdict?.kind === 'ranked' ? verdict : undefined;
  };
  const column = (name: string, header: string, given: Pick<CleanColumn, 'format' | 'value'>): CleanColumn => {
    const formula = own?.shown(name);
    return formula ? { header, format: given.format, formula, follows: ALWAYS } : { header, ...given };
  };
  return [
    column(GRADE_NAMES.score, GRADE_HEADS.score, {
      format: { numberFormat: '0.00', columnWidth: 72 },
      value: (row) => ranked(row)?.score ?? '',
    }),
    column(GRADE_NAMES.rank, GRADE_HEADS.rank, { format: WORD, value: (row) => ranked(row)?.rank ?? '' }),
    column(GRADE_NAMES.grade, GRADE_HEADS.grade, {
      format: { ...WORD, columnWidth: 90 },
      value: (row) => {
        const verdict = verdicts[row];
        return verdict ? gradeText(verdict, unresolved) : '';
      },
    }),
    ...(grading.after.length > 0
      ? [
          column(GRADE_NAMES.byRank, GRADE_HEADS.byRank, {
            format: { ...WORD, columnWidth: 90 },
            value: (row) => ranked(row)?.before ?? ranked(row)?.grade ?? '',
          }),
        ]
      : []),
  ];
}
