#!/usr/bin/env node
import { spawnSync } from 'node:child_process';
import { renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

// `mujun …`: the command line, bundled anew where it is older than what it is made of (esbuild takes less than a second).
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bundle = path.join(root, '.cache/mujun.mjs');
await import('./build/policies.js');
// Another command may be starting from the bundle just now: it is put in place whole.
const made = `${bundle}.${process.pid}`;
const { build } = createRequire(path.join(root, 'package.json'))('esbuild');
await build({
  entryPoints: [path.join(root, 'src/batch/mujun.ts')],
  absWorkingDir: root,
  outfile: made,
  ...{ bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'warning' },
  loader: { '.yaml': 'text' },
});
renameSync(made, bundle);
const { status } = spawnSync(process.execPath, [bundle, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
