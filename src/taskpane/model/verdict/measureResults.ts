import { measureCell } from '../../../engine/assess/index';
import { MEASURE_WORDS } from '../../../text/functions';
import { leadOf, type Assessment } from './assessment';
import type { GradeResult } from './gradeResults';
import { MEASURE_HEADER } from '../reading/resultHeaders';

/** What the policy sets by grade, tier or path, a column each. */
export function measureResults(assessment: Assessment): GradeResult[] {
  return assessment.measures.map(({ measure: { name, unit }, verdicts }) => ({
    header: `${MEASURE_HEADER}${name}${unit === '' ? '' : `（${unit}）`}`,
    at: (row) => measureCell(verdicts[leadOf(assessment, row) ?? row], MEASURE_WORDS),
    format: { columnWidth: 90, horizontal: 'Center' },
  }));
}
