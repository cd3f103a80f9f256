import { rmSync } from 'node:fs';
import path from 'node:path';
import type { AppliedPolicy } from '../../engine/assess/index';
import { standingOf } from '../../engine/policy/index';
import { resultsAsked } from '../../engine/report/index';
import { DIALECTS, inDialect } from '../../engine/rule/index';
import { STANDINGS } from '../../text/why';
import { Duck, quotedName, quotedText } from '../duck';
import { EXIT, type Exit } from '../exit';
import { writeBytes, writeWhole } from '../files';
import { policyAsked } from '../policyAsked';
import { WHERE } from '../read/rowsTable';
import { askSpark, besideOut } from '../spark/askSpark';
import { Told } from '../told';
import { CHECKED, putChecks } from './checks';
import {
  ANSWERS,
  answerQueries,
  GRADED,
  GRADED_SQL,
  JUDGED,
  measureQueries,
  policyOn,
  READINGS,
  type AnswerQuery,
} from './queries';
import { putReadings, rowsIn, type Cohort } from './readings';
import { summary } from './summary';

/** What `mujun judge` is asked. */
export interface JudgeAsked {
  readonly rows: string;
  readonly out: string;
  readonly policy: string;
  readonly asOf?: string | undefined;
  readonly cohort: Cohort;
  /** As DuckDB takes it: 2GB. What does not fit goes to the disk. */
  readonly memory?: string | undefined;
  /** The master of a Spark that answers the queries; DuckDB does where it is left out. */
  readonly master?: string | undefined;
  /** Adds what 核对表 says of every row. */
  readonly checks: boolean;
  readonly progress: (text: string) => void;
}

/** What came of it, for `--json`. */
export interface JudgeDone {
  readonly rows: number;
  readonly policy: string;
  readonly standing: string;
  readonly answers: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly out: string;
  readonly summary: string;
}

/** Judges every row of a table by a policy: tiers, paths and grades beside the rows, and a workbook that sums them up. */
export async function judgeRows(asked: JudgeAsked): Promise<{ readonly exit: Exit; readonly done: JudgeDone }> {
  const { rows: file, out, memory } = asked;
  const given = policyAsked(asked.policy, asked.asOf);
  if (!given) throw new Told('请写明政策：--policy 嵊州2021');
  const policy = policyOn(given);
  const queries = answerQueries(policy, READINGS.within);
  const measures = measureQueries(policy, READINGS.within);
  if (queries.length + measures.length === 0)
    throw new Told(`“${given.pack.short}”没有档位、路径和差别化政策，也不评等级`);
  const database = `${out}.part.duckdb`;
  clear(database);
  const duck = await Duck.open(database, memory === undefined ? {} : { memory_limit: memory });
  try {
    const table = await rowsIn(duck, file);
    const progress = (count: number) => asked.progress(`已读 ${count.toLocaleString('en-US')} 行`);
    const rows = await putReadings(duck, table, { policy, cohort: asked.cohort, progress });
    if (rows === 0) throw new Told(`“${file}”里没有一行`);
    const steps = stepsOf(policy, queries, measures);
    if (asked.master === undefined) for (const step of steps) await run(duck, step);
    else await runOnSpark(duck, steps, { master: asked.master, out });
    const checks = asked.checks ? await putChecks(duck, file, policy) : [];
    await writeAnswers(duck, { out, from: table.from, queries: [...queries, ...measures], checks });
    const answers = queries
      .flatMap(({ gives }) => gives)
      .filter((name) => name !== ANSWERS.score && name !== ANSWERS.rank);
    const standing = STANDINGS[standingOf(given.pack, policy.asOf)];
    const place = out.replace(/\.parquet$/, '') + '-汇总.xlsx';
    const line = `政策：${given.pack.title}（${standing}）；基准日：${policy.asOf ?? '未给'}；共 ${rows.toLocaleString('en-US')} 户。系统初步研判，须经认定。`;
    const from = `read_parquet(${quotedText(out)})`;
    await writeBytes(place, await summary(duck, { from, answers, measures, title: given.pack.short, line }));
    const counts = await countsOf(duck, from, answers);
    return { exit: EXIT.done, done: { rows, policy: given.pack.id, standing, answers: counts, out, summary: place } };
  } finally {
    duck.close();
    clear(database);
  }
}

/** A query that others read by its name; what is an answer is worked out once and kept. */
interface Step {
  readonly name: string;
  readonly sql: string;
  readonly isAnswer: boolean;
}

/** Tiers, paths and grades, and then the measures, which go by them. */
function stepsOf(
  policy: AppliedPolicy,
  queries: readonly AnswerQuery[],
  measures: readonly AnswerQuery[],
): readonly Step[] {
  const answers = [...queries, ...measures].map(({ sql, gives }, at) => {
    const own = [READINGS.row, ...gives].map(quotedName).join(', ');
    return { name: answerTable(at), sql: `SELECT ${own} FROM (${sql}) AS answered`, isAnswer: true };
  });
  const judged = { name: JUDGED, sql: judgedSql(policy, queries), isAnswer: false };
  return [...answers.slice(0, queries.length), judged, ...answers.slice(queries.length)];
}

async function run(duck: Duck, { name, sql, isAnswer }: Step): Promise<void> {
  await duck.run(`CREATE ${isAnswer ? 'TABLE' : 'VIEW'} ${quotedName(name)} AS ${sql}`);
}

/** The readings as Parquet, the same queries in Spark's words over them, and their answers back as tables. */
async function runOnSpark(
  duck: Duck,
  steps: readonly Step[],
  { master, out }: { readonly master: string; readonly out: string },
): Promise<void> {
  await besideOut(out, async (folder) => {
    const at = (name: string) => path.join(folder, name);
    const readings = quotedText(at('readings.parquet'));
    await duck.run(`COPY (SELECT * FROM ${quotedName(READINGS.table)}) TO ${readings} (FORMAT parquet)`);
    const asked = steps.map(({ name, sql, isAnswer }) => {
      return { name, query: inDialect(sql, DIALECTS.spark), ...(isAnswer ? { out: `file://${at(name)}` } : {}) };
    });
    const table = { name: READINGS.table, parquet: `file://${at('readings.parquet')}` };
    const graded = { name: GRADED, query: inDialect(GRADED_SQL, DIALECTS.spark) };
    await askSpark([table, graded, ...asked], { master, folder });
    for (const { name } of steps.filter(({ isAnswer }) => isAnswer))
      await duck.run(
        `CREATE TABLE ${quotedName(name)} AS SELECT * FROM read_parquet(${quotedText(at(name))} || '/*.parquet')`,
      );
  });
}

const answerTable = (at: number): string => `答${at}`;

function joinsOf(queries: readonly AnswerQuery[], row: string): string {
  const join = (at: number) =>
    `LEFT JOIN ${quotedName(answerTable(at))} AS a${at} ON a${at}.${quotedName(READINGS.row)} = ${row}`;
  return queries.map((_, at) => join(at)).join(' ');
}

/** What was judged and graded beside what was read, under the names by which measures ask for it. */
function judgedSql({ pack }: AppliedPolicy, queries: readonly AnswerQuery[]): string {
  const results = queries.flatMap(({ gives }, at) =>
    gives
      .filter((name) => resultsAsked(pack).includes(name))
      .map((name) => ({ name, own: `a${at}.${quotedName(name)}` })),
  );
  const shown = results.map(({ name, own }) => {
    const settled = name === ANSWERS.grade ? `COALESCE(r.${quotedName(READINGS.settled)}, ${own})` : own;
    return `, ${settled} AS ${quotedName(name)}`;
  });
  const joins = joinsOf(queries, `r.${quotedName(READINGS.row)}`);
  return `SELECT r.*${shown.join('')} FROM ${quotedName(READINGS.table)} AS r ${joins}`;
}

/** The rows with their answers, in the order they came in. */
async function writeAnswers(
  duck: Duck,
  {
    out,
    from,
    queries,
    checks,
  }: {
    readonly out: string;
    readonly from: string;
    readonly queries: readonly AnswerQuery[];
    readonly checks: readonly string[];
  },
): Promise<void> {
  const joins = joinsOf(queries, `own.${quotedName(WHERE.order)}`);
  const gives = queries.flatMap((query, at) =>
    query.gives.map((name) => ({ name, from: `a${at}.${quotedName(name)}` })),
  );
  const settled = gives.some(({ name }) => name === ANSWERS.grade)
    ? `LEFT JOIN (SELECT ${quotedName(READINGS.row)}, ${quotedName(READINGS.settled)} FROM ${quotedName(READINGS.table)}) AS s ON s.${quotedName(READINGS.row)} = own.${quotedName(WHERE.order)}`
    : '';
  const shown = gives.map(({ name, from: own }) =>
    name === ANSWERS.grade
      ? `COALESCE(s.${quotedName(READINGS.settled)}, ${own}) AS ${quotedName(name)}`
      : `${own} AS ${quotedName(name)}`,
  );
  const checked =
    checks.length === 0
      ? ''
      : `LEFT JOIN ${quotedName(CHECKED)} AS c ON c.${quotedName(READINGS.row)} = own.${quotedName(WHERE.order)}`;
  const columns = [...shown, ...checks.map((name) => `c.${quotedName(name)}`)];
  await writeWhole(out, (place) =>
    duck.run(
      `COPY (SELECT own.*, ${columns.join(', ')} FROM ${from} AS own ${joins} ${settled} ${checked} ORDER BY own.${quotedName(WHERE.order)}) TO ${quotedText(place)} (FORMAT parquet)`,
    ),
  );
}

async function countsOf(duck: Duck, from: string, answers: readonly string[]): Promise<JudgeDone['answers']> {
  const counts: Record<string, Record<string, number>> = {};
  for (const answer of answers) {
    const rows = await duck.rows(
      `SELECT CASE WHEN starts_with(${quotedName(answer)}, '待核实') THEN '待核实' ELSE ${quotedName(answer)} END, COUNT(*) FROM ${from} GROUP BY 1 ORDER BY 2 DESC, 1`,
    );
    counts[answer] = Object.fromEntries(rows.map(([word, count]) => [String(word), Number(count)]));
  }
  return counts;
}

function clear(database: string): void {
  for (const end of ['', '.wal', '.tmp']) rmSync(database + end, { recursive: true, force: true });
}
