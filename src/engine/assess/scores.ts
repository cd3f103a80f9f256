import { rounded } from '../quantity/rounded';
import { roundReading } from '../quantity/roundReading';
import type { Grading, GradingCohort, Indicator, PackField, TotalBounds } from '../policy/pack';
import { missingIn } from '../rule/compileCondition';
import { formulaColumn } from '../rule/compileNumbers';
import { quotientOf } from '../rule/quotient';
import { fieldsIn } from '../rule/treeParts';
import type { RuleTable } from '../rule/truth';
import type { NumberTree } from '../rule/tree';
import { pointsKeptOpen } from './openLines';

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

/** Rows that are ranked among themselves; `beside` are not, and count in the group's mean, highest and lowest all the same. */
export interface Ranked {
  readonly cohort: GradingCohort;
  readonly rows: readonly number[];
  readonly beside: readonly number[];
}

/** Scores every group of rows by its cohort's weights and method, plus the bonus, less the penalty, times the factor; rounded to nine decimals. */
export function scoresOf(
  grading: Grading,
  table: RuleTable,
  groups: readonly Ranked[],
  fields: readonly PackField[],
): Scores {
  const scores = new Float64Array(table.rows).fill(NaN);
  const missing = new Uint32Array(table.rows);
  const parts = new Map<string, IndicatorScore>();
  for (const { name, formula } of grading.indicators) {
    const values = formulaColumn(formula, table);
    parts.set(name, { values, points: new Float64Array(table.rows).fill(NaN) });
  }
  const lacks = new Map(grading.indicators.map((own) => [own.name, missingIn(fieldsIn(own.formula), table)]));
  const factor = grading.factor && formulaColumn(grading.factor, table);
  const factorLacks = missingIn(grading.factor ? fieldsIn(grading.factor) : [], table);
  const [bonus, penalty] = [grading.bonus, grading.penalty].map((tree) => pointsBy(tree, table, fields));
  for (const group of groups) {
    const { cohort, rows } = group;
    const own = grading.indicators.filter(({ name }) => (cohort.weights.get(name) ?? 0) > 0);
    for (const row of rows) {
      scores[row] = (bonus?.at(row) ?? 0) - (penalty?.at(row) ?? 0);
      missing[row] = (bonus?.lacks(row) ?? 0) | (penalty?.lacks(row) ?? 0);
      if (factor && Number.isNaN(factor[row] ?? NaN)) missing[row] = (missing[row] ?? 0) | factorLacks(row);
      for (const { name, whenMissing } of own) {
        const value = parts.get(name)?.values[row] ?? NaN;
        if (Number.isNaN(value) && whenMissing === undefined)
          missing[row] = (missing[row] ?? 0) | (lacks.get(name)?.(row) ?? 0);
      }
    }
    for (const indicator of own) {
      const score = parts.get(indicator.name);
      if (!score) continue;
      const points = pointsOf(indicator, cohort, { grading, ...ratedIn(group, table, score.values) });
      for (const row of rows) {
        score.points[row] = points(score.values[row] ?? NaN);
        scores[row] = (scores[row] ?? NaN) + (score.points[row] ?? NaN);
      }
    }
    for (const row of rows) scores[row] = totalOf(grading.total, (scores[row] ?? NaN) * (factor?.[row] ?? 1));
  }
  return { scores, missing, parts };
}

function totalOf({ least = -Infinity, most = Infinity, decimals }: Partial<TotalBounds> = {}, sum: number): number {
  const total = Math.min(most, Math.max(least, sum));
  return decimals === undefined ? roundReading(total) : rounded(total, { decimals, way: 'nearest' });
}

interface Counted {
  readonly table: RuleTable;
  readonly rated: readonly number[];
  readonly values: Float64Array;
}

interface Rated extends Counted {
  readonly grading: Grading;
}

/** The rows of a group that have a value, those beside it too. */
function ratedIn({ rows, beside }: Ranked, table: RuleTable, values: Float64Array): Counted {
  const rated = [...rows, ...beside].filter((row) => !Number.isNaN(values[row] ?? NaN));
  return { table, rated, values };
}

/** The mean of an indicator over a group. */
export function groupMean(
  indicator: Indicator,
  group: Ranked,
  { table, parts }: Pick<Scores, 'parts'> & { readonly table: RuleTable },
): number {
  const values = parts.get(indicator.name)?.values;
  return values ? meanOf(indicator, ratedIn(group, table, values)) : NaN;
}

/** The points of a value, a missing one as the indicator says. */
function pointsOf(indicator: Indicator, cohort: GradingCohort, given: Rated): (value: number) => number {
  const { whenMissing, decimals } = indicator;
  const plain = pointsOfValue(indicator, cohort, given);
  const points =
    decimals === undefined ? plain : (value: number) => rounded(plain(value), { decimals, way: 'nearest' });
  if (whenMissing === undefined) return points;
  const instead = whenMissing === 'mean' ? points(meanOf(indicator, given)) : whenMissing;
  return (value) => (Number.isNaN(value) ? instead : points(value));
}

/** Its ratio to the benchmark within 0 and the cap, or its place between the cohort's least and most; or itself. */
function pointsOfValue(indicator: Indicator, cohort: GradingCohort, given: Rated): (value: number) => number {
  const weight = cohort.weights.get(indicator.name) ?? 0;
  if (indicator.against === 'points') return (value) => Math.min(weight, Math.max(0, value));
  if (cohort.method === 'ratio') {
    const ratio = ratioOf(indicator, benchmarkOf(indicator, given) * indicator.times);
    return (value) => weight * Math.min(indicator.cap, Math.max(0, ratio(value)));
  }
  const { least, most } = endsOf(given);
  const { floor } = given.grading;
  const over = (value: number) => (indicator.lowerIsBetter ? most - value : value - least);
  return (value) => {
    if (most === least) return Number.isNaN(value) ? NaN : weight;
    return (weight * (floor + ((100 - floor) * over(value)) / (most - least))) / 100;
  };
}

/** Where less is better, the benchmark over the value: nothing at all is as good as the cap allows. */
function ratioOf({ lowerIsBetter, cap }: Indicator, benchmark: number): (value: number) => number {
  if (!(benchmark > 0) || !Number.isFinite(benchmark)) return () => NaN;
  if (!lowerIsBetter) return (value) => value / benchmark;
  const best = Number.isFinite(cap) ? cap : NaN;
  return (value) => (value <= 0 ? best : benchmark / value);
}

function endsOf({ rated, values }: Counted): { readonly least: number; readonly most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const row of rated) {
    least = Math.min(least, values[row] ?? NaN);
    most = Math.max(most, values[row] ?? NaN);
  }
  return { least, most };
}

/** A value of the pack, the cohort's highest or lowest, or its own mean. */
function benchmarkOf(indicator: Indicator, given: Rated): number {
  const { benchmark, against } = indicator;
  if (benchmark !== undefined) return given.table.values.get(benchmark) ?? NaN;
  if (against === 'most' || against === 'least') return endsOf(given)[against];
  return meanOf(indicator, given);
}

/** For a quotient Σ numerator ÷ Σ denominator, never the mean of quotients. */
function meanOf({ formula }: Indicator, { table, rated, values }: Counted): number {
  const quotient = quotientOf(formula);
  if (!quotient) return total(values, rated) / rated.length;
  const side = (tree: NumberTree) => {
    const column = formulaColumn(tree, table);
    return rated.reduce((sum, row) => sum + (column[row] ?? NaN), 0);
  };
  return side(quotient.above) / side(quotient.below);
}

function total(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (values[row] ?? 0), 0);
}

/** A bonus or a penalty by row: none is 0, and NaN for want of what nobody may read as none. */
function pointsBy(tree: NumberTree | undefined, table: RuleTable, fields: readonly PackField[]) {
  if (!tree) return undefined;
  const values = formulaColumn(tree, table);
  const missing = missingIn(pointsKeptOpen(tree, fields), table);
  const isThere = (row: number) => !Number.isNaN(values[row] ?? NaN);
  const lacks = (row: number) => (isThere(row) ? 0 : missing(row));
  return { lacks, at: (row: number) => (isThere(row) ? (values[row] ?? 0) : lacks(row) === 0 ? 0 : NaN) };
}
