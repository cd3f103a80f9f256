import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** How a command ended. */
export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line as a person's shell starts it, in a folder of its own that goes when the tests are done. */
export interface CommandLine {
  readonly at: (name: string) => string;
  readonly folder: string;
  readonly mujun: (...args: readonly string[]) => Ran;
  /** The same where no file may be larger than so many kilobytes. */
  readonly mujunWithin: (kilobytes: number, ...args: readonly string[]) => Ran;
}

/** A workbook of the shared fixtures. */
export const fixture = (name: string): string => path.join(root, 'test/fixtures', `${name}.xlsx`);

/** Sets up the command line for the tests of a file: the bundle is made once. */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(path.join(tmpdir(), 'mujun-batch-'));
  const bundle = path.join(root, '.cache/mujun.mjs');
  const run = (program: string, args: readonly string[]): Ran => {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', cwd: folder });
    return { status, out: stdout, err: stderr };
  };
  const mujun = (...args: readonly string[]) => run(process.execPath, [bundle, ...args]);
  const limited = (kilobytes: number, ...args: readonly string[]) =>
    run('bash', ['-c', `ulimit -f ${kilobytes}; exec "$0" "$@"`, process.execPath, bundle, ...args]);
  beforeAll(() => {
    const made = spawnSync(process.execPath, [path.join(root, 'scripts/mujun.js'), '--help'], { encoding: 'utf8' });
    expect(made.stdout).toContain('mujun read');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, at: (name) => path.join(folder, name), mujun, mujunWithin: limited };
}

/** What DuckDB gives for a query. */
export async function asked(query: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    return (await connection.runAndReadAll(query)).getRows();
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
