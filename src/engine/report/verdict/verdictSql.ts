import type { Judgement } from '../../assess/judge';
import { fieldOf } from '../../ledger/fields';
import { TAX_PER_MU } from '../../policy/fieldWords';
import type { PackField, PolicyPack } from '../../policy/pack';
import { sqlName, sqlNumber, sqlString, type ReadingSql } from '../../rule/sql/conditionSql';
import { decisionSql } from '../../rule/sql/decisionSql';
import { verdictWords } from './verdictFormulas';

/** The columns that a query of verdicts reads besides the policy's fields by their own names: NULL is missing, areas are above 0. */
export const SQL_COLUMNS = {
  tax: '税收',
  area: '面积',
  township: '区镇',
  group: '组别',
  ownLevel: '产出水平（原表）',
} as const;

/**
 * A judgement's table as a query over a table of `readingColumns`: what `judge` does, for the day a ledger outgrows a workbook. Lines
 * of groups, 产出线 and the averages of townships are in it.
 */
export function verdictSql(
  judgement: Judgement,
  {
    table,
    as,
    within,
    unresolved,
  }: {
    readonly table: string;
    readonly as: string;
    /** A column whose words part the rows into ledgers of their own, each with its own averages. */
    readonly within?: string;
    readonly unresolved: (missing: readonly string[]) => string;
  },
): string {
  const { context, rules } = judgement;
  const { pack, values } = context.policy;
  const from = `(\n${sourceSql(context, table, within)}\n  ) AS readings`;
  const reading = (name: string) => readingSql(pack, values, name);
  const value = (name: string) => values.get(name) ?? NaN;
  return decisionSql(rules, { reading, value }, { from, as: sqlName(as), words: verdictWords(judgement, unresolved) });
}

type SqlColumns = Readonly<Record<keyof typeof SQL_COLUMNS, string>>;

/** The fields whose plain readings may stand in those columns themselves. */
const PLAINLY: Readonly<Partial<Record<keyof typeof SQL_COLUMNS, string>>> = {
  ...{ tax: 'taxPaid', area: 'landArea', township: 'township' },
};

/**
 * What those columns are called beside a policy's own: another name where the policy has that one for something else, or reads words or
 * blanks of it in a way of its own.
 */
export function sqlColumns({ fields }: PolicyPack): SqlColumns {
  const isPlain = (own: PackField, key: keyof SqlColumns) =>
    own.field === PLAINLY[key] && own.whenBlank === 'unknown' && own.words === undefined;
  const named = Object.entries(SQL_COLUMNS).map(([key, name]) => {
    const isOther = fields.some((own) => own.name === name && !isPlain(own, key as keyof SqlColumns));
    return [key, isOther ? `${name}（原列）` : name] as const;
  });
  return Object.fromEntries(named) as SqlColumns;
}

const LINE = '产出线';

/** The rows with 亩均税收 and, where the policy needs them, 产出线 and 产出水平. */
export function sourceSql({ policy, cohort }: Judgement['context'], table: string, within?: string): string {
  const columns = sqlColumns(policy.pack);
  const { tax, area, township, ownLevel } = columns;
  const perMu = `    SELECT *, CASE WHEN ${sqlName(area)} > 0 THEN ROUND(${sqlName(tax)} / ${sqlName(area)}, 9) END AS ${sqlName(TAX_PER_MU)} FROM ${sqlName(table)}`;
  const output = policy.pack.fields.find(({ derive }) => derive === 'outputLevel');
  if (!output) return perMu;
  const grade = policy.pack.fields.find(({ field }) => field === 'grade')?.name;
  const lines = [...policy.outputLines].filter(([name]) => name !== '');
  const general = policy.outputLines.get('');
  const set = lines.map(([name, line]) => `WHEN ${sqlString(name)} THEN ${sqlNumber(line)}`).join(' ');
  const mean = cohort ? meanSql(within, columns) : 'NULL';
  const last = general === undefined ? mean : sqlNumber(general);
  const line = lines.length === 0 ? last : `CASE ${sqlName(township)} ${set} ELSE ${last} END`;
  return [
    `    SELECT *, CASE`,
    `      WHEN ${sqlName(ownLevel)} IS NOT NULL THEN ${sqlName(ownLevel)}`,
    ...(grade === undefined
      ? []
      : [
          `      WHEN ${sqlName(grade)} IN ('A', 'B') THEN '高'`,
          `      WHEN ${sqlName(grade)} IN ('C', 'D') THEN '低'`,
        ]),
    `      WHEN ${sqlName(LINE)} - ${sqlName(tax)} / ${sqlName(area)} > 1E-12 * ABS(${sqlName(LINE)}) THEN '低'`,
    `      WHEN ${sqlName(LINE)} - ${sqlName(tax)} / ${sqlName(area)} IS NOT NULL THEN '高'`,
    `    END AS ${sqlName(output.name)}`,
    `    FROM (SELECT *, ${line} AS ${sqlName(LINE)} FROM (\n${perMu}\n    ) AS rows_with_yield) AS rows_with_line`,
  ].join('\n');
}

/** Σ税收/Σ面积 of the township over at least two rows that have both. */
function meanSql(within: string | undefined, { tax, area, township }: SqlColumns): string {
  const counted = `${sqlName(tax)} IS NOT NULL AND ${sqlName(area)} > 0`;
  const parts = [...(within === undefined ? [] : [within]), township].map(sqlName).join(', ');
  const over = `OVER (PARTITION BY ${parts})`;
  const sum = (column: string) => `SUM(CASE WHEN ${counted} THEN ${sqlName(column)} END) ${over}`;
  const enough = `${sqlName(township)} IS NOT NULL AND SUM(CASE WHEN ${counted} THEN 1 ELSE 0 END) ${over} >= 2`;
  return `CASE WHEN ${enough} THEN ${sum(tax)} / ${sum(area)} END`;
}

/** How a reading of a policy stands in a query over its columns. */
export function readingSql(pack: PolicyPack, values: ReadonlyMap<string, number>, name: string): ReadingSql {
  const { bands } = pack;
  const { tax, area, group } = sqlColumns(pack);
  const absent = (column: string) => `${sqlName(column)} IS NULL`;
  if (name === TAX_PER_MU) {
    const noLand = `(${absent(area)} OR ${sqlName(area)} <= 0)`;
    return {
      value: sqlName(name),
      lacks: [
        { label: SQL_COLUMNS.tax, when: absent(tax) },
        { label: SQL_COLUMNS.area, when: noLand },
      ],
    };
  }
  if (bands && (name === bands.floor || name === bands.ceiling)) {
    const key = name === bands.floor ? 'floor' : 'ceiling';
    const lines = bands.groups.map(
      (own) => `WHEN ${sqlString(own.name)} THEN ${sqlNumber(values.get(own[key]) ?? NaN)}`,
    );
    const field = pack.fields.find((own) => own.name === bands.field)?.field;
    const label = field === undefined ? bands.field : fieldOf(field).label;
    return { value: `CASE ${sqlName(group)} ${lines.join(' ')} END`, lacks: [{ label, when: absent(group) }] };
  }
  const field = pack.fields.find((own) => own.name === name);
  const label = field ? fieldOf(field.field).label : name;
  if (field?.derive === 'outputLevel') return { value: sqlName(name), lacks: levelLacks(name, sqlColumns(pack)) };
  return { value: sqlName(name), lacks: [{ label, when: absent(name) }] };
}

function levelLacks(name: string, { tax, area }: SqlColumns): ReadingSql['lacks'] {
  const lacking = (label: string, column: string) => ({
    label,
    when: `(${sqlName(name)} IS NULL AND ${sqlName(LINE)} IS NOT NULL AND ${sqlName(column)} IS NULL)`,
  });
  const noLine = { label: '等级', when: `(${sqlName(name)} IS NULL AND ${sqlName(LINE)} IS NULL)` };
  return [noLine, lacking(SQL_COLUMNS.tax, tax), lacking(SQL_COLUMNS.area, area)];
}
