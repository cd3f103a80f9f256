import { ensureBuilt } from './build/build';
import { developmentBuild } from './build/options';
import { checkImports } from './check/check-imports';
import { checkShipped } from './check/check-shipped';
import { checkSize } from './check/check-size';
import { runSteps, type Report } from './check/run-steps';
import { runTool } from './check/run-tool';
import type { Step } from './check/step';

/** `npm run check`: everything that is not a test. The longest steps come first, so that two of them run side by side. */
const steps: readonly Step[] = [
  { name: 'lint', run: () => runTool('eslint/bin/eslint.js', '.') },
  { name: 'build', run: async () => ({ ok: true, said: '', note: await ensureBuilt(developmentBuild) }) },
  { name: 'types', run: () => runTool('typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'types of the engine alone', run: () => runTool('typescript/bin/tsc', '-p', 'tsconfig.engine.json') },
  { name: 'format', run: () => runTool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  { name: 'imports', run: checkImports },
  { name: 'unused', run: () => runTool('knip/bin/knip.js') },
  { name: 'shipped', after: ['build'], run: checkShipped },
  { name: 'size', after: ['build'], run: checkSize },
];

const report: Report = (step, result, seconds) => {
  const state = result === undefined ? 'not run' : result.ok ? 'ok' : 'FAILED';
  const note = result?.ok === true && result.note !== undefined ? ` (${result.note})` : '';
  process.stdout.write(`${state.padEnd(8)}${step.name}, ${seconds.toFixed(1)} s${note}\n`);
  if (result?.ok === false) process.stdout.write(`${result.said.trimEnd()}\n`);
};

process.exitCode = (await runSteps(steps, 2, report)) ? 0 : 1;
