import type { GradeVerdict } from './grade';

/** What a row says that is in no group. */
export const NO_COHORT = '待核实：不属于任何评价组';
/** What a row says that has no score though nothing is missing: before and after the names of its indicators. */
export const NO_SCORE = { before: '待核实：算不出 ', after: '（除数为 0，或本组的基准不大于 0）' } as const;

/** What a row's grade is in words, for the function, the results and the sheets; '' for a row that is no data. */
export function gradeText(verdict: GradeVerdict, unresolved: (missing: readonly string[]) => string): string {
  switch (verdict.kind) {
    case 'notData':
      return '';
    case 'noCohort':
      return NO_COHORT;
    case 'unresolved':
      return unresolved(verdict.missing);
    case 'noScore':
      return NO_SCORE.before + verdict.indicators.join('、') + NO_SCORE.after;
    default:
      return verdict.grade;
  }
}
