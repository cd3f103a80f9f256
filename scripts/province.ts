import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { sampleWorkbook } from './bench/sampleWorkbook';
import { byHand, rowsSql, SCENARIO } from './engines/provinceRows';
import { inRoot } from './root';

/**
 * `npm run province -- judge 10000000 | simulate 1000000 | read 1000`: made-up rows or ledgers through the command line, with seconds by the
 * clock, seconds of the processor and the most memory, as Linux tells them. What is made lies in a folder that goes afterwards.
 */
const [, , what = 'judge', given] = process.argv;
const folder = mkdtempSync(path.join(process.env.MUJUN_ROOM ?? tmpdir(), 'mujun-province-'));
const at = (name: string) => path.join(folder, name);
const POLICY = ['--policy', '嵊州2021', '--as-of', '2024-06-30'] as const;
const MEMORY = '4GB';
const TICKS = 100;

interface Cost {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** Runs the command line and watches it. */
async function mujun(...args: readonly string[]): Promise<Cost> {
  const began = performance.now();
  const child = spawn(process.execPath, [inRoot('.cache', 'mujun.mjs'), ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let [processor, megabytes, said] = [0, 0, ''];
  child.stderr.on('data', (data: Buffer) => (said = (said + data.toString()).slice(-2000)));
  const watch = setInterval(() => {
    try {
      const times =
        readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8')
          .split(') ')[1]
          ?.split(' ') ?? [];
      processor = (Number(times[11]) + Number(times[12])) / TICKS;
      const most = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'));
      megabytes = Number(most?.[1] ?? megabytes * 1024) / 1024;
    } catch {
      // It has just ended.
    }
  }, 100);
  const [code] = (await once(child, 'close')) as [number | null];
  clearInterval(watch);
  if (code === 1 || code === null) throw new Error(said);
  return { seconds: (performance.now() - began) / 1000, processor, megabytes };
}

async function duck(query: string): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: MEMORY });
  const connection = await instance.connect();
  const began = performance.now();
  await connection.run(query);
  const seconds = (performance.now() - began) / 1000;
  connection.closeSync();
  instance.closeSync();
  return seconds;
}

function tell(name: string, { seconds, processor, megabytes }: Cost, count: number, of: string): void {
  const each = (all: number) => ((all * 1e9) / count).toFixed(0);
  const load = loadavg()[0]?.toFixed(1) ?? '';
  console.log(
    `${name}: ${seconds.toFixed(1)} s, ${processor.toFixed(1)} s of the processor, at most ${megabytes.toFixed(0)} MB, ${each(seconds)} ns a ${of} (${each(processor)} of the processor), ${(count / seconds).toFixed(1)} ${of}s a second; load ${load}`,
  );
}

async function makeRows(rows: number, counties: number): Promise<string> {
  const to = at('rows.parquet');
  for (const query of rowsSql({ rows, counties, to })) await duck(query);
  console.log(`${rows.toLocaleString('en-US')} rows, ${(statSync(to).size / 1e6).toFixed(0)} MB of Parquet`);
  return to;
}

async function judge(rows: number): Promise<void> {
  const from = await makeRows(rows, 100);
  tell('judge', await mujun('judge', from, ...POLICY, '--memory', MEMORY, '--out', at('judged.parquet')), rows, 'row');
  const seconds = await duck(byHand(from, at('hand.parquet')));
  tell('a query by hand', { seconds, processor: NaN, megabytes: NaN }, rows, 'row');
}

async function simulate(parcels: number): Promise<void> {
  const from = await makeRows(parcels, 100);
  writeFileSync(at('方案.yaml'), SCENARIO);
  const args = [
    'simulate',
    from,
    ...POLICY,
    '--scenario',
    at('方案.yaml'),
    '--memory',
    MEMORY,
    '--out',
    at('out.xlsx'),
  ];
  tell('simulate, 10 years, 2,000 draws', await mujun(...args), parcels, 'parcel');
}

async function read(most: number): Promise<void> {
  mkdirSync(at('ledgers'));
  const few = Math.max(1, Math.round(most / 10));
  mkdirSync(at('few'));
  for (let own = 0; own < most; own++) {
    const bytes = sampleWorkbook(1200, own + 1);
    writeFileSync(at(`ledgers/县${String(own)}.xlsx`), bytes);
    if (own < few) writeFileSync(at(`few/县${String(own)}.xlsx`), bytes);
  }
  for (const [name, count, jobs] of [
    ['few', few, '1'],
    ['ledgers', most, '1'],
    ['ledgers', most, '2'],
  ] as const) {
    const cost = await mujun('read', at(name), ...POLICY, '--jobs', jobs, '--out', at(`${name}${jobs}.parquet`));
    tell(`read ${String(count)} ledgers of 1,200 rows, --jobs ${jobs}`, cost, count, 'file');
  }
}

const TASKS: Readonly<Record<string, readonly [number, (count: number) => Promise<void>]>> = {
  judge: [10_000_000, judge],
  simulate: [1_000_000, simulate],
  read: [1000, read],
};
const task = TASKS[what];
if (!task) throw new Error(`${what} is none of ${Object.keys(TASKS).join(', ')}`);
try {
  spawnSync(process.execPath, [inRoot('scripts', 'mujun.js'), '--help'], { stdio: 'ignore' });
  console.log(`${String(cpus().length)} cores, ${cpus()[0]?.model ?? ''}`);
  await task[1](given === undefined ? task[0] : Number(given));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
