import { measureCell, measuresOf } from '../../../engine/assess/index';
import { MEASURE_WORDS } from '../../../text/functions';
import { leadOf, type Assessment } from './assessment';
import type { GradeResult } from './gradeResults';
import { MEASURE_HEADER } from '../reading/resultHeaders';

/** What the policy sets by grade, tier or path, a column each; measures without any number are words for the list alone. */
export function measureResults(assessment: Assessment): GradeResult[] {
  const { policy, ledger } = assessment;
  const set = policy?.pack.measures?.filter(({ lines }) => lines.some(({ amount }) => amount)) ?? [];
  if (!policy || set.length === 0) return [];
  const names = new Set(set.map(({ name }) => name));
  const measured = measuresOf(ledger, { policy, cohort: ledger }).filter(({ measure }) => names.has(measure.name));
  return measured.map(({ measure: { name, unit }, verdicts }) => ({
    header: `${MEASURE_HEADER}${name}${unit === '' ? '' : `（${unit}）`}`,
    at: (row) => measureCell(verdicts[leadOf(assessment, row) ?? row], MEASURE_WORDS),
    format: { columnWidth: 90, horizontal: 'Center' },
  }));
}
