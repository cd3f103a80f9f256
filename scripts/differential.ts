import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { requireSoffice } from './find-soffice';
import { inRoot, root } from './root';

/**
 * Holds LibreOffice and DuckDB against the kernel on 100,000 rows a policy, grades by classic formulas on 5,000 a document and
 * what real policies need to say on 5,000 each, and the second reading of docs/model.md against the engine on 2,000 scenarios and
 * 1,000 small allocations, which takes an hour or so. What they said is written to .cache/differential.log as it is said, and a
 * run that passes is summed up in docs/differential.md.
 */
const ROWS = 100_000;
const require = createRequire(import.meta.url);
const vitest = path.join(path.dirname(require.resolve('vitest/package.json')), 'vitest.mjs');
const log = inRoot('.cache', 'differential.log');

function run(): number {
  mkdirSync(inRoot('.cache'), { recursive: true });
  const file = openSync(log, 'w');
  const env = { ...process.env, MUJUN_DIFFERENTIAL_ROWS: String(ROWS), NO_COLOR: '1' };
  const bulk = ['test/engine/report/gradeFormulas.test.ts', 'test/engine/policy/needsInBulk.test.ts'];
  const tests = ['test/engine/report/differential', ...bulk, 'test/oracles'];
  const args = ['run', '--project', 'node', '--reporter', 'verbose', ...tests];
  const { status } = spawnSync(process.execPath, [vitest, ...args], { cwd: root, env, stdio: ['ignore', file, file] });
  closeSync(file);
  return status ?? 1;
}

/** One line a policy: how many sheets of 5,000 rows LibreOffice calculated, and how many tables DuckDB answered. */
function summary(text: string): string {
  const passed = text.split('\n').filter((line) => line.includes('✓'));
  const sheets = new Map<string, number>();
  const tables = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string | undefined) => {
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const line of passed) {
    add(sheets, / > ([a-z0-9-]+) > LibreOffice answers/.exec(line)?.[1]);
    add(tables, / > ([a-z0-9-]+) (?:tiers|paths) over /.exec(line)?.[1]);
  }
  const lines = [...sheets].map(
    ([id, count]) =>
      `| ${id} | ${(5000 * count).toLocaleString('en-US')} | ${String(tables.get(id) ?? 0)} x 101,000 | 0 |`,
  );
  const office = execFileSync(requireSoffice(), ['--version'], { encoding: 'utf8' }).split(' ').slice(0, 2).join(' ');
  const duck = (require('@duckdb/node-api/package.json') as { version: string }).version;
  return `# Kernel, LibreOffice and DuckDB on ${ROWS.toLocaleString('en-US')} rows a policy

Written by \`npm run differential\` when every row agreed. Rows sit on every line of a policy and 0.01 万元 beside it, with every
word, blanks and cells that cannot be read (\`test/support/generatedLedger\`); every tier and path is compared, cell by cell.

Run on ${new Date().toISOString().slice(0, 10)}: ${office}, DuckDB (@duckdb/node-api ${duck}), Node ${process.version}; ${String(passed.length)} tests
passed.

| policy | rows calculated by LibreOffice | tables x rows answered by DuckDB | differences |
| --- | --- | --- | --- |
${lines.join('\n')}

The second reading of docs/model.md (\`test/oracles\`), written from that text alone, agreed in the same run: 2,000 random ledgers x levers in
every yearly value, township and return of money, to a billionth; 1,000 small allocations against every possible one, explanations of
impossible ones included.
`;
}

process.exitCode = run();
const text = readFileSync(log, 'utf8');
if (process.exitCode === 0) writeFileSync(inRoot('docs', 'differential.md'), summary(text));
console.log(text.split('\n').slice(-8).join('\n'));
