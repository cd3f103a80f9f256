import { dayOfSerial } from '../../quantity/day';
import { boundsOf, byBranches } from '../branches';
import { NO_MORE_DAYS } from '../daysBefore';
import type { ConditionTree, NumberTree, RoundingWay } from '../tree';
import { fieldsIn, passesOverMissing } from '../treeParts';

/** How a reading stands in a query: its expression, and for each field behind it the test of whether that is missing. */
export interface ReadingSql {
  readonly value: string;
  readonly lacks: readonly { readonly label: string; readonly when: string }[];
}

/** The readings and the values of a rule in a query. */
export interface RuleSql {
  readonly reading: (name: string) => ReadingSql;
  readonly value: (name: string) => number;
  /** A name for a long condition that is asked for again and again, where the query has a place to say it once. */
  readonly named?: (condition: string) => string;
}

/** A name as SQL quotes it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A text as SQL quotes it. */
export const sqlString = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A number; a line that none reaches is beyond every amount of money or land. A fraction is a double: decimals of many places have no common type. */
export function sqlNumber(value: number): string {
  if (Number.isNaN(value)) return 'NULL';
  if (!Number.isFinite(value)) return value > 0 ? '1E300' : '-1E300';
  return Number.isInteger(value) || /e/.test(String(value)) ? String(value) : `${String(value)}E0`;
}

/** A condition in SQL, whose own logic is three-valued: NULL is what our rules call unknown. */
export function conditionSql(tree: ConditionTree, sql: RuleSql, inner = false): string {
  switch (tree.kind) {
    case 'always':
      return 'TRUE';
    case 'and':
    case 'or': {
      const joined = tree.parts
        .map((part) => conditionSql(part, sql, true))
        .join(tree.kind === 'and' ? ' AND ' : ' OR ');
      return inner ? `(${joined})` : joined;
    }
    case 'not':
      return `NOT (${conditionSql(tree.part, sql)})`;
    case 'isOneOf': {
      const { value } = sql.reading(tree.field);
      const [only = '', ...more] = tree.words.map(sqlString);
      if (more.length === 0) return `${value} ${tree.not ? '<>' : '='} ${only}`;
      return `${value} ${tree.not ? 'NOT IN' : 'IN'} (${[only, ...more].join(', ')})`;
    }
    case 'compare': {
      const branches = byBranches(tree);
      if (branches) return `(${conditionSql(branches, sql)})`;
      const side = (part: NumberTree) => (tree.day ? daySql(part, sql) : numberSql(part, sql));
      return `${side(tree.left)} ${tree.op === '!=' ? '<>' : tree.op} ${side(tree.right)}`;
    }
  }
}

/** A day in SQL: a column of days, or one written out. */
function daySql(tree: NumberTree, sql: RuleSql): string {
  if (tree.kind === 'later') return laterSql(tree, sql);
  if (tree.kind !== 'number' && tree.kind !== 'value') return numberSql(tree, sql);
  const day = dayOfSerial(tree.kind === 'number' ? tree.value : sql.value(tree.name));
  return day === undefined ? 'CAST(NULL AS DATE)' : `DATE '${day}'`;
}

const LAST_DAY = dayOfSerial(NO_MORE_DAYS - 1);

function laterSql({ part, by, period, back }: NumberTree & { kind: 'later' }, sql: RuleSql): string {
  const day = daySql(part, sql);
  const unit = period === '天' ? 'DAY' : 'MONTH';
  const amount = Math.round(constantIn(by, sql) * (period === '年' ? 12 : 1));
  if (Number.isNaN(amount)) return 'CAST(NULL AS DATE)';
  const later = `CAST(${day} ${back ? '-' : '+'} INTERVAL '${String(amount)}' ${unit} AS DATE)`;
  return `CASE WHEN ${day} <= DATE '${LAST_DAY ?? ''}' THEN ${later} ELSE ${day} END`;
}

function constantIn(tree: NumberTree, sql: RuleSql): number {
  if (tree.kind === 'number') return tree.value;
  return tree.kind === 'value' ? sql.value(tree.name) : NaN;
}

/** A number-valued part of a rule in SQL; division by 0 is missing. */
export function numberSql(tree: NumberTree, sql: RuleSql): string {
  switch (tree.kind) {
    case 'number':
      return sqlNumber(tree.value);
    case 'value':
      return sqlNumber(sql.value(tree.name));
    case 'field':
      return sql.reading(tree.name).value;
    case 'arithmetic': {
      const [left, right] = [numberSql(tree.left, sql), numberSql(tree.right, sql)];
      return tree.op === '/' ? `(${left} / NULLIF(${right}, 0))` : `(${left} ${tree.op} ${right})`;
    }
    case 'steps':
      return stepsSql(`(${numberSql(tree.part, sql)} / NULLIF(${numberSql(tree.step, sql)}, 0))`);
    case 'rounded':
      return roundedSql(numberSql(tree.part, sql), tree);
    case 'days':
      // A double, which no dialect divides as whole numbers.
      return `(1E0 * DATE_DIFF('day', ${daySql(tree.earlier, sql)}, ${daySql(tree.later, sql)}))`;
    case 'later':
      return laterSql(tree, sql);
    case 'either':
      return eitherSql(tree, sql);
    default:
      return ofSeveralSql(
        tree.kind,
        tree.parts.map((part) => numberSql(part, sql)),
      );
  }
}

function noiseSql(value: string): string {
  return `1E-12 * GREATEST(1000E0, ${value})`;
}

/** As `wholeBelow` does it. */
function wholeSql(value: string): string {
  return `FLOOR(${value} + ${noiseSql(value)})`;
}

/** A number to so many decimals, as `rounded` does it. */
export function roundedSql(value: string, { decimals, way }: { decimals: number; way: RoundingWay }): string {
  const scale = sqlNumber(10 ** decimals);
  const parts = `ABS(${value}) * ${scale}`;
  const whole =
    way === 'up' ? `CEIL(${parts} - ${noiseSql(parts)})` : wholeSql(way === 'nearest' ? `${parts} + 0.5E0` : parts);
  return `(SIGN(${value}) * ${whole} / ${scale})`;
}

/** None below 0, and missing stays missing. */
function stepsSql(quotient: string): string {
  return `(CASE WHEN ${quotient} < 0 THEN 0 ELSE ${wholeSql(quotient)} END)`;
}

function eitherSql({ condition, then, otherwise, unknown }: NumberTree & { kind: 'either' }, sql: RuleSql): string {
  const asked = conditionSql(condition, sql, true);
  const [yes, no] = [numberSql(then, sql), numberSql(otherwise, sql)];
  // Where both are there, a bound is one of them; NULL in LEAST and GREATEST is passed over by some dialects.
  const bound =
    unknown === 'least' ? `${yes} <= ${no} THEN ${yes} ELSE ${no}` : `${yes} >= ${no} THEN ${yes} ELSE ${no}`;
  const open =
    unknown === 'least' || unknown === 'most'
      ? `WHEN ${yes} + ${no} IS NOT NULL THEN CASE WHEN ${bound} END`
      : `WHEN ${yes} = ${no} THEN ${yes}`;
  return `(CASE WHEN ${asked} THEN ${yes} WHEN NOT (${asked}) THEN ${no} ${open} END)`;
}

/** LEAST and GREATEST pass over NULL in some dialects: one that is missing leaves nothing. */
function ofSeveralSql(kind: 'least' | 'most' | 'mean', parts: readonly string[]): string {
  if (kind === 'mean') {
    const sum = parts.map((part) => `COALESCE(${part}, 0)`).join(' + ');
    const count = parts.map((part) => `CASE WHEN ${part} IS NULL THEN 0 ELSE 1 END`).join(' + ');
    return `((${sum}) / NULLIF(${count}, 0))`;
  }
  const isMissing = parts.map((part) => `${part} IS NULL`).join(' OR ');
  return `(CASE WHEN ${isMissing} THEN NULL ELSE ${kind === 'least' ? 'LEAST' : 'GREATEST'}(${parts.join(', ')}) END)`;
}

interface LackSql {
  readonly label: string;
  readonly when: string;
}

/** The fields for want of which a condition may be unknown, each with the test of it. */
export function lacksSql(tree: ConditionTree, sql: RuleSql): LackSql[] {
  switch (tree.kind) {
    case 'always':
      return [];
    case 'not':
      return lacksSql(tree.part, sql);
    case 'isOneOf':
      return [...sql.reading(tree.field).lacks];
    case 'compare': {
      const branches = byBranches(tree);
      return branches && !boundsOf(tree) ? lacksSql(branches, sql) : comparisonLacks(tree, sql);
    }
    default: {
      const unknown = unknownSql(tree, sql);
      return tree.parts
        .flatMap((part) => lacksSql(part, sql))
        .map(({ label, when }) => ({
          label,
          when: `(${unknown} AND ${when})`,
        }));
    }
  }
}

function unknownSql(tree: ConditionTree, sql: RuleSql): string {
  const condition = `(${conditionSql(tree, sql)})`;
  return `${sql.named?.(condition) ?? condition} IS NULL`;
}

function comparisonLacks(tree: ConditionTree & { kind: 'compare' }, sql: RuleSql): LackSql[] {
  const lacks = [...fieldLacks(tree.left, sql), ...fieldLacks(tree.right, sql)];
  if (![tree.left, tree.right].some(passesOverMissing)) return lacks;
  const unknown = unknownSql(tree, sql);
  return lacks.map(({ label, when }) => ({ label, when: `(${unknown} AND ${when})` }));
}

function fieldLacks(tree: NumberTree, sql: RuleSql): LackSql[] {
  return fieldsIn(tree).flatMap((name) => sql.reading(name).lacks);
}
