import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, root } from './root';

/** Holds LibreOffice and DuckDB against the kernel on 100,000 rows a policy; what they said is kept in .cache/differential.log. */
const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const env = { ...process.env, MUJUN_DIFFERENTIAL_ROWS: '100000' };
const args = [vitest, 'run', '--project', 'node', '--reporter', 'verbose', 'test/engine/report/differential'];
const { status, stdout, stderr } = spawnSync(process.execPath, args, {
  cwd: root,
  env,
  encoding: 'utf8',
  maxBuffer: 1e8,
});
mkdirSync(inRoot('.cache'), { recursive: true });
writeFileSync(inRoot('.cache', 'differential.log'), stdout + stderr);
console.log(stdout.split('\n').slice(-12).join('\n'));
process.exitCode = status ?? 1;
