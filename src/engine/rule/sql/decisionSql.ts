import type { AnswerLine, LackWords } from '../formula/decisionFormulas';
import { conditionSql, lacksSql, sqlString, type RuleSql } from './conditionSql';

/**
 * A decision table as one query over a relation, in the SQL that DuckDB, Spark and Trino share: r1, r2, … are the lines (NULL is
 * unknown), `line` the first that holds, and the last column the answer or 待核实：缺 ….
 */
export function decisionSql(
  lines: readonly AnswerLine[],
  sql: RuleSql,
  options: {
    readonly from: string;
    readonly as: string;
    readonly words: LackWords;
  },
): string {
  const tests = lines.map(
    ({ condition, answer }, at) =>
      `    ${conditionSql(condition, sql)} AS r${String(at + 1)}${at < lines.length - 1 ? ',' : ''} -- ${answer}`,
  );
  const fired = lines.map((_, at) => `WHEN r${String(at + 1)} THEN ${String(at + 1)}`);
  const none = String(lines.length + 1);
  const answers = lines.map(({ answer }, at) => `    WHEN line = ${String(at + 1)} THEN ${sqlString(answer)}`);
  const long = new LongConditions();
  const lack = lackSql(lines, { ...sql, named: (condition) => long.nameOf(condition) }, options.words);
  return [
    'WITH tested AS (',
    '  SELECT *,',
    ...tests,
    `  FROM ${options.from}`,
    '), fired AS (',
    `  SELECT *, CASE ${fired.join(' ')} ELSE ${none} END AS line${long.columns()} FROM tested`,
    ')',
    'SELECT *,',
    '  CASE',
    `    WHEN ${openSql(lines)}`,
    `    THEN ${lack}`,
    ...answers,
    `  END AS ${options.as}`,
    'FROM fired',
  ].join('\n');
}

/** From so many signs on a condition that is asked for in several places is a column: said each time it grows with their square. */
const LONG = 400;

/** The long conditions of a query, each a column k1, k2, … */
class LongConditions {
  private readonly names = new Map<string, string>();

  nameOf(condition: string): string {
    if (condition.length < LONG) return condition;
    const name = this.names.get(condition) ?? `k${String(this.names.size + 1)}`;
    this.names.set(condition, name);
    return name;
  }

  columns(): string {
    return [...this.names].map(([condition, name]) => `,\n    ${condition} AS ${name}`).join('');
  }
}

/** No line holds, or one above the firing line is unknown and has another answer. */
function openSql(lines: readonly AnswerLine[]): string {
  const above = lines.slice(0, -1).map(({ answer }, at) => {
    const same = lines.flatMap((line, index) => (index > at && line.answer === answer ? [index + 1] : []));
    const other = same.length === 0 ? '' : ` AND line NOT IN (${same.join(', ')})`;
    return `(r${String(at + 1)} IS NULL AND line > ${String(at + 1)}${other})`;
  });
  return [`line > ${String(lines.length)}`, ...above].join(' OR ');
}

function lackSql(
  lines: readonly AnswerLine[],
  sql: RuleSql,
  { before, between, labels, none = before }: LackWords,
): string {
  const named = lines.flatMap(({ condition }, at) =>
    lacksSql(condition, sql).map(({ label, when }) => ({
      label,
      when: `line > ${String(at + 1)} AND r${String(at + 1)} IS NULL AND ${when}`,
    })),
  );
  const inOrder = labels.flatMap((label) => named.filter((lack) => lack.label === label));
  if (inOrder.length === 0) return sqlString(none);
  const list = listSql(inOrder, between);
  return none === before
    ? `${sqlString(before)} || ${list}`
    : `COALESCE(${sqlString(before)} || NULLIF(${list}, ''), ${sqlString(none)})`;
}

/** The labels whose tests hold, in their order and each once, with a word between them; '' where none does. */
export function listSql(lacks: readonly { readonly label: string; readonly when: string }[], between: string): string {
  const parts = [...new Set(lacks.map(({ label }) => label))].map((label) => {
    const own = lacks.filter((lack) => lack.label === label).map(({ when }) => `(${when})`);
    return `CASE WHEN ${[...new Set(own)].join(' OR ')} THEN ${sqlString(between + label)} ELSE '' END`;
  });
  return parts.length === 0 ? `''` : `SUBSTRING(${parts.join('\n      || ')}, ${String(between.length + 1)})`;
}
