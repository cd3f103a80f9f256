import { readLedger, type Ledger } from '../engine/ledger/index';
import { fieldsRead, grade, type Grades, type GradeVerdict } from '../engine/assess/index';
import { functionText, unresolvedText, ZERO_TAX } from '../text/functions';
import type { Argument } from './arguments';
import type { CellAnswer } from './broadcast';
import { notAvailable } from './failure';
import { headersOf, rowsUnder } from './headersArgument';
import { policyOf } from './policyArgument';

/**
 * MUJUN_GRADE: the grade of every row of a whole cohort by score and rank quota; 待核实：缺 … where a figure of the score is
 * missing, '' for rows that are not data. #N/A without a policy and where the policy does not grade.
 */
export function mujunGrade(headers: Argument, cohort: Argument, policy: Argument, asOf?: Argument): string[][] {
  const { ledger, grades } = graded(headers, cohort, policy, asOf);
  const answers = grades.verdicts.map((verdict, row) => [gradeText(verdict, ledger, row)]);
  return answers.length > 0 ? answers : [['']];
}

/** MUJUN_SCORE: the score of every row of a whole cohort; #N/A in its cell where there is none, with the reason. */
export function mujunScore(headers: Argument, cohort: Argument, policy: Argument, asOf?: Argument): CellAnswer[][] {
  const { grades } = graded(headers, cohort, policy, asOf);
  const answers = grades.verdicts.map((verdict): CellAnswer[] => [scoreOf(verdict)]);
  return answers.length > 0 ? answers : [['']];
}

function graded(
  headers: Argument,
  cohort: Argument,
  policy: Argument,
  asOf: Argument,
): { readonly ledger: Ledger; readonly grades: Grades } {
  const applied = policyOf(policy, asOf);
  const { pack } = applied;
  const match = headersOf(
    headers,
    pack.fields.map(({ field }) => field),
  );
  const ledger = readLedger(match, rowsUnder(match, cohort, 'cohort'), { fields: fieldsRead(pack), zeroIsBlank: true });
  const grades = grade(ledger, { policy: applied, cohort: ledger });
  if (!grades) throw notAvailable(functionText('noGrading', { policy: pack.short }));
  return { ledger, grades };
}

function gradeText(verdict: GradeVerdict, ledger: Ledger, row: number): string {
  switch (verdict.kind) {
    case 'notData':
      return '';
    case 'ranked':
    case 'outright':
      return verdict.grade;
    case 'noCohort':
      return functionText('noGradeCohort', {});
    case 'unresolved': {
      const zero = verdict.missing.length === 1 && verdict.missing[0] === '税收' && isZeroTax(ledger, row);
      return zero ? ZERO_TAX : unresolvedText(verdict.missing);
    }
  }
}

function isZeroTax({ findings }: Ledger, row: number): boolean {
  return findings.some((finding) => finding.row === row && finding.code === 'zeroTax');
}

function scoreOf(verdict: GradeVerdict): CellAnswer {
  switch (verdict.kind) {
    case 'notData':
      return '';
    case 'ranked':
      return verdict.score;
    case 'outright':
      return notAvailable(functionText('gradedOutright', { grade: verdict.grade }));
    case 'noCohort':
      return notAvailable(functionText('noGradeCohort', {}));
    case 'unresolved':
      return notAvailable(functionText('missingNumber', { name: verdict.missing.join('、') }));
  }
}
