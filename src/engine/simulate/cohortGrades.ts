import { type GradeQuota, gradeByRank } from './gradeByRank';
import { blankYear, parcelYear, type Projector } from './projectStock';
import type { Progress } from './progress';
import { type Meter, walkRows } from './walkRows';

/** How a cohort is graded by rank in each simulated year. */
export interface CohortGrades {
  /** Parcels by grade, best first, each over the years. */
  readonly byGrade: readonly Float64Array[];
  /** Parcels whose grade is another than in the first year, by year; those that have left are none of them. */
  readonly moved: Float64Array;
}

/** A parcel of which at least half has left is not graded. */
const LEFT = 0.5;

/** Grades the whole cohort anew in every year by expected tax per mu: one parcel's rise is another's fall. */
export function* cohortGrades(
  projector: Projector,
  quota: GradeQuota,
  meter: Meter,
): Generator<Progress, CohortGrades> {
  const { parcels, values } = projector.plan;
  const years = values.horizon + 1;
  const byGrade = quota.grades.map(() => new Float64Array(years));
  const moved = new Float64Array(years);
  const scratch = blankYear();
  let first: Int8Array | undefined;
  for (let year = 0; year < years; year++) {
    const yields = new Float64Array(parcels.rows).fill(NaN);
    yield* walkRows(meter, 'scenario', (row) => {
      if (parcels.counted[row] !== 1) return;
      const of = parcelYear(projector, row, year, scratch);
      if (of.gone < LEFT) yields[row] = of.tax / (1 - of.gone) / (parcels.columns.landArea[row] ?? NaN);
    });
    const grades = gradeByRank(yields, quota);
    first ??= grades;
    for (let row = 0; row < grades.length; row++) {
      const grade = grades[row] ?? -1;
      const counts = byGrade[grade];
      if (!counts) continue;
      counts[year] = (counts[year] ?? 0) + 1;
      if (grade !== first[row]) moved[year] = (moved[year] ?? 0) + 1;
    }
  }
  return { byGrade, moved };
}
