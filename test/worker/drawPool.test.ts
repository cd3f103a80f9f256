import { afterEach, describe, expect, it } from 'vitest';
import type { Progress } from '../../src/engine/simulate/index';
import { PATIENCE } from '../../src/worker/client';
import { createDrawPool, type DrawPool, workersFor } from '../../src/worker/drawPool';
import type { DrawRunOutcome } from '../../src/worker/drawProtocol';
import { runUncertain } from '../../src/engine/simulate/uncertain/runUncertain';
import type { UncertainInput } from '../../src/engine/simulate/uncertain/uncertainInput';
import { createGate } from '../../src/worker/gate';
import { finished, uncertain } from '../engine/simulate/uncertain/draws';
import { type OddWorker, startOddWorker } from './support/startOddWorker';

let pools: DrawPool[] = [];
let workers: OddWorker[] = [];
/** Blocks asked of each worker. */
let asked: number[] = [];

function poolOf(count: number, aloneAfter = Infinity): DrawPool {
  const start = () => {
    const worker = startOddWorker();
    const index = workers.push(worker) - 1;
    const { endpoint } = worker;
    const postMessage: typeof endpoint.postMessage = (sent: { path?: readonly string[] }, transferred) => {
      if (sent.path?.includes('drawBlock') === true) asked[index] = (asked[index] ?? 0) + 1;
      endpoint.postMessage(sent, transferred);
    };
    return { ...worker, endpoint: { ...endpoint, postMessage } };
  };
  const pool = createDrawPool({ start, workers: count, patience: PATIENCE, aloneAfter });
  pools.push(pool);
  return pool;
}

afterEach(async () => {
  for (const pool of pools) pool.close();
  await Promise.all(workers.map(({ thread }) => thread.terminate()));
  [pools, workers, asked] = [[], [], []];
});

const input = uncertain(150, { draws: 2000 });
const LONG = { disposal: { share: 0.5, byYear: 2027 } };

function resultOf(outcome: DrawRunOutcome) {
  if (outcome.kind !== 'drawn') throw new Error(JSON.stringify(outcome));
  return outcome;
}

const direct = (of: UncertainInput) => {
  const outcome = finished(runUncertain(of));
  if (outcome.kind !== 'drawn') throw new Error(outcome.code);
  return outcome.result;
};

describe('draws on several workers', () => {
  it('give the same bits on 1, 2 and 4 workers as on this thread', async () => {
    const expected = direct(input);
    for (const count of [1, 2, 4]) {
      const { result, extent } = resultOf(await poolOf(count).draw(input));
      expect(extent).toBe('all');
      expect(result).toStrictEqual(expected);
    }
  });

  it('are left to one worker when the run is long, with the same bits', async () => {
    const many = { ...input, draws: 6_000 };
    const pool = poolOf(4, 0);
    expect(resultOf(await pool.draw(many)).result).toStrictEqual(direct(many));
    expect(asked.filter((blocks) => blocks > 0)).toEqual([12]);
  }, 60_000);

  it('stop at the same draw by the stop rule, whoever was first', async () => {
    const stop = { metric: 'taxPerMu', year: 2034, percentile: 0.05, within: 0.05 } as const;
    const stopping = { ...input, draws: 10_000, stop };
    const expected = direct(stopping);
    expect(expected.draws).toBeLessThan(10_000);
    for (const count of [1, 3]) {
      const { result, extent } = resultOf(await poolOf(count).draw(stopping));
      expect(extent).toBe('enough');
      expect(result).toStrictEqual(expected);
    }
  });

  it('say how far they are, and never go back', async () => {
    const seen: number[] = [];
    const phases: string[] = [];
    const onProgress = ({ done, phase }: Progress) => {
      if (phases.at(-1) !== phase) phases.push(phase);
      if (phase === 'drawing') seen.push(done);
    };
    await poolOf(2).draw({ ...input, parcels: uncertain(3000).parcels, levers: LONG }, { onProgress });
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.every((done, index) => done >= (seen[index - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(2000);
    expect(phases.indexOf('drawing')).toBe(phases.lastIndexOf('drawing'));
  });

  it('pass on what is wrong with the input', async () => {
    const outcome = await poolOf(2).draw({ ...input, seed: NaN });
    expect(outcome).toEqual({ kind: 'failed', code: 'badInput', problems: [{ code: 'draws' }] });
  });
});

describe('draws that wait', () => {
  it('tell of nothing meanwhile, and come to the same bits', async () => {
    const gate = createGate();
    const done: number[] = [];
    let waited: (() => void) | undefined;
    const quiet = new Promise<void>((resolve) => (waited = resolve));
    const onProgress = (progress: Progress) => {
      if (progress.phase === 'drawing') done.push(progress.done);
      if (done.length === 2) gate.set(true);
      // What was on its way when the gate shut arrives; then a while of nothing.
      if (gate.isShut()) setTimeout(() => waited?.(), 300);
    };
    const run = poolOf(2).draw({ ...input, parcels: uncertain(3000).parcels, levers: LONG }, { gate, onProgress });
    await quiet;
    const count = done.length;
    expect(done.at(-1)).toBeLessThan(2000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(done.length).toBe(count);
    gate.set(false);
    const { result, extent } = resultOf(await run);
    expect(extent).toBe('all');
    expect(result).toStrictEqual(direct({ ...input, parcels: uncertain(3000).parcels, levers: LONG }));
  });

  it('are stopped like others', async () => {
    const gate = createGate();
    gate.set(true);
    const stop = new AbortController();
    const run = poolOf(1).draw(input, { gate, signal: stop.signal });
    stop.abort();
    expect((await run).kind).toBe('stopped');
  });
});

describe('draws that are stopped', () => {
  it('keep what has been drawn, labelled as a part, and it is the beginning of the whole', async () => {
    const stop = new AbortController();
    const long = { ...input, draws: 100_000 };
    const onProgress = ({ done, phase }: Progress) => (phase === 'drawing' && done >= 1500 ? stop.abort() : undefined);
    const outcome = await poolOf(2).draw(long, { signal: stop.signal, onProgress });
    if (outcome.kind !== 'stopped') throw new Error(outcome.kind);
    const partial = await outcome.partial;
    expect(partial?.extent).toBe('partial');
    const draws = partial?.result.draws ?? 0;
    expect(draws).toBeGreaterThanOrEqual(500);
    expect(draws).toBeLessThan(100_000);
    expect(partial?.result).toStrictEqual(direct({ ...input, draws }));
  });

  it('before they began have nothing', async () => {
    const outcome = await poolOf(1).draw(input, { signal: AbortSignal.abort() });
    expect(outcome.kind === 'stopped' && (await outcome.partial)).toBeUndefined();
    expect(workers.length).toBe(0);
  });
});

describe('workers that die', () => {
  it('one of two: the other draws its blocks, and the result is the same', async () => {
    const pool = poolOf(2);
    let killed = false;
    const onProgress = () => {
      if (!killed) void workers[1]?.thread.terminate();
      killed = true;
    };
    expect(resultOf(await pool.draw(input, { onProgress })).result).toStrictEqual(direct(input));
    expect(resultOf(await pool.draw(input)).result).toStrictEqual(direct(input));
  });

  it('all of them: the run fails, and the next one starts anew', async () => {
    const pool = poolOf(1);
    const onProgress = () => void workers[0]?.thread.terminate();
    expect(await pool.draw({ ...input, draws: 50_000 }, { onProgress })).toEqual({
      kind: 'failed',
      code: 'workerDied',
    });
    expect(resultOf(await pool.draw(input)).result.draws).toBe(2000);
  });

  it('that cannot be started are told', async () => {
    const start = () => {
      throw new Error('blocked by the page');
    };
    const pool = createDrawPool({ start, workers: 2, patience: PATIENCE });
    const failure = { kind: 'failed', code: 'workerUnavailable', detail: 'blocked by the page' };
    expect(await pool.draw(input)).toEqual(failure);
    expect(await pool.preview({ input, asked: [] })).toEqual(failure);
  });
});

describe('questions to one worker', () => {
  it('a preview answers by the first draws; a goal is sought', async () => {
    const pool = poolOf(1);
    const asked = [{ metric: 'disposedArea', year: 3, atLeast: 100 }] as const;
    const preview = await pool.preview({ input, asked });
    if (preview.kind !== 'preview') throw new Error(preview.kind);
    expect(preview.answers[0]?.p50).toBeGreaterThan(0);
    expect(preview.answers[0]?.chance).toBeGreaterThan(0.5);
    // The worker holds the parcels: the same question gives the same answer, another lever or ledger another.
    expect(await pool.preview({ input, asked })).toEqual(preview);
    const more = { ...input, levers: LONG };
    expect(await pool.preview({ input: more, asked })).not.toEqual(preview);
    const other = await pool.preview({ input: uncertain(90, { draws: 2000, levers: LONG }), asked });
    expect(other).toEqual(await poolOf(1).preview({ input: uncertain(90, { draws: 2000, levers: LONG }), asked }));
    const goal = { kind: 'middle', metric: 'disposedArea', year: 2034, value: 100 } as const;
    expect(await pool.seek(input, { knob: 'disposalShare', goal })).toMatchObject({ kind: 'reached' });
  });

  it('as many workers as cores but one, four at most', () => {
    expect([1, 2, 3, 8, 64].map(workersFor)).toEqual([1, 1, 2, 4, 4]);
  });
});
