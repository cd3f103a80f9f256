import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Told } from '../told';

/** A step of what Spark is asked: a table, a view, a view that is worked out and kept, or lines through a program. */
export type SparkStep =
  | { readonly name: string; readonly parquet: string }
  | { readonly name: string; readonly query: string; readonly out?: string }
  | { readonly lines: string; readonly parts: number; readonly command: string; readonly out: string };

/** Where and how Spark is asked. */
export interface SparkAsked {
  /** As Spark takes it: spark://host:7077, yarn, local[*]. */
  readonly master: string;
  /** All workers see it under the same name. */
  readonly folder: string;
  /** Hears "began 0", "done 0", … */
  readonly onSaid?: (line: string) => void;
}

/** What Spark's own Python runs: whatever there is to share out and to try again is Spark's. Names differ by the size of letters too. */
const PROGRAM = `import json, sys
from pyspark.sql import SparkSession
steps = json.load(open(sys.argv[1], encoding='utf-8'))
session = SparkSession.builder.appName('mujun').config('spark.sql.caseSensitive', 'true')
spark = session.config('spark.ui.enabled', 'false').config('spark.sql.ansi.enabled', 'false').getOrCreate()
spark.sparkContext.setLogLevel('ERROR')
for at, step in enumerate(steps):
    print('began', at, flush=True)
    if 'lines' in step:
        lines = spark.sparkContext.textFile(step['lines'], step['parts'])
        lines.pipe(step['command'], checkCode=True).saveAsTextFile(step['out'])
    else:
        rows = spark.read.parquet(step['parquet']) if 'parquet' in step else spark.sql(step['query'])
        if 'out' in step:
            rows.write.mode('overwrite').parquet(step['out'])
            rows = spark.read.parquet(step['out'])
        rows.createOrReplaceTempView('\`' + step['name'] + '\`')
    print('done', at, flush=True)
spark.stop()
`;

/** Asks an installed Spark, step after step. Throws Told where there is none, or it does not get done. */
export async function askSpark(steps: readonly SparkStep[], { master, folder, onSaid }: SparkAsked): Promise<void> {
  const [program, asked] = [path.join(folder, 'program.py'), path.join(folder, 'asked.json')];
  writeFileSync(program, PROGRAM);
  writeFileSync(asked, JSON.stringify(steps));
  const env = { ...process.env, PYTHONUTF8: '1' };
  const child = spawn(submitter(), ['--master', master, program, asked], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-MOST_SAID)));
  createInterface({ input: child.stdout }).on('line', (line) => onSaid?.(line));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Told(`Spark 没有算完，没有写出。它说：${reasonIn(said)}`);
}

const MOST_SAID = 20_000;

/** What it says on its way, which is no reason. */
const ON_ITS_WAY = /^$|^\S+ \S+ (?:INFO|WARN|DEBUG) |^(?:Setting|Using|To adjust) /;

/** The line of what Spark says that names the cause: the last error, else the last that is not about its way. */
function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.trim());
  const errors = lines.filter((line) => /(?:Exception|Error|ERROR|Caused by|Errno)\b.*:/.test(line));
  return errors.at(-1) ?? lines.findLast((line) => !ON_ITS_WAY.test(line)) ?? '没有说明';
}

/** The program that takes what Spark is asked: SPARK_HOME's, or that of the pyspark which python3 has. */
function submitter(): string {
  const homes = [process.env.SPARK_HOME, process.env.SPARK_HOME === undefined ? ofPython() : undefined];
  const programs = homes.flatMap((home) => (home === undefined ? [] : [path.join(home, 'bin', 'spark-submit')]));
  const found = programs.find((own) => existsSync(own));
  if (found !== undefined) return found;
  throw new Told(
    '没有找到 Spark：请用 SPARK_HOME 写明它装在哪里，或在 python3 里装 pyspark；不写 --engine spark 就在这台电脑上算',
  );
}

function ofPython(): string | undefined {
  const asked = ['-c', 'import os, pyspark; print(os.path.dirname(pyspark.__file__))'];
  const { status, stdout } = spawnSync('python3', asked, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** Gives the work a folder beside a file that is to be written, which goes when the work is done. */
export async function besideOut<Answer>(out: string, work: (folder: string) => Promise<Answer>): Promise<Answer> {
  const folder = path.resolve(`${out}.part.spark`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
