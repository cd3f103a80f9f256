import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { seededRandom } from '../test/support/sample/seededRandom';
import { FOLDERS, type MutantFolder } from './mutants/folders';
import { inRoot, root } from './root';
import { runCommand } from './run-command';

type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/**
 * `npm run mutants -- assess [--files 5 --seed 3]`: changes the code of a folder in one place at a time and sees whether a
 * test notices; all of its files, or so many by chance. Says the score, and writes what nobody noticed to .cache/mutants.
 */
await runCommand(async () => {
  const options = { files: { type: 'string' }, seed: { type: 'string', default: '1' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [name = ''] = positionals;
  const folder = FOLDERS[name];
  if (!folder) throw new Error(`请写文件夹 (name a folder): npm run mutants -- ${Object.keys(FOLDERS).join(' | ')}`);
  const files = filesOf(folder, Number(values.files ?? Infinity), Number(values.seed));
  process.env['MUJUN_MUTANTS'] = name;
  const mutants = await new Stryker(optionsFor(files)).runMutationTest();
  const report = inRoot('.cache', `mutants-${name.replace('/', '-')}.txt`);
  writeFileSync(report, mutants.filter(isUnnoticed).map(lineOf).join('\n'));
  console.log(
    `${name}, ${String(files.length)} files: ${scoreText(mutants)}; unnoticed ones in ${path.relative(root, report)}`,
  );
});

/** The files of a folder, or some of them by chance. */
function filesOf({ source }: MutantFolder, most: number, seed: number): string[] {
  const all = readdirSync(inRoot(source), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && path.basename(file) !== 'index.ts')
    .map((file) => `${source}/${file.replaceAll(path.sep, '/')}`);
  if (all.length <= most) return all.sort();
  const random = seededRandom(seed);
  return all
    .map((file) => [random(), file] as const)
    .sort(([a], [b]) => a - b)
    .slice(0, most)
    .map(([, file]) => file);
}

/** Words of a text are no behaviour: they are not changed. What runs once, when a module is loaded, is left out and counted. */
function optionsFor(files: readonly string[]): ConstructorParameters<typeof Stryker>[0] {
  return {
    mutate: [...files],
    mutator: { excludedMutations: ['StringLiteral'], plugins: [] },
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutants/vitest.config.ts', related: false },
    coverageAnalysis: 'perTest',
    ignoreStatic: true,
    concurrency: 2,
    timeoutMS: 15_000,
    dryRunTimeoutMinutes: 20,
    reporters: ['progress-append-only'],
    tempDirName: '.cache/mutants',
    ignorePatterns: ['dist', 'test-results', 'docs', '.cache'],
    disableTypeChecks: false,
    allowConsoleColors: false,
  };
}

const isUnnoticed = ({ status }: Mutant) => status === 'Survived' || status === 'NoCoverage';

function lineOf({ fileName, location, status, mutatorName, replacement }: Mutant): string {
  const { line, column } = location.start;
  return `${path.relative(root, fileName)}:${String(line)}:${String(column)} ${status} ${mutatorName} → ${replacement.replace(/\s+/g, ' ').slice(0, 100)}`;
}

/** Killed and timed out, of all but those that could not be run. */
function scoreText(mutants: readonly Mutant[]): string {
  const count = (...of: readonly Mutant['status'][]) => mutants.filter(({ status }) => of.includes(status)).length;
  const [noticed, unnoticed] = [count('Killed', 'Timeout'), count('Survived', 'NoCoverage')];
  const share = ((100 * noticed) / (noticed + unnoticed)).toFixed(1);
  return `${share} % noticed (${String(noticed)} of ${String(noticed + unnoticed)}; ${String(count('Ignored'))} left out)`;
}
