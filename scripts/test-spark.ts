import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { SPARK_PROGRAM, SPARK_SETTINGS, type SparkAsked } from '../src/batch/judge/sparkProgram';
import { DIALECTS } from '../src/engine/rule/sql/dialect';
import { csvOf, differences, ORDER, questions, type Question } from './engines/differential';
import { inRoot } from './root';

/**
 * `npm run test:spark [-- rows]`: every built-in policy asked of Spark with two workers of its own on this machine, held against the
 * kernel; then the first of them again, and a worker ended in the middle. pyspark is installed into .cache/pyspark when it is not there.
 */
const ROWS = Number(process.argv[2] ?? 100_000);
const VERSION = '3.5.6';
const LIBRARY = inRoot('.cache', 'pyspark');
const HOME = path.join(LIBRARY, 'pyspark');
const folder = mkdtempSync(path.join(tmpdir(), 'mujun-spark-'));
const at = (name: string) => path.join(folder, name);
const env = { ...process.env, SPARK_HOME: HOME, PYTHONPATH: LIBRARY, SPARK_LOCAL_IP: '127.0.0.1', PYTHONUTF8: '1' };
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
    const child = spawn('bash', all, { env, stdio: 'ignore' });
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

/** Asks one question; `onBegun` is called once Spark is at it. Gives the answers and the seconds from then on. */
async function ask(master: string, { table, query, wanted }: Question, onBegun: () => void = () => undefined) {
  writeFileSync(at('rows.csv'), csvOf(table));
  const types = [`'${ORDER}': 'INTEGER'`, ...table.columns.map((own) => `'${own.name}': '${own.type}'`)].join(', ');
  const csv = `read_csv('${at('rows.csv')}', header=false, columns={${types}}, nullstr='', allow_quoted_nulls=false)`;
  await duck(
    `COPY (SELECT * FROM ${csv}) TO '${at('rows.parquet')}' (FORMAT parquet, ROW_GROUP_SIZE 20480)`,
    'SELECT 1',
  );
  const asked: SparkAsked = {
    master,
    settings: {
      ...SPARK_SETTINGS,
      ...{ 'spark.driver.host': '127.0.0.1', 'spark.executor.memory': '2g', 'spark.sql.shuffle.partitions': '8' },
      'spark.sql.files.maxPartitionBytes': '400000',
    },
    tables: [{ name: table.name, parquet: at('rows.parquet') }],
    views: [],
    queries: [
      { query: `SELECT ${[ORDER, ...wanted].map(name).join(', ')} FROM (${query}) AS answered`, out: at('answers') },
    ],
  };
  writeFileSync(at('asked.json'), JSON.stringify(asked));
  writeFileSync(at('program.py'), SPARK_PROGRAM);
  const seconds = await new Promise<number>((resolve, reject) => {
    const child = spawn('python3', [at('program.py'), at('asked.json')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [began, took, said] = [0, NaN, ''];
    child.stdout.on('data', (data: Buffer) => {
      if (data.toString().includes('began')) began = performance.now();
      if (data.toString().includes('began')) onBegun();
      if (data.toString().includes('done')) took = (performance.now() - began) / 1000;
    });
    child.stderr.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-3000)));
    child.on('close', (code) => (code === 0 ? resolve(took) : reject(new Error(said))));
  });
  const shown = wanted.map((own) => `COALESCE(CAST("${own}" AS VARCHAR), '')`).join(', ');
  const rows = await duck(`SELECT ${shown} FROM read_parquet('${at('answers')}/*.parquet') ORDER BY "${ORDER}"`);
  return { theirs: rows.map((row) => row.map(String)), seconds };
}

install();
const cluster = await Cluster.begin();
let wrong = 0;
const told = (question: Question, how: string, { theirs, seconds }: Awaited<ReturnType<typeof ask>>) => {
  const found = differences(question.ours, theirs);
  wrong += found.length;
  const rows = question.ours.length.toLocaleString('en-US');
  console.log(`${question.name}, ${how}: ${rows} rows, ${String(found.length)} differences, ${seconds.toFixed(1)} s`);
  for (const line of found.slice(0, 5)) console.log(`  ${line}`);
};
try {
  await cluster.worker('one');
  const [first] = questions(ROWS, 'spark');
  if (first) told(first, 'one worker', await ask(cluster.master, first));
  const second = await cluster.worker('two');
  for (const question of questions(ROWS, 'spark')) told(question, 'two workers', await ask(cluster.master, question));
  if (first) {
    let isOver = false;
    const kill = () => setTimeout(() => (isOver ? undefined : second.kill('SIGKILL')), 1500);
    const answer = await ask(cluster.master, first, kill);
    isOver = true;
    told(
      first,
      second.signalCode === 'SIGKILL' ? 'a worker killed in the middle' : 'over before a worker was killed',
      answer,
    );
    if (second.signalCode !== 'SIGKILL') wrong++;
  }
} finally {
  cluster.end();
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = wrong === 0 ? 0 : 1;
