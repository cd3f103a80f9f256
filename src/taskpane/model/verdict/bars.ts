import { numberAt } from '../../../engine/column/index';
import type { Ledger } from '../../../engine/ledger/index';
import { verdictAt, type Judgement } from '../../../engine/assess/index';
import type { Assessment } from './assessment';
import { answerOf, answersOf, isOpen } from './concluded';

/** What the bars and the list of rows are about. `key` is an answer, or a missing field's label. */
export interface RowFilter {
  readonly kind: 'tier' | 'path' | 'grade' | 'missing';
  readonly key: string;
}

/** One bar: the rows with an answer, or those that are 待核实 (`key` is ''), with their area in 亩 and tax in 万元. */
export interface Bar {
  readonly filter: RowFilter;
  readonly rows: readonly number[];
  readonly area: number;
  readonly tax: number;
}

/** What a bar's length shows. */
export type BarSize = 'count' | 'area' | 'tax';

/** The bars of a judgement in the policy's order, 待核实 last; an answer that no row has keeps its empty bar. */
export function barsOf(assessment: Assessment, kind: 'tier' | 'path'): Bar[] {
  const judgement = kind === 'tier' ? assessment.tiers : assessment.paths;
  if (!judgement) return [];
  const rows = new Map<string, number[]>(answersOf(assessment, kind).map((answer) => [answer, []]));
  const open: number[] = [];
  for (const row of assessment.dataRows) {
    const answer = answerOf(assessment, kind, row);
    if (answer !== undefined) rows.get(answer)?.push(row);
    else if (isOpen(assessment, kind, row)) open.push(row);
  }
  return [...rows, ['', open] as const].map(([key, members]) => barOf(assessment, { kind, key }, members));
}

/** The bars of the grades, best first, then those graded without a quota, 待核实 last. */
export function gradeBars(assessment: Assessment): Bar[] {
  const { grades } = assessment;
  if (!grades) return [];
  const quotas = grades.grading.cohorts.flatMap((cohort) => cohort.quotas.map((quota) => quota.grade));
  const known = [
    ...new Set([...quotas, ...[...grades.grading.outright, ...grades.grading.after].map(({ answer }) => answer)]),
  ];
  const rows = new Map<string, number[]>(known.map((one) => [one, []]));
  const open: number[] = [];
  for (const row of assessment.dataRows) {
    const verdict = grades.verdicts[row];
    if (verdict && 'grade' in verdict) rows.get(verdict.grade)?.push(row);
    else open.push(row);
  }
  return [...rows, ['', open] as const].map(([key, members]) => barOf(assessment, { kind: 'grade', key }, members));
}

/** The rows at 待核实 by missing field, most rows first; a row that lacks two fields counts under both. */
export function missingBars(assessment: Assessment): Bar[] {
  const rows = new Map<string, Set<number>>();
  for (const row of assessment.incomplete) {
    for (const label of missingAt(assessment, row)) {
      const members = rows.get(label) ?? new Set();
      rows.set(label, members.add(row));
    }
  }
  return [...rows]
    .map(([key, members]) => barOf(assessment, { kind: 'missing', key }, [...members]))
    .toSorted((a, b) => b.rows.length - a.rows.length);
}

/** The labels of the fields a row lacks for its tier, its path, its grade or a measure; and of the indicators that give it no points. */
export function missingAt(assessment: Assessment, row: number): string[] {
  const { tiers, paths, grades, measures } = assessment;
  const graded = grades?.verdicts[row];
  const measured = measures.map(({ verdicts }) => verdicts[row]);
  const labels = [
    ...(isOpen(assessment, 'tier', row) ? missingIn(tiers, row) : []),
    ...(isOpen(assessment, 'path', row) ? missingIn(paths, row) : []),
    ...(graded?.kind === 'unresolved' ? graded.missing : []),
    ...(graded?.kind === 'noScore' ? graded.indicators.map((name) => `${name}（算不出）`) : []),
    ...measured.flatMap((verdict) => (verdict?.kind === 'unresolved' ? verdict.missing : [])),
  ];
  return [...new Set(labels)];
}

function missingIn(judgement: Judgement | undefined, row: number): readonly string[] {
  const verdict = judgement && verdictAt(judgement, row);
  return verdict?.kind === 'unresolved' ? verdict.missing : [];
}

function barOf({ ledger }: Assessment, filter: RowFilter, rows: readonly number[]): Bar {
  return { filter, rows, area: sumKnown(ledger, rows, 'landArea'), tax: sumKnown(ledger, rows, 'taxPaid') };
}

/** The sum of what is known; NaN where there are rows and nothing is known of any, for that is not 0. */
export function sumKnown(ledger: Ledger, rows: readonly number[], field: string): number {
  const known = rows.map((row) => numberAt(ledger, field, row)).filter((value) => !Number.isNaN(value));
  return known.length === 0 && rows.length > 0 ? NaN : known.reduce((total, value) => total + value, 0);
}

/** A bar's size as chosen: rows, land or tax; NaN where it is not known. */
export function barSize(bar: Bar, measure: BarSize): number {
  return measure === 'count' ? bar.rows.length : bar[measure];
}

/** Whether two filters ask for the same rows. */
export function sameFilter(a: RowFilter | undefined, b: RowFilter | undefined): boolean {
  return a?.kind === b?.kind && a?.key === b?.key;
}
