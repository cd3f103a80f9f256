import type { GradeVerdict, Grades } from '../../../engine/assess/index';
import { leadOf, type Assessment } from './assessment';

/** How a row was graded, with what each indicator gave it. */
export interface GradeDetail {
  readonly verdict: Exclude<GradeVerdict, { kind: 'notData' }>;
  readonly parts: readonly { readonly name: string; readonly value: number; readonly points: number }[];
}

/** The grade of a row, its own or that of the unit it is in; undefined without grades and for a row that is no data. */
export function gradeDetail(assessment: Assessment, own: number): GradeDetail | undefined {
  const { grades } = assessment;
  const row = leadOf(assessment, own) ?? own;
  const verdict = grades?.verdicts[row];
  if (!grades || !verdict || verdict.kind === 'notData') return undefined;
  return { verdict, parts: verdict.kind === 'ranked' ? partsOf(grades, row) : [] };
}

function partsOf({ parts }: Grades, row: number): GradeDetail['parts'] {
  return [...parts].flatMap(([name, { values, points }]) => {
    const given = points[row] ?? NaN;
    return Number.isNaN(given) ? [] : [{ name, value: values[row] ?? NaN, points: given }];
  });
}
