import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { seededRandom } from '../test/support/sample/seededRandom';
import { changedCode } from './mutants/changedCode';
import { FOLDERS, type MutantFolder } from './mutants/folders';
import { placesOf, readLog, type Change, type Ending, type LogLine } from './mutants/plan';
import { inRoot, root } from './root';
import { runCommand } from './run-command';

const vitest = path.join(path.dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
/** A test that says nothing for so long hangs. */
const PATIENCE = 120_000;

/**
 * `npm run mutants -- assess [--files 5] [--minutes 20] [--seed 3]`: changes the code of a folder in one place at a time and sees
 * whether a test notices; all of its files or so many by chance, every change or, by chance, as many as the minutes allow. Says the
 * score, and writes what nobody noticed to .cache.
 */
await runCommand(async () => {
  const options = {
    files: { type: 'string' },
    minutes: { type: 'string' },
    seed: { type: 'string', default: '1' },
  } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [name = ''] = positionals;
  const folder = FOLDERS[name];
  if (!folder) throw new Error(`请写文件夹 (name a folder): npm run mutants -- ${Object.keys(FOLDERS).join(' | ')}`);
  const until = Date.now() + 60_000 * Number(values.minutes ?? Infinity);
  const random = seededRandom(Number(values.seed));
  const files = shuffled(filesOf(folder), random).slice(0, Number(values.files ?? Infinity));
  const { changes, code } = await changedCode(files);
  const order = shuffled(changes, random);
  const { plan, log, reached } = placesOf(name);
  mkdirSync(path.dirname(plan), { recursive: true });
  writeFileSync(plan, JSON.stringify({ tests: testsOf(folder), changes: order, code }));
  writeFileSync(log, '');
  rmSync(reached, { force: true });
  const endings = await tryAll(name, order, until);
  console.log(`${name}, ${files.length} files, ${changes.length} changes: ${scoreText(endings)}`);
  console.log(`没有测试发现的 (unnoticed): ${reportOf(name, order, endings)}`);
});

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => [random(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

function under(place: string, ending: string): string[] {
  if (place.endsWith(ending)) return [place];
  const found = readdirSync(inRoot(place), { recursive: true, encoding: 'utf8' });
  return found
    .map((file) => `${place}/${file.replaceAll(path.sep, '/')}`)
    .filter((file) => file.endsWith(ending))
    .sort();
}

function filesOf({ source }: MutantFolder): string[] {
  return under(source, '.ts').filter((file) => path.basename(file) !== 'index.ts');
}

function testsOf({ tests }: MutantFolder): string[] {
  return tests.flatMap((place) => under(place, '.test.ts'));
}

/** Runs until every change has ended or the time is over; a run that hangs or breaks off is taken up behind the change it was at. */
async function tryAll(name: string, changes: readonly Change[], until: number): Promise<Map<string, Ending>> {
  const { log, reached } = placesOf(name);
  for (let ended = endingsIn(log); ended.size < changes.length && Date.now() < until; ended = endingsIn(log)) {
    console.log(`${ended.size} / ${changes.length}: ${scoreText(ended)}`);
    const before = statSync(log).size;
    const isOver = await runOnce(name, until);
    const running = isOver ? undefined : lastAt(readLog(log));
    if (running !== undefined && !endingsIn(log).has(running)) append(log, { id: running, ending: 'endless' });
    if (statSync(log).size === before && !statSync(reached, { throwIfNoEntry: false }))
      throw new Error('no test could be run: npx vitest run --config scripts/mutants/vitest.config.ts');
  }
  return endingsIn(log);
}

function append(log: string, line: LogLine): void {
  writeFileSync(log, `${JSON.stringify(line)}\n`, { flag: 'a' });
}

/** The change that a run was at when it ended, unless it ended by itself. */
function lastAt(lines: readonly LogLine[]): string | undefined {
  const last = lines.findLast((line) => 'at' in line || 'spoilt' in line);
  return last && 'at' in last ? last.at : undefined;
}

function endingsIn(log: string): Map<string, Ending> {
  return new Map(readLog(log).flatMap((line) => ('id' in line ? [[line.id, line.ending] as const] : [])));
}

/** One process; ended when its log stands still or the time is over. Gives whether the time is. */
async function runOnce(name: string, until: number): Promise<boolean> {
  const { log } = placesOf(name);
  const args = [vitest, 'run', '--config', 'scripts/mutants/vitest.config.ts', '--reporter', 'dot'];
  const run = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, MUJUN_MUTANTS: name },
    stdio: 'ignore',
  });
  let [isDone, size, since] = [false, 0, Date.now()];
  run.on('exit', () => (isDone = true));
  while (!isDone && Date.now() < until && Date.now() - since < PATIENCE) {
    await wait(500);
    const now = statSync(log).size;
    if (now !== size) [size, since] = [now, Date.now()];
  }
  if (!isDone) run.kill('SIGKILL');
  return Date.now() >= until;
}

/** Noticed and endless, of all that a test comes by or should; what runs once cannot be switched on and is counted apart. */
function scoreText(endings: ReadonlyMap<string, Ending>): string {
  const count = (...of: readonly Ending[]) => [...endings.values()].filter((ending) => of.includes(ending)).length;
  const [noticed, all] = [count('noticed', 'endless'), endings.size - count('onlyOnce')];
  const share = ((100 * noticed) / all).toFixed(1);
  return `${share} % noticed (${noticed} of ${all} tried, ${count('endless')} of them endless, ${count('unreached')} unreached; ${count('onlyOnce')} run only once, left out)`;
}

function reportOf(name: string, changes: readonly Change[], endings: ReadonlyMap<string, Ending>): string {
  const place = inRoot('.cache', `mutants-${name.replace('/', '-')}.txt`);
  const open = changes.filter(({ id }) => ['unnoticed', 'unreached'].includes(endings.get(id) ?? ''));
  const lines = open.map(
    ({ id, file, line, column, kind, text }) => `${file}:${line}:${column} ${endings.get(id)} ${kind} → ${text}`,
  );
  writeFileSync(place, lines.sort().join('\n'));
  return path.relative(root, place);
}
