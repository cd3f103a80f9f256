import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { parseArgs } from 'node:util';
import { fetchReading } from '../engine/policy/index';
import { apply } from './apply';
import { EXIT, type Exit } from './exit';
import { judgeRows } from './judge/judge';
import { policyAsked, policyRemarks } from './policyAsked';
import { read } from './read/read';
import { serveThread, workOf, type ThreadTold } from './serveThread';
import { simulateRows } from './simulate/simulate';
import { PIPED, servePiped } from './spark/onSpark';
import { policySql } from './sql';
import { Told } from './told';
import { ENDED, HELP } from './words';

const OPTIONS = {
  out: { type: 'string' },
  policy: { type: 'string' },
  'as-of': { type: 'string' },
  answers: { type: 'string' },
  jobs: { type: 'string' },
  cohort: { type: 'string' },
  dialect: { type: 'string' },
  engine: { type: 'string' },
  master: { type: 'string' },
  scenario: { type: 'string' },
  memory: { type: 'string' },
  checks: { type: 'boolean', default: false },
  anyway: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** A command line as it was typed. */
interface Line {
  readonly values: ReturnType<typeof parsed>['values'];
  readonly places: readonly string[];
}

function parsed(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
}

/** What a command gives: how it ended, what is said to a person, and the same for a program. */
interface Ended {
  readonly exit: Exit;
  readonly said: string;
  readonly done: unknown;
}

const COMMANDS: Readonly<Record<string, (line: Line) => Promise<Ended>>> = {
  read: async ({ values, places }) => {
    if (places.length === 0) throw new Told('请写明要读的文件或文件夹：mujun read 文件夹 --out rows.parquet');
    const { policy, answers, 'as-of': asOf } = values;
    const given = { places, out: outOf(values.out), policy, answers, asOf, ...threadsOf(values.jobs), progress };
    const { exit, done } = await read(given);
    return { exit, done, said: ENDED.read(done) };
  },
  judge: async ({ values, places: [rows] }) => {
    if (rows === undefined)
      throw new Told('请写明 mujun read 写出的表：mujun judge rows.parquet --policy 嵊州2021 --out judged.parquet');
    const { policy = missing('--policy'), memory, checks, 'as-of': asOf } = values;
    const given = {
      rows,
      out: outOf(values.out),
      policy,
      memory,
      asOf,
      checks,
      cohort: cohortOf(values.cohort),
      progress,
    };
    const { exit, done } = await judgeRows({ ...given, master: masterOf(values) });
    return { exit, done, said: ENDED.judge(done) };
  },
  simulate: async ({ values, places: [rows] }) => {
    if (rows === undefined)
      throw new Told(
        '请写明 mujun read 写出的表：mujun simulate rows.parquet --policy 嵊州2021 --scenario 方案.yaml --out 推演.xlsx',
      );
    const { policy = missing('--policy'), scenario = missing('--scenario'), memory, 'as-of': asOf } = values;
    const { exit, done } = await simulateRows({
      ...{ rows, scenario, policy, memory, asOf, progress, out: outOf(values.out), cohort: cohortOf(values.cohort) },
      ...threadsOf(values.jobs),
      master: masterOf(values),
      thisYear: new Date().getFullYear(),
    });
    return { exit, done, said: ENDED.simulate(done) };
  },
  apply: async ({ values, places: [ledger] }) => {
    if (ledger === undefined) throw new Told('请写明台账：mujun apply 台账.xlsx --policy 嵊州2021 --out 结果.xlsx');
    const { policy = missing('--policy'), answers, anyway, 'as-of': asOf } = values;
    const { exit, done } = await apply({ ledger, out: outOf(values.out), policy, asOf, answers, anyway });
    return { exit, done, said: ENDED.apply(done) };
  },
  sql: ({ values }) => {
    const { policy = missing('--policy'), dialect, 'as-of': asOf } = values;
    const sql = policySql({ policy, asOf, dialect });
    return Promise.resolve({ exit: EXIT.done, done: { sql }, said: sql });
  },
};

function missing(option: string): never {
  throw new Told(`缺 ${option}。mujun --help 看用法`);
}

const outOf = (out: string | undefined): string => out ?? missing('--out');

function cohortOf(text = 'county'): 'county' | 'file' | 'province' {
  if (text === 'county' || text === 'file' || text === 'province') return text;
  throw new Told(`--cohort 应为 county（按县）、file（按文件）或 province（全部一起），不是“${text}”`);
}

/** The master of the Spark that is asked; none where this machine does the work itself. */
function masterOf({ engine = 'duckdb', master }: Line['values']): string | undefined {
  if (engine === 'spark') return master ?? 'local[*]';
  if (engine !== 'duckdb') throw new Told(`--engine 应为 duckdb 或 spark，不是“${engine}”`);
  if (master !== undefined) throw new Told('--master 是 Spark 的：请加 --engine spark');
  return undefined;
}

/** How many threads, and what each of them runs: this very file. */
function threadsOf(jobs: string | undefined): { readonly threads: number; readonly script: URL } {
  const threads = jobs === undefined ? availableParallelism() : wholeNumber('--jobs', jobs);
  return { threads, script: new URL(import.meta.url) };
}

function wholeNumber(option: string, text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new Told(`${option} 应为正整数，不是“${text}”`);
}

function progress(text: string): void {
  process.stderr.write(`${text}\n`);
}

async function run(args: readonly string[]): Promise<Exit> {
  try {
    const { values, positionals } = parsed(args);
    const [name = '', ...places] = positionals;
    const command = COMMANDS[name];
    if (values.help || name === '') {
      process.stdout.write(HELP);
      return values.help ? EXIT.done : EXIT.failed;
    }
    if (!command) throw new Told(`没有“${name}”这个命令。mujun --help 看用法`);
    const policy = policyAsked(values.policy, values['as-of']);
    if (policy) policyRemarks(policy).forEach(progress);
    const { exit, said, done } = await command({ values, places });
    process.stdout.write(`${values.json ? JSON.stringify(done) : said}\n`);
    return exit;
  } catch (error) {
    process.stderr.write(`${reasonOf(error)}\n`);
    return EXIT.failed;
  }
}

/** What a person is told of a failure; what nobody foresaw says where it happened as well. */
function reasonOf(error: unknown): string {
  if (error instanceof Told) return error.message;
  if (!(error instanceof Error)) return String(error);
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' || code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `${error.message}\nmujun --help 看用法`;
  if (code === 'ENOSPC' || /No space left|out of disk/i.test(error.message))
    return '磁盘满了，没有写出。腾出空间后再运行';
  if (code === 'EFBIG' || /File too large/i.test(error.message))
    return '写不下：超过这里允许的大小，没有写出。换一个磁盘或文件夹再运行';
  if (/Out of Memory Error/i.test(error.message)) return '内存不够，没有写出。请把 --memory 调大，例如 --memory 2GB';
  if (code === 'EACCES' || code === 'EPERM') return `没有权限写到那里，没有写出：${error.message}`;
  return `没有完成：${error.stack ?? error.message}`;
}

// A command reads a policy's folder, or a workbook's own rules, as soon as it is asked.
await fetchReading();
const [, , first, second] = process.argv;
if (!isMainThread) serveThread();
else if (first === PIPED) await servePiped(second, (told) => workOf(told as ThreadTold));
else process.exitCode = await run(process.argv.slice(2));
