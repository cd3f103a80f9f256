import { definedOnly } from '../../../engine/column/index';
import { noiseOf, reaches } from '../../../engine/quantity/index';
import { cohortOf, quotasFor, type GradeVerdict, type Grades } from '../../../engine/assess/index';
import { leadOf, type Assessment } from './assessment';
import { lackingNotes } from './lackingNotes';

/** How a row was graded, with what each indicator gave it. */
export interface GradeDetail {
  readonly verdict: Exclude<GradeVerdict, { kind: 'notData' }>;
  readonly parts: readonly { readonly name: string; readonly value: number; readonly points: number }[];
  /** Where it has the last grade of so few that the grade's share is not one whole place: how many it takes. By the rule's letter it is the last all the same. */
  readonly enough?: number;
  /** What it was worked out with that the ledger has no column for, a sentence each. */
  readonly lacking: readonly string[];
}

/** The grade of a row, its own or that of the unit it is in; undefined without grades and for a row that is no data. */
export function gradeDetail(assessment: Assessment, own: number): GradeDetail | undefined {
  const { grades } = assessment;
  const row = leadOf(assessment, own) ?? own;
  const verdict = grades?.verdicts[row];
  if (!grades || !verdict || verdict.kind === 'notData') return undefined;
  const lacking = lackingNotes(grades, row);
  if (verdict.kind !== 'ranked') return { verdict, parts: [], lacking };
  return { verdict, parts: partsOf(grades, row), lacking, ...definedOnly({ enough: enoughOf(grades, verdict) }) };
}

function enoughOf(grades: Grades, { cohort, grade, of }: GradeVerdict & { kind: 'ranked' }): number | undefined {
  const own = cohortOf(grades.grading, cohort);
  const last = own && quotasFor(own, of).at(-1);
  if (last?.grade !== grade || !(last.share > 0) || reaches(last.share * of, 1)) return undefined;
  return Math.ceil(1 / last.share - noiseOf(1 / last.share));
}

function partsOf({ parts }: Grades, row: number): GradeDetail['parts'] {
  return [...parts].flatMap(([name, { values, points }]) => {
    const given = points[row] ?? NaN;
    return Number.isNaN(given) ? [] : [{ name, value: values[row] ?? NaN, points: given }];
  });
}
