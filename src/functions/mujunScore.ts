import { gradeText, type GradeVerdict } from '../engine/assess/index';
import { functionText, unresolvedText } from '../text/functions';
import type { Argument } from './arguments';
import type { CellAnswer } from './broadcast';
import { notAvailable } from './failure';
import { graded } from './graded';
import type { CustomFunction } from './customFunction';
import { AS_OF, HEADERS, POLICY_ARGUMENT, WHOLE_COHORT, ONE_COLUMN } from './parameters';

/** MUJUN_SCORE: the score of every row of a whole cohort; #N/A in its cell where there is none, with the reason. */
export const mujunScore = {
  name: 'MUJUN_SCORE',
  help: { zh: '综合得分，整组一起算，一行一个', en: 'Scores of whole cohorts, one per row' },
  shape: ONE_COLUMN,
  parameters: [HEADERS, WHOLE_COHORT, POLICY_ARGUMENT, AS_OF],
  answer(headers: Argument, cohort: Argument, policy: Argument, asOf?: Argument): CellAnswer[][] {
    const { grades } = graded(headers, cohort, policy, asOf);
    const answers = grades.verdicts.map((verdict): CellAnswer[] => [scoreOf(verdict)]);
    return answers.length > 0 ? answers : [['']];
  },
} satisfies CustomFunction;

function scoreOf(verdict: GradeVerdict): CellAnswer {
  switch (verdict.kind) {
    case 'notData':
      return '';
    case 'ranked':
      return verdict.score;
    case 'outright':
      return notAvailable(functionText('gradedOutright', { grade: verdict.grade }));
    case 'noCohort':
    case 'noScore':
      return notAvailable(gradeText(verdict, unresolvedText));
    case 'unresolved':
      return notAvailable(functionText('missingNumber', { name: verdict.missing.join('、') }));
  }
}
