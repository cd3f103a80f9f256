import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import { runUncertain, type UncertainInput } from '../../src/engine/simulate/index';
import { seededRandom } from '../../test/support/sample/seededRandom';
import { bestOf } from './time';

const PARCELS = 10_000;
const DRAWS = 10_000;
const YEARS = 5;

/** Ten thousand parcels that may all build, beginning in any of five years. */
export function benchInput(): UncertainInput {
  const draw = seededRandom(3);
  const column = (of: () => number) => Float64Array.from({ length: PARCELS }, of);
  return {
    parcels: {
      landArea: column(() => 2 + 80 * draw() ** 2),
      taxPaid: column(() => 600 * draw() ** 2),
      plotRatio: column(() => 0.3 + draw()),
      plannedPlotRatio: column(() => 2.5),
    },
    levers: { plotRatio: { target: 2 } },
    firstDay: '2024-01-01' as UncertainInput['firstDay'],
    assumptions: { horizon: YEARS - 1, uptakePace: 0.4, constructionLag: 0 },
    seed: 1,
    draws: DRAWS,
  };
}

/** The naive form: every parcel, every year, one call of Math.random against the year's chance, five running sums. */
function naive(draws: number, chances: Float64Array, gains: Float64Array): Float64Array {
  const sums = new Float64Array(draws * YEARS);
  for (let draw = 0; draw < draws; draw++)
    for (let parcel = 0; parcel < PARCELS; parcel++) {
      let began = false;
      let before = 0;
      for (let year = 0; year < YEARS; year++) {
        const by = Math.min(1, (chances[parcel] ?? 0) * (1 - 0.6 ** (year + 1)));
        if (!began && Math.random() < (by - before) / (1 - before)) began = true;
        before = by;
        if (began) sums[draw * YEARS + year] = (sums[draw * YEARS + year] ?? 0) + (gains[parcel] ?? 0);
      }
    }
  return sums;
}

/** Drives a computation to its end; `seen` is called after every step. */
function finish<R>(steps: Generator<unknown, R>, seen: () => void): R {
  let step = steps.next();
  for (; !step.done; step = steps.next()) seen();
  return step.value;
}

/** Lets Node collect what nobody holds any more, so that what stands before a run is no garbage. */
function collect(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Memory in use, garbage not yet collected included. */
function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Draws blocks on real threads: the time from the first to the last answer, the threads being up. */
async function onThreads(count: number): Promise<number> {
  const code = buildSync({
    stdin: {
      contents: `
        import { parentPort, workerData } from 'node:worker_threads';
        import { drawBlock, prepareDraws } from './src/engine/simulate/index';
        import { benchInput } from './scripts/bench/monteCarlo';
        const run = (steps) => { let step = steps.next(); while (!step.done) step = steps.next(); return step.value; };
        const drawable = run(prepareDraws(benchInput()));
        run(drawBlock(drawable, 0));
        parentPort.on('message', (blocks) => {
          for (const block of blocks) run(drawBlock(drawable, block));
          parentPort.postMessage('done');
        });
        parentPort.postMessage('up');`,
      resolveDir: process.cwd(),
      loader: 'ts',
    },
    ...{ bundle: true, write: false, platform: 'node', format: 'cjs', external: ['esbuild'] },
    loader: { '.yaml': 'text' },
  }).outputFiles[0]?.text;
  const threads = Array.from({ length: count }, () => new Worker(code ?? '', { eval: true }));
  const next = () => Promise.all(threads.map((thread) => new Promise((resolve) => thread.once('message', resolve))));
  await next();
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const start = performance.now();
    const answered = next();
    threads.forEach((thread, index) =>
      thread.postMessage(
        Array.from({ length: DRAWS / 500 }, (_, block) => block).filter((block) => block % count === index),
      ),
    );
    await answered;
    best = Math.min(best, performance.now() - start);
  }
  await Promise.all(threads.map((thread) => thread.terminate()));
  return best;
}

/** 10,000 parcels x 5 years x 10,000 draws: against the naive form, on two threads, and in memory. */
export async function benchMonteCarlo(): Promise<string> {
  const draw = seededRandom(3);
  const chances = Float64Array.from({ length: PARCELS }, () => 0.05 + 0.55 * draw());
  const gains = Float64Array.from({ length: PARCELS }, () => 50 * draw());
  const few = DRAWS / 50;
  naive(20, chances, gains);
  const peer = bestOf(3, () => naive(few, chances, gains)) * (DRAWS / few);
  const input = benchInput();
  collect();
  const before = inUse();
  let peak = 0;
  const start = performance.now();
  const outcome = finish(runUncertain(input), () => (peak = Math.max(peak, inUse())));
  const whole = performance.now() - start;
  if (outcome.kind !== 'drawn') throw new Error(outcome.code);
  const used = (Math.max(peak, inUse()) - before) / 1e6;
  const [one, two] = [await onThreads(1), await onThreads(2)];
  return [
    `Monte Carlo ${PARCELS.toLocaleString('en-US')} parcels x ${YEARS} years x ${DRAWS.toLocaleString('en-US')} draws:`,
    `ours on one thread ${one.toFixed(0)} ms (with plan and summary ${whole.toFixed(0)} ms), naive ${peer.toFixed(0)} ms; ${(peer / one).toFixed(1)}x`,
    `two threads ${two.toFixed(0)} ms; ${(one / two).toFixed(2)}x more; at its peak ${used.toFixed(0)} MB beyond the ledger`,
  ].join(' ');
}
