import { measureCell } from '../../../engine/assess/index';
import type { Basis } from '../../../engine/policy/index';
import { MEASURE_WORDS } from '../../../text/functions';
import { clauseText, standingOn } from '../../../text/why';
import { leadOf, type Assessment } from './assessment';
import type { ColumnOfResults } from './gradeResults';
import { MEASURE_HEADER } from '../reading/resultHeaders';

/** What the policy sets by grade, tier or path, a column each. */
export function measureResults(assessment: Assessment): ColumnOfResults[] {
  return assessment.measures.map(({ measure: { name, unit }, verdicts }) => ({
    header: `${MEASURE_HEADER}${name}${unit === '' ? '' : `（${unit}）`}`,
    at: (row) => measureCell(verdicts[leadOf(assessment, row) ?? row], MEASURE_WORDS),
    format: { columnWidth: 90, horizontal: 'Center' },
  }));
}

/** A policy of prices and shares alone, without tiers, paths and grades: its measures are the answers, and have grounds of their own. */
export function measuresOnly({ tiers, paths, grades, measures }: Assessment): boolean {
  return measures.length > 0 && !tiers && !paths && !grades;
}

/** What each measure gives a unit: its name beside the amount, the words, 无 or 待核实. */
export function measureFacts({ measures }: Assessment, row: number): (readonly [string, string])[] {
  return measures.flatMap(({ measure: { name, unit }, verdicts }) => {
    const verdict = verdicts[row];
    const cell = String(measureCell(verdict, MEASURE_WORDS));
    return cell === '' ? [] : [[name, verdict?.kind === 'amount' ? cell + unit : cell] as const];
  });
}

/** What each measure gives a unit and the clause that says so; '' where none gives anything. */
export function measureGrounds(assessment: Assessment, row: number): string {
  const { pack } = assessment.policy ?? {};
  if (!pack) return '';
  return given(assessment, row)
    .map(({ name, cell, basis }) => `${name}：${cell}。${standingOn(clauseText(pack, basis))}。`)
    .join('');
}

/** The bases of what measures give a unit. */
export function measureBases(assessment: Assessment, row: number): Basis[] {
  return given(assessment, row).map(({ basis }) => basis);
}

/** The measures that a line of the policy decides. */
function given(assessment: Assessment, row: number) {
  const cells = new Map(measureFacts(assessment, row));
  return assessment.measures.flatMap(({ measure: { name }, verdicts }) => {
    const verdict = verdicts[row];
    const line = verdict && 'line' in verdict ? verdict.line : undefined;
    return line ? [{ name, cell: cells.get(name) ?? '', basis: line.basis }] : [];
  });
}
