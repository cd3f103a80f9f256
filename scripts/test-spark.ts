import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { askSpark } from '../src/batch/spark/askSpark';
import { DIALECTS } from '../src/engine/rule/sql/dialect';
import { rowsSql, SCENARIO } from './engines/provinceRows';
import { csvOf, differences, ORDER, questions, type Question } from './engines/differential';
import { inRoot } from './root';

/**
 * `npm run test:spark [-- rows [pattern]]`: every built-in policy asked of Spark with two workers of its own on this machine and of DuckDB, both
 * held against the kernel; the first of them with one worker before, and with a worker ended in the middle after; then the commands
 * judge and simulate by Spark, held against themselves without. pyspark is installed into .cache/pyspark when it is not there.
 */
const ROWS = Number(process.argv[2] ?? 100_000);
/** Only tables whose names this fits, as a regular expression; `commands` and `killed` are names too. */
const ASKED = new RegExp(process.argv[3] ?? '');
const isAsked = (name: string) => ASKED.test(name);
const VERSION = '3.5.6';
const LIBRARY = inRoot('.cache', 'pyspark');
const HOME = path.join(LIBRARY, 'pyspark');
const folder = mkdtempSync(path.join(tmpdir(), 'mujun-spark-'));
const at = (name: string) => path.join(folder, name);
const env = { SPARK_HOME: HOME, PYTHONPATH: LIBRARY, SPARK_LOCAL_IP: '127.0.0.1', SPARK_CONF_DIR: at('conf') };
Object.assign(process.env, env);
/** Small files in many parts, that two workers have something to share. */
const SETTINGS = `spark.driver.host 127.0.0.1
spark.driver.memory 2g
spark.executor.memory 2g
spark.sql.shuffle.partitions 8
spark.sql.files.maxPartitionBytes 400000
`;
const name = DIALECTS.spark.name;

function install(): void {
  if (existsSync(HOME)) return;
  const asked = ['-m', 'pip', 'install', '--quiet', '--target', LIBRARY, `pyspark==${VERSION}`];
  if (spawnSync('python3', asked, { stdio: 'inherit' }).status !== 0)
    throw new Error(`pyspark ${VERSION} could not be installed: python3 with pip and Java 17 are needed`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A master and workers of this machine alone. */
class Cluster {
  private readonly processes: ChildProcess[] = [];
  private constructor(readonly master: string) {}

  static async begin(): Promise<Cluster> {
    const port = await freePort();
    const cluster = new Cluster(`spark://127.0.0.1:${String(port)}`);
    cluster.start('master', ['master.Master', '--host', '127.0.0.1', '--port', String(port), '--webui-port', '0']);
    await cluster.logged('master', /Registering|alive|ALIVE|leader/);
    return cluster;
  }

  async worker(which: string): Promise<ChildProcess> {
    const own = ['--host', '127.0.0.1', '--cores', '1', '--memory', '3g', '--webui-port', '0', '-d', at(which)];
    const started = this.start(which, ['worker.Worker', ...own, this.master]);
    await this.logged(which, /Successfully registered/);
    return started;
  }

  private start(log: string, [program = '', ...args]: readonly string[]): ChildProcess {
    writeFileSync(at(`${log}.log`), '');
    const command = `exec "$0" "$@" >>'${at(`${log}.log`)}' 2>&1`;
    const all = ['-c', command, path.join(HOME, 'bin', 'spark-class'), `org.apache.spark.deploy.${program}`, ...args];
    const child = spawn('bash', all, { stdio: 'ignore' });
    this.processes.push(child);
    return child;
  }

  private async logged(log: string, words: RegExp): Promise<void> {
    for (let tries = 0; tries < 240; tries++) {
      if (words.test(readFileSync(at(`${log}.log`), 'utf8'))) return;
      await pause(500);
    }
    throw new Error(`${log} did not start: ${readFileSync(at(`${log}.log`), 'utf8').slice(-2000)}`);
  }

  end(): void {
    for (const own of this.processes) own.kill();
  }
}

async function duck(...queries: readonly string[]): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const query of queries.slice(0, -1)) await connection.run(query);
  const rows = (await connection.runAndReadAll(queries.at(-1) ?? '')).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows;
}

/** The rows of a question as Parquet. */
async function writeRows({ table }: Question): Promise<void> {
  writeFileSync(at('rows.csv'), csvOf(table));
  const types = [`'${ORDER}': 'INTEGER'`, ...table.columns.map((own) => `'${own.name}': '${own.type}'`)].join(', ');
  const csv = `read_csv('${at('rows.csv')}', header=false, columns={${types}}, nullstr='', allow_quoted_nulls=false)`;
  const to = `'${at('rows.parquet')}' (FORMAT parquet, ROW_GROUP_SIZE 20480)`;
  await duck(`COPY (SELECT * FROM ${csv}) TO ${to}`, 'SELECT 1');
}

/** What is answered, in the order of the rows, and the seconds it took. */
interface Answered {
  readonly theirs: readonly (readonly string[])[];
  readonly seconds: number;
}

async function answersIn(relation: string, wanted: readonly string[]): Promise<string[][]> {
  const shown = wanted.map((own) => `COALESCE(CAST("${own}" AS VARCHAR), '')`).join(', ');
  const table = `CREATE VIEW "读数" AS SELECT * FROM read_parquet('${at('rows.parquet')}')`;
  const rows = await duck(table, `SELECT ${shown} FROM ${relation} ORDER BY "${ORDER}"`);
  return rows.map((row) => row.map(String));
}

async function byDuckDb({ query, wanted }: Question): Promise<Answered> {
  const began = performance.now();
  const theirs = await answersIn(`(${query('duckdb')}) AS answered`, wanted);
  return { theirs, seconds: (performance.now() - began) / 1000 };
}

/** `onBegun` is called once Spark is at it. */
async function bySpark(master: string, { table, query, wanted }: Question, onBegun?: () => void): Promise<Answered> {
  const columns = [ORDER, ...wanted].map(name).join(', ');
  const steps = [
    { name: table.name, parquet: at('rows.parquet') },
    { name: 'answers', query: `SELECT ${columns} FROM (${query('spark')}) AS answered`, out: at('answers') },
  ];
  let [began, seconds] = [0, NaN];
  const onSaid = (line: string) => {
    if (line === 'began 1') began = performance.now();
    if (line === 'began 1') onBegun?.();
    if (line === 'done 1') seconds = (performance.now() - began) / 1000;
  };
  await askSpark(steps, { master, folder, onSaid });
  return { theirs: await answersIn(`read_parquet('${at('answers')}/*.parquet')`, wanted), seconds };
}

let wrong = 0;
function told({ name, ours }: Question, how: string, { theirs, seconds }: Answered): void {
  const found = differences(ours, theirs);
  wrong += found.length;
  const rows = ours.length.toLocaleString('en-US');
  console.log(`${name}, ${how}: ${rows} rows, ${String(found.length)} differences, ${seconds.toFixed(1)} s`);
  for (const line of found.slice(0, 5)) console.log(`  ${line}`);
}

async function withAWorkerKilled(master: string, question: Question, worker: ChildProcess): Promise<void> {
  const kill = () => void setTimeout(() => worker.kill('SIGKILL'), 1500);
  const answered = await bySpark(master, question, kill);
  const isKilled = worker.signalCode === 'SIGKILL' && answered.seconds > 1.5;
  if (!isKilled) wrong++;
  told(question, isKilled ? 'a worker killed in the middle' : 'over before a worker was killed', answered);
}

/** The commands by Spark and without it: the same table. */
async function commands(master: string): Promise<void> {
  const [rows, scenario] = [at('province.parquet'), at('方案.yaml')];
  await duck(...rowsSql({ rows: 40_000, counties: 4, to: rows }), 'SELECT 1');
  writeFileSync(scenario, SCENARIO);
  for (const [command, ...more] of [['judge'], ['simulate', '--scenario', scenario]] as const) {
    const out = (engine: string) => at(`${command}-${engine}.parquet`);
    for (const engine of ['duckdb', 'spark']) {
      const given = ['--policy', '嵊州2021', '--as-of', '2024-06-30', '--engine', engine, '--out', out(engine)];
      const args = [command, rows, ...given, ...more, ...(engine === 'spark' ? ['--master', master] : [])];
      const { status, stderr } = spawnSync('node', [inRoot('scripts', 'mujun.js'), ...args], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`${command} ${engine}: ${stderr}`);
    }
    const [one, other] = ['duckdb', 'spark'].map((engine) => `SELECT * FROM read_parquet('${out(engine)}')`);
    const [[count, apart] = []] = await duck(
      `SELECT (SELECT COUNT(*) FROM (${String(one)})), (SELECT COUNT(*) FROM ((${String(one)} EXCEPT ${String(other)}) UNION ALL (${String(other)} EXCEPT ${String(one)})))`,
    );
    if (apart !== 0n || count === 0n) wrong++;
    console.log(`mujun ${command} --engine spark: ${String(count)} lines, ${String(apart)} differences`);
  }
}

install();
mkdirSync(at('conf'));
writeFileSync(at('conf/spark-defaults.conf'), SETTINGS);
const cluster = await Cluster.begin();
try {
  const { master } = cluster;
  await cluster.worker('one');
  let second: ChildProcess | undefined;
  for (const question of questions(ROWS, isAsked)) {
    await writeRows(question);
    if (!second) told(question, 'one worker', await bySpark(master, question));
    second ??= await cluster.worker('two');
    told(question, 'DuckDB', await byDuckDb(question));
    told(question, 'two workers', await bySpark(master, question));
  }
  second ??= await cluster.worker('two');
  if (isAsked('commands')) await commands(master);
  const [first] = isAsked('killed') ? questions(ROWS) : [];
  if (first) await writeRows(first);
  if (first) await withAWorkerKilled(master, first, second);
} finally {
  cluster.end();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
