import type { Ledger } from '../engine/ledger/index';
import { gradeText, type GradeVerdict } from '../engine/assess/index';
import { unresolvedText, ZERO_TAX } from '../text/functions';
import type { Argument } from './arguments';
import { graded } from './graded';
import type { CustomFunction } from './customFunction';
import { AS_OF, HEADERS, POLICY_ARGUMENT, WHOLE_COHORT, ONE_COLUMN } from './parameters';

/**
 * MUJUN_GRADE: the grade of every row of a whole cohort by score and rank quota; 待核实：缺 … where a figure of the score is
 * missing, '' for rows that are not data. #N/A without a policy and where the policy does not grade.
 */
export const mujunGrade = {
  name: 'MUJUN_GRADE',
  help: {
    zh: '按综合得分和比例评定等级（A、B、C、D），整组一起评，一行一个',
    en: 'Grades A to D by score and rank quota, whole cohorts, one per row',
  },
  shape: ONE_COLUMN,
  parameters: [HEADERS, WHOLE_COHORT, POLICY_ARGUMENT, AS_OF],
  answer(headers: Argument, cohort: Argument, policy: Argument, asOf?: Argument): string[][] {
    const { ledger, grades } = graded(headers, cohort, policy, asOf);
    const answers = grades.verdicts.map((verdict, row) => [answerOf(verdict, ledger, row)]);
    return answers.length > 0 ? answers : [['']];
  },
} satisfies CustomFunction;

/** A tax of 0 that alone is missing may be a blank cell: that is what is said of it. */
function answerOf(verdict: GradeVerdict, ledger: Ledger, row: number): string {
  const isTaxAlone = verdict.kind === 'unresolved' && verdict.missing.join() === '税收';
  return isTaxAlone && isZeroTax(ledger, row) ? ZERO_TAX : gradeText(verdict, unresolvedText);
}

function isZeroTax({ findings }: Ledger, row: number): boolean {
  return findings.some((finding) => finding.row === row && finding.code === 'zeroTax');
}
