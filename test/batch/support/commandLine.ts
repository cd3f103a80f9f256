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
  /** The same with further settings of the process. */
  readonly mujunWith: (env: Readonly<Record<string, string>>, ...args: readonly string[]) => Ran;
}

/** A workbook of the shared fixtures. */
export const fixture = (name: string): string => path.join(root, 'test/fixtures', `${name}.xlsx`);

/** Sets up the command line for the tests of a file: the bundle is made once. */
export function commandLine(): CommandLine {
  const folder = mkdtempSync(path.join(tmpdir(), 'mujun-batch-'));
  const bundle = path.join(root, '.cache/mujun.mjs');
  const mujunWith: CommandLine['mujunWith'] = (env, ...args) => {
    const given = { encoding: 'utf8', cwd: folder, env: { ...process.env, ...env } } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle, ...args], given);
    return { status, out: stdout, err: stderr };
  };
  beforeAll(() => {
    const made = spawnSync(process.execPath, [path.join(root, 'scripts/mujun.js'), '--help'], { encoding: 'utf8' });
    expect(made.stdout).toContain('mujun read');
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return { folder, at: (name) => path.join(folder, name), mujun: (...args) => mujunWith({}, ...args), mujunWith };
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
