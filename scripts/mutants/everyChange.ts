import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { describe, it } from 'vitest';
import { inRoot } from '../root';
import { placesOf, readLog, readPlan, type Change, type Ending, type LogLine } from './plan';
import { runTest, setUp, testsOf, type RunnableTest } from './tests';

/** What the changed code reads and writes while it runs; the names are the instrumenter's. */
interface Switches {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number;
  mutantCoverage?: Record<'static', Hits> & Record<'perTest', Record<string, Hits>>;
}

type Hits = Readonly<Record<string, number>>;

/** How often a test, or what a group does before its tests, came by each change; and how long it took, null where it fails. */
interface Reached {
  readonly ms: number | null;
  readonly hits: Hits;
}

/** What is noted once, before any change: by tests and groups, and what runs while modules are loaded. */
interface Noted {
  readonly reached: Readonly<Record<string, Reached>>;
  readonly loaded: Hits;
}

const folder = process.env['MUJUN_MUTANTS'] ?? '';
const places = placesOf(folder);
const plan = readPlan(folder);
const switches = ((globalThis as { __stryker__?: Switches }).__stryker__ ??= {});
const log = (line: LogLine) => appendFileSync(places.log, `${JSON.stringify(line)}\n`);
/** A change may come by so many times more often than the code it is in place of before it counts as endless. */
const OFTEN = 100;

for (const file of plan.tests) {
  describe(file, async () => {
    await import(inRoot(file));
  });
}

/** Runs something and notes what it came by. */
async function noting(name: string, run: () => Promise<void>): Promise<Reached> {
  log({ beat: name });
  switches.currentTestId = name;
  const begun = performance.now();
  const isGood = await passes(run);
  switches.currentTestId = undefined;
  const hits = switches.mutantCoverage?.perTest[name] ?? {};
  return { ms: isGood ? performance.now() - begun : null, hits };
}

async function passes(run: () => Promise<void>): Promise<boolean> {
  try {
    await run();
    return true;
  } catch {
    return false;
  }
}

const groupsOf = (tests: readonly RunnableTest[]) => [...new Set(tests.flatMap(({ groups }) => groups))];

const keyOf = ({ name }: RunnableTest, at: number) => `${at} ${name}`;
const keyOfGroup = ({ id }: RunnableTest['groups'][number]) => `group ${id}`;

/** Notes what every test and group comes by. The code without the counting of it is quicker: it is left for a run of its own. */
async function noteAll(tests: readonly RunnableTest[]): Promise<void> {
  const loaded = { ...switches.mutantCoverage?.static };
  const reached: Record<string, Reached> = {};
  for (const group of groupsOf(tests)) reached[keyOfGroup(group)] = await noting(keyOfGroup(group), () => setUp(group));
  for (const [at, test] of tests.entries())
    reached[keyOf(test, at)] = await noting(keyOf(test, at), () => runTest(test));
  writeFileSync(places.reached, JSON.stringify({ reached, loaded } satisfies Noted));
}

/** Switches a change on, and has run what its tests' groups do before them where they come by it. */
async function withChange(id: string, again: readonly RunnableTest['groups'][number][], run: () => Promise<boolean>) {
  switches.activeMutant = id;
  try {
    for (const group of again) if (!(await passes(() => setUp(group)))) return false;
    return await run();
  } finally {
    switches.activeMutant = undefined;
    for (const group of again) await setUp(group);
  }
}

/** Tries one change on the tests that come by it, the quickest first; gives how it ended, and the test that noticed. */
async function tried({ id }: Change, tests: readonly RunnableTest[], { reached, loaded }: Noted) {
  const hitsOf = (key: string) => reached[key]?.hits[id] ?? 0;
  const known = tests.map((test, at) => {
    const again = test.groups.filter((group) => hitsOf(keyOfGroup(group)) > 0);
    return { test, again, key: keyOf(test, at), ms: reached[keyOf(test, at)]?.ms ?? -1 };
  });
  const own = known.filter(({ key, again, ms }) => ms >= 0 && (hitsOf(key) > 0 || again.length > 0));
  if (own.length === 0) return { ending: (loaded[id] ?? 0) > 0 ? ('onlyOnce' as const) : ('unreached' as const) };
  let hits = 0;
  for (const { test, key, again } of own.toSorted((a, b) => a.ms - b.ms)) {
    const usual = hitsOf(key) + again.reduce((sum, group) => sum + hitsOf(keyOfGroup(group)), 0);
    Object.assign(switches, { hitCount: 0, hitLimit: 1_000 + OFTEN * usual });
    log({ beat: test.name });
    const isGood = await withChange(id, again, () => passes(() => runTest(test)));
    hits += switches.hitCount ?? 0;
    if ((switches.hitCount ?? 0) > (switches.hitLimit ?? 0)) return { ending: 'endless' as const, by: test.name };
    if (!isGood) return { ending: 'noticed' as const, by: test.name, test };
  }
  // What is kept from an earlier run is not made again: nothing can be said of it here.
  return { ending: hits === 0 ? ('onlyOnce' as const) : ('unnoticed' as const) };
}

it('every change', async ({ task }) => {
  const tests = testsOf(task.file.tasks.filter((own) => own !== task));
  if (!existsSync(places.reached)) {
    await noteAll(tests);
    return;
  }
  const noted = JSON.parse(readFileSync(places.reached, 'utf8')) as Noted;
  for (const group of groupsOf(tests)) await setUp(group);
  const lines = readLog(places.log);
  const ended = new Set(lines.flatMap((line) => ('id' in line ? [line.id] : [])));
  const spoilt = new Set(lines.flatMap((line) => ('spoilt' in line ? [line.spoilt] : [])));
  for (const change of plan.changes.filter(({ id }) => !ended.has(id))) {
    log({ at: change.id });
    const { ending, by, test } = await tried(change, tests, noted);
    // A change may have left something behind in what modules keep: what fails without it proves nothing of this one.
    const isSpoilt = test !== undefined && !(await passes(() => runTest(test)));
    if (isSpoilt && !spoilt.has(change.id)) log({ spoilt: change.id });
    else log({ id: change.id, ending: ending satisfies Ending, ...(by === undefined ? {} : { by }) });
    if (isSpoilt) throw new Error('modules keep what a change left behind: begun anew');
  }
}, 86_400_000);
