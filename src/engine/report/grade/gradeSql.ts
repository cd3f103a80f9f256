import { NO_COHORT, NO_SCORE } from '../../assess/gradeText';
import type { Grades } from '../../assess/grade';
import { keepsOpen } from '../../assess/openLines';
import { fieldOf } from '../../ledger/fields';
import type { GradingCohort, OutrightGrade, PackField, PackRule } from '../../policy/pack';
import { conditionSql, lacksSql, numberSql, sqlName, sqlString } from '../../rule/sql/conditionSql';
import { decisionSql, listSql } from '../../rule/sql/decisionSql';
import { fieldsIn } from '../../rule/treeParts';
import { lackWords } from '../verdict/verdictFormulas';
import { sourceSql } from '../verdict/verdictSql';
import { GRADE_HEADS } from './gradeColumns';
import { helperColumn, GradeScoreSql, ladderSql } from './gradeScoreSql';

/** What is asked of a query of grades: the table, the column that its rows are in order of, and what the grade's column is called. */
export interface GradeQuery {
  readonly table: string;
  readonly order: string;
  readonly as: string;
  /** A column whose words part the rows into ledgers of their own, each ranked by itself. */
  readonly within?: string;
  readonly unresolved: (missing: readonly string[]) => string;
}

const UNIT = helperColumn('户');
const UNITS = helperColumn('各户');
const MEMBERS = helperColumn('各行');
const OUTRIGHT = helperColumn('直接评定');
const COHORT = helperColumn('组别');
const PLACE = helperColumn('组序');
const KEY = helperColumn('排名组');
const BY_RANK = GRADE_HEADS.byRank;

/**
 * A policy's grades as a query over a table of cleaned rows: what `grade` does, whole cohorts, rows taken together and the least and
 * the most of a part of them included. Gives 综合得分, 本组位次 and the grade. A bonus that cannot be read is to be put right before.
 */
export function gradeSql(grades: Grades, asked: GradeQuery): string {
  return new GradeSqlWriter(grades, asked).query();
}

class GradeSqlWriter extends GradeScoreSql {
  constructor(
    grades: Grades,
    private readonly asked: GradeQuery,
  ) {
    super(grades, PLACE, KEY, `${sqlName(PLACE)} > 0 AND ${sqlName(OUTRIGHT)} IS NULL`);
  }

  query(): string {
    const { as } = this.asked;
    // What a correction leaves open has a place, which others are counted by, and none to show.
    const isSaid = `graded.${sqlName(as)} NOT LIKE ${sqlString(`${this.words.before}%`)}`;
    const ranking = [GRADE_HEADS.score, GRADE_HEADS.rank].map(
      (name) => `CASE WHEN ${isSaid} THEN graded.${sqlName(name)} END AS ${sqlName(name)}`,
    );
    const shown = [...ranking, `graded.${sqlName(as)}`];
    const steps: readonly (readonly [string, string])[] = [
      [MEMBERS, this.members()],
      [UNITS, this.units()],
      ['placed', this.placed()],
      ['keyed', this.keyed()],
      ['read', `SELECT *, ${this.readings().join(', ')} FROM keyed`],
      ['held', `SELECT *, ${this.benchmarks().join(', ')} FROM read`],
      ['pointed', `SELECT *, ${this.pointColumns().join(', ')} FROM held`],
      ['scored', `SELECT *, ${this.score()} AS ${sqlName(GRADE_HEADS.score)} FROM pointed`],
      ['ranked', this.ranked()],
      ['laddered', `SELECT *, ${this.byRank()} AS ${sqlName(BY_RANK)} FROM ranked`],
      ['graded', `SELECT *, ${this.grade()} AS ${sqlName(as)} FROM laddered`],
    ];
    const named = steps.map(([name, select]) => `${sqlName(name)} AS (\n${select}\n)`);
    const from = `FROM ${sqlName(MEMBERS)} AS own JOIN graded ON own.${sqlName(UNIT)} = graded.${sqlName(UNIT)}`;
    return `WITH ${named.join(',\n')}\nSELECT own.*, ${shown.join(', ')}\n${from}`;
  }

  /** Every row with the first row of its unit: itself, unless rows of one word are taken together. */
  private members(): string {
    const order = sqlName(this.asked.order);
    const by = this.grading.together?.by;
    const alone = by === undefined ? '' : sqlName(by);
    const { within } = this.asked;
    const parts = [...(within === undefined ? [] : [sqlName(within)]), alone].join(', ');
    const unit = `MIN(${order}) OVER (PARTITION BY ${parts}, CASE WHEN ${alone} IS NULL THEN ${order} END)`;
    return `SELECT *, ${by === undefined ? order : unit} AS ${sqlName(UNIT)} FROM ${sqlName(this.asked.table)}`;
  }

  /** One row a unit: what is added up is missing where one is; anything else is as the first row that has it says. */
  private units(): string {
    const { together } = this.grading;
    if (!together) return `SELECT * FROM ${sqlName(MEMBERS)}`;
    const order = sqlName(this.asked.order);
    const columns = this.pack.fields.map(({ name }) => {
      const own = sqlName(name);
      return together.add.includes(name)
        ? `CASE WHEN COUNT(*) = COUNT(${own}) THEN SUM(${own}) END AS ${own}`
        : `MIN_BY(${own}, CASE WHEN ${own} IS NOT NULL THEN ${order} END) AS ${own}`;
    });
    const { within } = this.asked;
    const part = within === undefined ? [] : [`MIN(${sqlName(within)}) AS ${sqlName(within)}`];
    return `SELECT ${[sqlName(UNIT), ...part, ...columns].join(', ')} FROM ${sqlName(MEMBERS)} GROUP BY ${sqlName(UNIT)}`;
  }

  private placed(): string {
    const lines = this.grading.cohorts.map(({ name, condition }) => ({ answer: name, condition }));
    const from = `(\n${sourceSql(this.grades.context, UNITS, this.asked.within)}\n) AS readings`;
    return decisionSql(lines, this.sql, { from, as: sqlName(COHORT), words: this.words });
  }

  /** Rows that are ranked have the place of their cohort, and the word they are ranked under; others 0. */
  private keyed(): string {
    const { cohorts } = this.grading;
    const settled = this.outright(
      ({ answer }) => sqlString(answer),
      (own) => `${sqlString(this.words.before)} || ${this.lackingBehind(own)}`,
    );
    const whenOutright = settled.length === 0 ? 'NULL' : `CASE ${settled.join(' ')} END`;
    const places = cohorts.map((own, at) => {
      const word = own.each === undefined ? '' : ` AND ${sqlName(own.each)} IS NOT NULL`;
      return `WHEN ${sqlName(COHORT)} = ${sqlString(own.name)}${word} THEN ${String(at + 1)}`;
    });
    const words = cohorts.flatMap(({ each }, at) =>
      each === undefined ? [] : [`WHEN ${String(at + 1)} THEN ${sqlName(each)}`],
    );
    const word = words.length === 0 ? `''` : `CASE ${sqlName(PLACE)} ${words.join(' ')} ELSE '' END`;
    const { within } = this.asked;
    // No word of a ledger holds the sign between them.
    const key = within === undefined ? word : `COALESCE(${sqlName(within)}, '') || CHR(31) || ${word}`;
    const counts = this.outright(
      (own) => (own.counts ? 'TRUE' : 'FALSE'),
      () => 'FALSE',
    );
    const isBeside = counts.length === 0 ? 'FALSE' : `CASE ${counts.join(' ')} ELSE FALSE END`;
    const isNowhere = `${sqlName(OUTRIGHT)} IS NOT NULL AND NOT (${isBeside})`;
    const place = `CASE WHEN ${isNowhere} THEN 0 ${places.join(' ')} ELSE 0 END`;
    return [
      `SELECT *, ${key} AS ${sqlName(KEY)} FROM (`,
      `  SELECT *, ${place} AS ${sqlName(PLACE)} FROM (`,
      `    SELECT *, ${whenOutright} AS ${sqlName(OUTRIGHT)} FROM placed) AS settled) AS set_apart`,
    ].join('\n');
  }

  /** The lines that grade outright as parts of a CASE, each with what is said while it may hold and nobody can tell. */
  private outright(given: (line: OutrightGrade) => string, open: (line: OutrightGrade) => string): string[] {
    const { outright } = this.grading;
    return outright.flatMap((line, at) => {
      const own = `WHEN ${this.holds(line.condition)} THEN ${given(line)}`;
      if (!keepsOpen(line, this.pack.fields)) return [own];
      return [own, `WHEN ${this.isOpen(line, outright.slice(at + 1))} THEN ${open(line)}`];
    });
  }

  /** A line that may hold, and those below it that do are none or say something else. */
  private isOpen(line: OutrightGrade, below: readonly OutrightGrade[]): string {
    const { condition, answer } = line;
    const held = (isSame: boolean) => {
      const those = below.filter((own) => (own.answer === answer) === isSame);
      return those.length === 0
        ? 'FALSE'
        : `(${those.map((own) => `COALESCE(${this.holds(own.condition)}, FALSE)`).join(' OR ')})`;
    };
    const isUnknown = `${this.holds(condition)} IS NULL AND ${this.lackingBehind(line)} <> ''`;
    return `${isUnknown} AND NOT (${held(true)} AND NOT ${held(false)})`;
  }

  private lackingBehind({ condition }: PackRule, sql = this.sql): string {
    const { between, labels } = this.words;
    const lacks = lacksSql(condition, sql);
    return listSql(
      labels.flatMap((label) => lacks.filter((lack) => lack.label === label)),
      between,
    );
  }

  private ranked(): string {
    const { score, rank: rankColumn, members, meanScore } = this.rankColumns;
    const group = `PARTITION BY ${sqlName(PLACE)}, ${sqlName(KEY)}`;
    const ties = (this.grading.ties ?? []).map(
      (tree) => `, COALESCE(ROUND(${numberSql(tree, this.sql)}, 9), -1E300) DESC`,
    );
    const order = `ORDER BY ${score} DESC NULLS LAST${ties.join('')}`;
    const rank = `CASE WHEN ${score} IS NOT NULL THEN RANK() OVER (${group} ${order}) END`;
    const over = [`COUNT(${score}) OVER (${group}) AS ${members}`, `AVG(${score}) OVER (${group}) AS ${meanScore}`];
    return `SELECT *, ${rank} AS ${rankColumn}, ${over.join(', ')} FROM scored`;
  }

  private byRank(): string {
    const { rank, members } = this.rankColumns;
    const ofCohort = this.grading.cohorts.map(
      (cohort, at) => `WHEN ${String(at + 1)} THEN ${ladderSql(cohort, { rank, of: members })}`,
    );
    return `CASE WHEN ${rank} IS NOT NULL THEN CASE ${sqlName(PLACE)} ${ofCohort.join(' ')} END END`;
  }

  private grade(): string {
    const ranked = sqlName(BY_RANK);
    const corrected = this.grading.after.flatMap((line) => {
      const { condition, from, answer } = line;
      const isFrom = from ? ` AND ${ranked} IN (${from.map(sqlString).join(', ')})` : '';
      const held = `(${conditionSql(condition, this.rankedSql)})`;
      const own = `WHEN ${held}${isFrom} THEN ${sqlString(answer)}`;
      if (!keepsOpen(line, this.pack.fields)) return [own];
      const lack = this.lackingBehind(line, this.rankedSql);
      const isOpen = `${held} IS NULL${isFrom} AND ${ranked} <> ${sqlString(answer)} AND ${lack} <> ''`;
      return [own, `WHEN ${isOpen} THEN ${sqlString(this.words.before)} || ${lack}`];
    });
    return [
      'CASE',
      `WHEN ${sqlName(OUTRIGHT)} IS NOT NULL THEN ${sqlName(OUTRIGHT)}`,
      ...this.grading.cohorts.flatMap((own) => this.withoutWord(own)),
      `WHEN ${sqlName(COHORT)} = ${sqlString(this.words.before)} THEN ${sqlString(NO_COHORT)}`,
      `WHEN ${sqlName(PLACE)} = 0 THEN ${sqlName(COHORT)}`,
      ...corrected,
      `WHEN ${ranked} IS NOT NULL THEN ${ranked}`,
      `ELSE ${this.lacking()} END`,
    ].join('\n  ');
  }

  /** A row that has no word in the column that its cohort is ranked within. */
  private withoutWord({ name, each }: GradingCohort): string[] {
    const field = this.fieldNamed(each);
    if (!field) return [];
    const lack = sqlString(this.words.before + fieldOf(field.field).label);
    return [`WHEN ${sqlName(COHORT)} = ${sqlString(name)} AND ${sqlName(field.name)} IS NULL THEN ${lack}`];
  }

  private fieldNamed(name: string | undefined): PackField | undefined {
    return this.pack.fields.find((own) => own.name === name);
  }

  /** The fields that are missing behind the weighted indicators; where none is, the indicators that give no points. */
  private lacking(): string {
    const { before, between, labels } = this.words;
    const behind = this.grading.indicators.flatMap((own) =>
      own.whenMissing === undefined
        ? fieldsIn(own.formula).flatMap((name) =>
            this.sql.reading(name).lacks.map(({ label, when }) => ({
              label,
              when: `(${this.isWeighted(own)} AND ${this.valueOf(own)} IS NULL AND ${when})`,
            })),
          )
        : [],
    );
    const lacks = [...this.openPoints(), ...behind];
    const fields = listSql(
      labels.flatMap((label) => lacks.filter((lack) => lack.label === label)),
      between,
    );
    const pointless = listSql(
      this.grading.indicators.map((own) => ({
        label: own.name,
        when: `(${this.isWeighted(own)} AND ${this.pointsOf(own)} IS NULL)`,
      })),
      between,
    );
    const named = `${sqlString(NO_SCORE.before)} || ${pointless} || ${sqlString(NO_SCORE.after)}`;
    return `CASE WHEN ${fields} = '' THEN ${named} ELSE ${sqlString(before)} || ${fields} END`;
  }

  private holds(condition: Parameters<typeof conditionSql>[0]): string {
    return `(${conditionSql(condition, this.sql)})`;
  }

  private get words() {
    const labels = this.pack.fields.map(({ field }) => fieldOf(field).label);
    return lackWords(labels, this.asked.unresolved);
  }
}
