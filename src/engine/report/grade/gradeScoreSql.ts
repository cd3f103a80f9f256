import type { Grades } from '../../assess/grade';
import { lineParts, type LinePart } from '../../assess/gradeRows';
import { pointsKeptOpen } from '../../assess/openLines';
import type { GradingCohort, Indicator, PolicyPack, Quota } from '../../policy/pack';
import { rankReadingsAsked, type RankReading } from '../../policy/rankReadings';
import { noiseOf } from '../../quantity/reaches';
import {
  numberSql,
  roundedSql,
  sqlName,
  sqlNumber,
  sqlString,
  type ReadingSql,
  type RuleSql,
} from '../../rule/sql/conditionSql';
import { quotientOf } from '../../rule/quotient';
import type { NumberTree } from '../../rule/tree';
import { fieldsIn } from '../../rule/treeParts';
import { readingSql } from '../verdict/verdictSql';
import { GRADE_HEADS, GRADE_HELPER } from './gradeColumns';

/** A column of the query's own, whatever the table's are called. */
export const helperColumn = (name: string): string => GRADE_HELPER + name;

/** What each indicator gives, in a query: its reading, its benchmark over the group, its points, and their sum. */
export class GradeScoreSql {
  protected readonly sql: RuleSql;
  /** With what ranking gives, for corrections. */
  protected readonly rankedSql: RuleSql;
  private readonly ofRanking: ReadonlyMap<string, RankReading>;
  protected readonly rankColumns = {
    score: sqlName(GRADE_HEADS.score),
    rank: sqlName(GRADE_HEADS.rank),
    members: sqlName(helperColumn('参评户数')),
    meanScore: sqlName(helperColumn('平均得分')),
  } as const;

  constructor(
    protected readonly grades: Grades,
    private readonly place: string,
    private readonly key: string,
    /** Which rows are scored. */
    private readonly isScored: string,
  ) {
    const { pack, values } = grades.context.policy;
    this.sql = {
      reading: (name) => readingSql(pack, values, name),
      value: (name) => values.get(name) ?? NaN,
    };
    this.ofRanking = rankReadingsAsked(pack);
    const reading = (name: string) => this.rankReading(name) ?? this.sql.reading(name);
    this.rankedSql = { ...this.sql, reading };
  }

  protected get pack(): PolicyPack {
    return this.grades.context.policy.pack;
  }

  protected get grading(): Grades['grading'] {
    return this.grades.grading;
  }

  /** The readings of rows that are ranked, where their cohort weighs them; the sides of quotients. */
  protected readings(): string[] {
    return this.grading.indicators.flatMap((own) => {
      const { formula } = own;
      const value = numberSql(formula, this.sql);
      const isRead = this.asks(own) ? `${sqlName(this.place)} > 0` : this.isWeighted(own);
      const read = (tree: NumberTree) => `CASE WHEN ${isRead} THEN ${numberSql(tree, this.sql)} END`;
      const quotient = quotientOf(formula);
      const sides = quotient
        ? ([
            ['分子', quotient.above],
            ['分母', quotient.below],
          ] as const)
        : [];
      return [
        `${read(formula)} AS ${this.valueOf(own)}`,
        // A row without the quotient counts on neither side.
        ...sides.map(
          ([at, tree]) => `CASE WHEN ${value} IS NOT NULL THEN ${read(tree)} END AS ${this.column(own, at)}`,
        ),
      ];
    });
  }

  protected benchmarks(): string[] {
    return this.grading.indicators.flatMap((own) => [
      `${this.benchmark(own)} AS ${this.column(own, '基准')}`,
      `${own.whenMissing === 'mean' ? `COALESCE(${this.valueOf(own)}, ${this.mean(own)})` : this.valueOf(own)} AS ${this.used(own)}`,
      ...(this.asks(own) ? [`${this.mean(own)} AS ${this.column(own, '本组平均')}`] : []),
      ...(['MIN', 'MAX'] as const).map((end) => `${this.over(end, this.valueOf(own))} AS ${this.column(own, end)}`),
    ]);
  }

  protected pointColumns(): string[] {
    return this.grading.indicators.map((own) => {
      const { decimals } = own;
      const plain = this.points(own);
      const points = decimals === undefined ? plain : roundedSql(`(${plain})`, { decimals, way: 'nearest' });
      const given =
        typeof own.whenMissing === 'number'
          ? `CASE WHEN ${this.valueOf(own)} IS NULL THEN ${sqlNumber(own.whenMissing)} ELSE ${points} END`
          : points;
      return `CASE WHEN ${this.isWeighted(own)} THEN ${given} ELSE 0 END AS ${this.pointsOf(own)}`;
    });
  }

  protected score(): string {
    const { bonus, penalty, factor, indicators } = this.grading;
    const plus = (tree: NumberTree | undefined) => (tree ? this.plus(tree) : '0');
    const sum = [`${plus(bonus)} - ${plus(penalty)}`, ...indicators.map((own) => this.pointsOf(own))].join(' + ');
    const { decimals } = this.grading.total ?? {};
    const total = this.bounded(factor ? `(${sum}) * ${numberSql(factor, this.sql)}` : sum);
    const score = decimals === undefined ? `ROUND(${total}, 9)` : roundedSql(total, { decimals, way: 'nearest' });
    return `CASE WHEN ${this.isScored} THEN ${score} END`;
  }

  /** Points that are not there are none, unless what they are made of is missing and nobody may read it as none. */
  private plus(tree: NumberTree): string {
    const lacks = this.lacksOfPoints(tree).map((lack) => lack.when);
    const none = lacks.length === 0 ? '0' : `CASE WHEN NOT (${lacks.join(' OR ')}) THEN 0 END`;
    return `COALESCE(${numberSql(tree, this.sql)}, ${none})`;
  }

  private lacksOfPoints(tree: NumberTree): ReadingSql['lacks'] {
    return pointsKeptOpen(tree, this.pack.fields).flatMap((name) => this.sql.reading(name).lacks);
  }

  /** What is missing behind a bonus or a penalty that cannot be told. */
  protected openPoints(): ReadingSql['lacks'] {
    const trees = [this.grading.bonus, this.grading.penalty].filter((tree) => tree !== undefined);
    const { factor } = this.grading;
    const ofFactor = factor ? fieldsIn(factor).flatMap((name) => this.sql.reading(name).lacks) : [];
    const behind = [
      ...trees.map((tree) => ({ tree, lacks: this.lacksOfPoints(tree) })),
      ...(factor ? [{ tree: factor, lacks: ofFactor }] : []),
    ];
    return behind.flatMap(({ tree, lacks }) => {
      const isBlank = `${numberSql(tree, this.sql)} IS NULL`;
      return lacks.map(({ label, when }) => ({ label, when: `(${isBlank} AND ${when})` }));
    });
  }

  private bounded(sum: string): string {
    const { least, most } = this.grading.total ?? {};
    // LEAST and GREATEST pass over what is missing.
    const ends = `GREATEST(${sqlNumber(least ?? -Infinity)}, LEAST(${sqlNumber(most ?? Infinity)}, ${sum}))`;
    return least === undefined && most === undefined ? sum : `CASE WHEN ${sum} IS NOT NULL THEN ${ends} END`;
  }

  private asks({ name }: Indicator): boolean {
    return [...this.ofRanking.values()].some((own) => 'indicator' in own && own.indicator === name);
  }

  private rankReading(name: string): ReadingSql | undefined {
    const own = this.ofRanking.get(name);
    const value = own && this.rankValue(own);
    return value === undefined ? undefined : { value, lacks: [] };
  }

  private rankValue(own: RankReading): string {
    if ('indicator' in own) {
      const column = helperColumn(`${own.indicator}${own.kind === 'mean' ? '本组平均' : '读数'}`);
      return `ROUND(${sqlName(column)}, 9)`;
    }
    return { ...this.rankColumns, meanScore: `ROUND(${this.rankColumns.meanScore}, 9)` }[own.kind];
  }

  protected valueOf(own: Indicator): string {
    return this.column(own, '读数');
  }

  protected pointsOf(own: Indicator): string {
    return this.column(own, '得分');
  }

  protected isWeighted(own: Indicator): string {
    return `${this.weight(own)} > 0`;
  }

  private weight({ name }: Indicator): string {
    return this.byPlace(({ weights }) => sqlNumber(weights.get(name) ?? 0));
  }

  private byPlace(give: (cohort: GradingCohort) => string): string {
    const each = this.grading.cohorts.map((own, at) => `WHEN ${String(at + 1)} THEN ${give(own)}`);
    return `CASE ${sqlName(this.place)} ${each.join(' ')} ELSE 0 END`;
  }

  private over(aggregate: string, of: string): string {
    return `${aggregate}(${of}) OVER (PARTITION BY ${sqlName(this.place)}, ${sqlName(this.key)})`;
  }

  private used(own: Indicator): string {
    return this.column(own, '取值');
  }

  private column({ name }: Indicator, at: string): string {
    return sqlName(helperColumn(`${name}${at}`));
  }

  private benchmark(own: Indicator): string {
    const { benchmark, against, times } = own;
    if (benchmark !== undefined) return sqlNumber((this.sql.value(benchmark) || NaN) * times);
    const found = against === 'most' || against === 'least' ? this.end(own, against) : this.mean(own);
    return `(${found} * ${sqlNumber(times)})`;
  }

  private end(own: Indicator, end: 'most' | 'least'): string {
    return this.over(end === 'most' ? 'MAX' : 'MIN', this.valueOf(own));
  }

  /** Σ over Σ for a quotient. */
  private mean(own: Indicator): string {
    if (!quotientOf(own.formula)) return this.over('AVG', this.valueOf(own));
    const [above, below] = ['分子', '分母'].map((at) => this.over('SUM', this.column(own, at)));
    return `(${above ?? ''} / NULLIF(${below ?? ''}, 0))`;
  }

  private points(own: Indicator): string {
    const used = this.used(own);
    const weight = this.weight(own);
    if (own.against === 'points')
      return `CASE WHEN ${used} IS NOT NULL THEN LEAST(${weight}, GREATEST(0, ${used})) END`;
    return this.byPlace(({ method }) => (method === 'ratio' ? this.byRatio(own, weight) : this.between(own, weight)));
  }

  private byRatio(own: Indicator, weight: string): string {
    const { cap, lowerIsBetter } = own;
    const [used, benchmark] = [this.used(own), this.column(own, '基准')];
    const capped = (ratio: string) => (Number.isFinite(cap) ? `LEAST(${sqlNumber(cap)}, ${ratio})` : ratio);
    const best = Number.isFinite(cap) ? sqlNumber(cap) : 'NULL';
    const ratio = lowerIsBetter
      ? `CASE WHEN ${used} <= 0 THEN ${best} ELSE ${capped(`GREATEST(0, ${benchmark} / NULLIF(${used}, 0))`)} END`
      : capped(`GREATEST(0, ${used} / ${benchmark})`);
    return `CASE WHEN ${used} IS NOT NULL AND ${benchmark} > 0 THEN ${weight} * ${ratio} END`;
  }

  private between(own: Indicator, weight: string): string {
    const [used, least, most] = [this.used(own), this.column(own, 'MIN'), this.column(own, 'MAX')];
    const over = own.lowerIsBetter ? `${most} - ${used}` : `${used} - ${least}`;
    const floor = this.grading.floor;
    const rise = `${sqlNumber(100 - floor)} * (${over}) / NULLIF(${most} - ${least}, 0)`;
    const points = `CASE WHEN ${most} = ${least} THEN ${weight} ELSE ${weight} * (${sqlNumber(floor)} + ${rise}) / 100 END`;
    return `CASE WHEN ${used} IS NOT NULL THEN ${points} END`;
  }
}

interface Rank {
  readonly rank: string;
  readonly of: string;
}

/** The grade of a rank in a query: the first whose cumulative share, rounded as the policy says, reaches it. */
export function ladderSql({ quotas, small, rounding }: GradingCohort, { rank, of }: Rank): string {
  const rungs = (all: readonly Quota[]) => {
    const steps = all.slice(0, -1).map(({ grade }, at) => {
      const parts = lineParts(all, at, rounding ?? 'down').map((part) => partSql(part, of));
      return `WHEN ${rank} <= ${parts.join(' + ')} THEN ${sqlString(grade)}`;
    });
    const last = sqlString(all.at(-1)?.grade ?? '');
    return steps.length === 0 ? last : `CASE ${steps.join(' ')} ELSE ${last} END`;
  };
  return small
    ? `CASE WHEN ${of} < ${sqlNumber(small.under)} THEN ${rungs(small.quotas)} ELSE ${rungs(quotas)} END`
    : rungs(quotas);
}

function partSql({ share, rounding }: LinePart, of: string): string {
  const noise = `${sqlNumber(noiseOf(0))} * GREATEST(1, ${of})`;
  const members = `${sqlNumber(share)} * ${of}`;
  if (rounding === 'up') return `CEIL(${members} - ${noise})`;
  return `FLOOR(${members} + ${noise}${rounding === 'nearest' ? ' + 0.5' : ''})`;
}
