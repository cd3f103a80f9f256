import type { AssessContext } from '../../assess/context';
import { valuesLackingIn } from '../../assess/judge';
import { NOTHING_SET, sameLine, type MeasureWords } from '../../assess/measures';
import { fieldOf } from '../../ledger/fields';
import { RESULT_NAMES } from '../../policy/loadMeasures';
import type { Measure, MeasureLine } from '../../policy/pack';
import { numberSql, sqlName, sqlString, type ReadingSql, type RuleSql } from '../../rule/sql/conditionSql';
import { decisionSql, listSql } from '../../rule/sql/decisionSql';
import { fieldsIn } from '../../rule/treeParts';
import { lackWords } from './verdictFormulas';
import { readingSql, sourceSql } from './verdictSql';

/** What is asked of a query of a measure: the table of readings and results, what parts it into ledgers, the columns it gives, and the words. */
export interface MeasureQuery {
  readonly table: string;
  readonly within?: string;
  /** Where amounts stand; left out for a measure of words alone. */
  readonly amount?: string;
  /** Where words stand, and what there is in place of an amount. */
  readonly words: string;
  readonly said: MeasureWords;
}

/** The names of what rows are judged and graded to be, as far as a policy's measures may ask for them. */
export function resultsAsked({ fields }: Pick<AssessContext['policy']['pack'], 'fields'>): readonly string[] {
  return Object.values(RESULT_NAMES).filter((name) => fields.every((own) => own.name !== name));
}

/**
 * What a measure gives every row as a query over a table of `readingColumns` that has the policy's own answers beside them, under
 * their names: what `measuresOf` does. Amounts are rounded as readings are.
 */
export function measureSql(measure: Measure, context: AssessContext, asked: MeasureQuery): string {
  return new MeasureSqlWriter(measure, context, asked).query();
}

/** Which line it is, and why none where that is open. */
const WHICH = sqlName('规定');

class MeasureSqlWriter {
  private readonly lines: readonly Pick<MeasureLine, 'condition' | 'answer' | 'amount'>[];
  private readonly labels: readonly string[];
  private readonly lacking: readonly string[];
  private readonly sql: RuleSql;

  constructor(
    measure: Measure,
    private readonly context: AssessContext,
    private readonly asked: MeasureQuery,
  ) {
    const { pack, values } = context.policy;
    this.lines = [...measure.lines, NOTHING_SET];
    this.lacking = valuesLackingIn(measure.lines, context.policy);
    this.labels = pack.fields.map(({ field }) => fieldOf(field).label);
    const results = resultsAsked(pack);
    this.sql = {
      reading: (name) => (results.includes(name) ? this.result(name) : readingSql(pack, values, name)),
      value: (name) => values.get(name) ?? NaN,
    };
  }

  query(): string {
    const { amount, words } = this.asked;
    const given = this.lines
      .map((line, at) => ({ ...line, id: this.idOf(at) }))
      .filter(({ id }, at) => id === String(at));
    const amounts = given.flatMap((line) =>
      line.amount ? [`WHEN ${sqlString(line.id)} THEN ${this.amount(line)}`] : [],
    );
    const texts = given.map((line) => `WHEN ${sqlString(line.id)} THEN ${this.text(line)}`);
    const columns = [
      ...(amount === undefined || amounts.length === 0
        ? []
        : [`CASE ${WHICH} ${amounts.join(' ')} END AS ${sqlName(amount)}`]),
      `CASE ${WHICH} ${texts.join(' ')} ELSE ${WHICH} END AS ${sqlName(words)}`,
    ];
    return `SELECT *,\n  ${columns.join(',\n  ')}\nFROM (\n${this.decided()}\n) AS decided`;
  }

  private decided(): string {
    const { table, within } = this.asked;
    const from = `(\n${sourceSql(this.context, table, within)}\n  ) AS readings`;
    const lines = this.lines.map(({ condition }, at) => ({ condition, answer: this.idOf(at) }));
    const labels = [...this.labels, ...Object.values(RESULT_NAMES)];
    const words = { ...this.said(labels), none: this.none() };
    return decisionSql(lines, this.sql, { from, as: WHICH, words });
  }

  private idOf(at: number): string {
    return String(sameLine(this.lines, at));
  }

  private said(labels: readonly string[]) {
    return lackWords(labels, this.asked.said.unresolved);
  }

  private none(): string {
    return this.asked.said.unresolved(this.lacking);
  }

  private amount({ amount }: Pick<MeasureLine, 'amount'>): string {
    return amount ? `ROUND(${numberSql(amount, this.sql)}, 9)` : 'NULL';
  }

  private text(line: Pick<MeasureLine, 'answer' | 'amount'>): string {
    if (!line.amount) return sqlString(line.answer === '' ? this.asked.said.none : line.answer);
    const lacks = fieldsIn(line.amount).flatMap((name) => this.sql.reading(name).lacks);
    const { before, between, labels } = this.said([...this.labels, ...Object.values(RESULT_NAMES)]);
    const list = listSql(
      labels.flatMap((label) => lacks.filter((lack) => lack.label === label)),
      between,
    );
    const open = `COALESCE(${sqlString(before)} || NULLIF(${list}, ''), ${sqlString(this.none())})`;
    return `CASE WHEN ${this.amount(line)} IS NULL THEN ${open} END`;
  }

  /** A tier, a path or a grade of the row; where it is open, for want of what it says itself. */
  private result(name: string): ReadingSql {
    const { before, between } = this.said([]);
    const [start] = before.split('：');
    const own = sqlName(name);
    const isOpen = `${own} LIKE ${sqlString(`${start ?? before}%`)}`;
    const listed = `(${sqlString(between)} || SUBSTRING(${own}, ${String(before.length + 1)}) || ${sqlString(between)})`;
    const isListed = `${own} LIKE ${sqlString(`${before}%`)}`;
    const lacks = [...new Set(this.labels)].map((label) => ({
      label,
      when: `(${isListed} AND POSITION(${sqlString(between + label + between)} IN ${listed}) > 0)`,
    }));
    const without = { label: name, when: `(${own} IS NULL OR (${isOpen} AND NOT (${isListed})))` };
    return { value: `CASE WHEN ${isOpen} THEN NULL ELSE ${own} END`, lacks: [...lacks, without] };
  }
}
