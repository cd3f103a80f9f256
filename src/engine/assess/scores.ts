import { roundReading } from '../quantity/roundReading';
import type { Grading, GradingCohort, Indicator } from '../policy/pack';
import { missingIn } from '../rule/compileCondition';
import { formulaColumn } from '../rule/compileNumbers';
import { fieldsIn } from '../rule/treeParts';
import type { RuleTable } from '../rule/truth';
import type { NumberTree } from '../rule/tree';

/** An indicator's reading by row and the points it gives. */
export interface IndicatorScore {
  readonly values: Float64Array;
  readonly points: Float64Array;
}

/** Scores by row, NaN where something is missing (as bits) or the row is in no cohort. */
export interface Scores {
  readonly scores: Float64Array;
  readonly missing: Uint32Array;
  readonly parts: ReadonlyMap<string, IndicatorScore>;
}

/** Scores the members of every cohort by its weights and its method, plus the bonus, less the penalty; rounded to nine decimals. */
export function scoresOf(grading: Grading, table: RuleTable, members: readonly (readonly number[])[]): Scores {
  const scores = new Float64Array(table.rows).fill(NaN);
  const missing = new Uint32Array(table.rows);
  const parts = new Map<string, IndicatorScore>();
  for (const { name, formula } of grading.indicators) {
    const values = formulaColumn(formula, table);
    parts.set(name, { values, points: new Float64Array(table.rows).fill(NaN) });
  }
  const lacks = new Map(grading.indicators.map((own) => [own.name, missingIn(fieldsIn(own.formula), table)]));
  const [bonus, penalty] = [grading.bonus, grading.penalty].map((tree) => tree && formulaColumn(tree, table));
  grading.cohorts.forEach((cohort, index) => {
    const rows = members[index] ?? [];
    const own = grading.indicators.filter(({ name }) => (cohort.weights.get(name) ?? 0) > 0);
    for (const row of rows) {
      scores[row] = orZero(bonus?.[row]) - orZero(penalty?.[row]);
      for (const { name } of own) {
        const value = parts.get(name)?.values[row] ?? NaN;
        if (Number.isNaN(value)) missing[row] = (missing[row] ?? 0) | (lacks.get(name)?.(row) ?? 0);
      }
    }
    for (const indicator of own) {
      const score = parts.get(indicator.name);
      if (!score) continue;
      const rated = rows.filter((row) => !Number.isNaN(score.values[row] ?? NaN));
      const points = pointsOf(indicator, cohort, { grading, table, rated, values: score.values });
      for (const row of rows) {
        score.points[row] = points(score.values[row] ?? NaN);
        scores[row] = (scores[row] ?? NaN) + (score.points[row] ?? NaN);
      }
    }
    for (const row of rows) scores[row] = roundReading(scores[row] ?? NaN);
  });
  return { scores, missing, parts };
}

interface Rated {
  readonly grading: Grading;
  readonly table: RuleTable;
  readonly rated: readonly number[];
  readonly values: Float64Array;
}

/** The points of a value: its ratio to the benchmark within 0 and the cap, or its place between the cohort's least and most. */
function pointsOf(indicator: Indicator, cohort: GradingCohort, given: Rated): (value: number) => number {
  const weight = cohort.weights.get(indicator.name) ?? 0;
  if (cohort.method === 'ratio') {
    const benchmark = benchmarkOf(indicator, given) * indicator.times;
    return (value) =>
      weight *
      Math.min(indicator.cap, Math.max(0, benchmark > 0 && Number.isFinite(benchmark) ? value / benchmark : NaN));
  }
  const own = given.rated.map((row) => given.values[row] ?? NaN);
  const [least, most] = [Math.min(...ends(own, Math.min)), Math.max(...ends(own, Math.max))];
  const { floor } = given.grading;
  return (value) => {
    if (most === least) return Number.isNaN(value) ? NaN : weight;
    return (weight * (floor + ((100 - floor) * (value - least)) / (most - least))) / 100;
  };
}

/** Spreading a hundred thousand numbers into a call would overflow the stack. */
function ends(numbers: readonly number[], pick: (a: number, b: number) => number): number[] {
  const [first, ...rest] = numbers;
  return first === undefined ? [] : [rest.reduce((end, number) => pick(end, number), first)];
}

/** A value of the pack, or the cohort's own mean: for a quotient Σ numerator ÷ Σ denominator, never the mean of quotients. */
function benchmarkOf({ benchmark, formula }: Indicator, { table, rated, values }: Rated): number {
  if (benchmark !== undefined) return table.values.get(benchmark) ?? NaN;
  if (formula.kind !== 'arithmetic' || formula.op !== '/') return total(values, rated) / rated.length;
  const side = (tree: NumberTree) => {
    const column = formulaColumn(tree, table);
    return rated.reduce((sum, row) => sum + (column[row] ?? NaN), 0);
  };
  return side(formula.left) / side(formula.right);
}

function total(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
}

function orZero(value = NaN): number {
  return Number.isNaN(value) ? 0 : value;
}
