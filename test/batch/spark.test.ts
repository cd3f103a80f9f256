import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { rowsSql, SCENARIO } from '../../scripts/engines/provinceRows';
import { asked, commandLine } from './support/commandLine';

const { at, folder, mujun } = commandLine();
const POLICY = ['--policy', '嵊州2021', '--as-of', '2024-06-30'] as const;
const SPARK = ['--engine', 'spark', '--master', 'spark://127.0.0.1:1'] as const;

/** A program in the place of Spark's own. */
function sparkHome(name: string, program: string): void {
  mkdirSync(path.join(at(name), 'bin'), { recursive: true });
  const file = path.join(at(name), 'bin/spark-submit');
  writeFileSync(file, program);
  chmodSync(file, 0o755);
  vi.stubEnv('SPARK_HOME', at(name));
}

beforeAll(async () => {
  for (const query of rowsSql({ rows: 900, counties: 3, to: at('rows.parquet') })) await asked(query);
  writeFileSync(at('方案.yaml'), SCENARIO);
});
afterEach(() => vi.unstubAllEnvs());

describe('a Spark that does not do it', () => {
  const judge = () => mujun('judge', at('rows.parquet'), ...POLICY, ...SPARK, '--out', at('never.parquet'));

  it('that is not there is told, with what to do', { timeout: 60_000 }, () => {
    vi.stubEnv('SPARK_HOME', at('nowhere'));
    const { status, err } = judge();
    expect(err).toContain('没有找到 Spark：请用 SPARK_HOME 写明它装在哪里');
    expect(status).toBe(1);
  });

  it('that breaks off is told with its own reason, and nothing is left', { timeout: 60_000 }, () => {
    sparkHome(
      'broken',
      '#!/bin/sh\necho "java.net.ConnectException: nobody is there" >&2\necho "26/11/30 22:29:35 INFO ShutdownHookManager: Deleting directory" >&2\nexit 1\n',
    );
    const { status, err } = judge();
    expect(err).toContain('Spark 没有算完，没有写出。它说：java.net.ConnectException: nobody is there');
    expect(status).toBe(1);
    expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    ['another engine', ['--engine', 'flink'], '--engine 应为 duckdb 或 spark，不是“flink”'],
    ['a master of nobody', ['--master', 'local[2]'], '--master 是 Spark 的：请加 --engine spark'],
  ])('%s is told', (_, more, words) => {
    const { status, err } = mujun('judge', at('rows.parquet'), ...POLICY, ...more, '--out', at('never.parquet'));
    expect(err).toContain(words);
    expect(status).toBe(1);
  });
});

/** As Spark pipes lines: cut into parts, each through a process of its own. */
const PIPES = `#!${process.execPath}
const { execSync } = require('node:child_process');
const fs = require('node:fs');
const [step] = JSON.parse(fs.readFileSync(process.argv.at(-1), 'utf8'));
const plain = (url) => url.replace('file://', '');
fs.mkdirSync(plain(step.out));
const lines = fs.readFileSync(plain(step.lines), 'utf8').trimEnd().split('\\n');
if (lines.length !== step.parts) throw new Error('parts: ' + step.parts);
lines.forEach((line, at) => {
  const answer = execSync(step.command, { input: line + '\\n', maxBuffer: 2 ** 30, cwd: '/' });
  fs.writeFileSync(plain(step.out) + '/part-0000' + at, answer);
});
`;

it(
  'counties that are piped through our own command come to the same bits as on threads',
  { timeout: 240_000 },
  async () => {
    const project = (out: string, ...more: readonly string[]) =>
      mujun('simulate', at('rows.parquet'), ...POLICY, '--scenario', at('方案.yaml'), ...more, '--out', at(out));
    expect(project('threads.parquet').status).toBe(0);
    sparkHome('pipes', PIPES);
    const piped = project('piped.parquet', ...SPARK);
    expect(piped.err).toContain('推演 3：县2，300 户');
    expect(piped.status).toBe(0);
    const table = (name: string) => asked(`SELECT * FROM read_parquet('${at(name)}')`);
    const theirs = await table('piped.parquet');
    expect(theirs.length).toBeGreaterThan(300);
    expect(theirs).toEqual(await table('threads.parquet'));
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
  },
);
