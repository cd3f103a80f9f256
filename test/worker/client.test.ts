import { afterEach, describe, expect, it } from 'vitest';
import type { Progress, SimulationInput } from '../../src/engine/simulate/index';
import { simulate } from '../../src/engine/simulate/simulate';
import { type ClientOptions, createSimulateClient, type SimulateClient } from '../../src/worker/client';
import { ODD, type OddWorker, startOddWorker } from './support/startOddWorker';

const clients: SimulateClient[] = [];
let workers: OddWorker[] = [];

/** A client on real threads; `deaf` hides their deaths, as a browser does when a worker is ended from outside. */
function clientOf(options: ClientOptions & { readonly deaf?: boolean } = {}): SimulateClient {
  const { deaf, ...clientOptions } = options;
  const start = () => {
    const worker = startOddWorker();
    workers.push(worker);
    return deaf ? { ...worker, onDeath: () => undefined } : worker;
  };
  const client = createSimulateClient({ start, ...clientOptions });
  clients.push(client);
  return client;
}

afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(workers.map(({ thread }) => thread.terminate()));
  workers = [];
});

function input(rows = 3, firstRow = 1): SimulationInput {
  const column = (valueOf: (row: number) => number) => Float64Array.from({ length: rows }, (_, row) => valueOf(row));
  return {
    parcels: {
      landArea: column((row) => 10 + (row % 7)),
      taxPaid: column((row) => 3 * (row % 50)),
      plotRatio: column(() => 0.8),
      inefficient: column((row) => row % 2),
      rowNumbers: column((row) => firstRow + row),
    },
    firstDay: '2024-01-01' as SimulationInput['firstDay'],
    levers: { plotRatio: { target: 1.6 }, disposal: { share: 0.5, byYear: 2027 } },
  };
}

/** What the engine answers without any worker. */
function direct(of: SimulationInput): unknown {
  const steps = simulate(of);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a run that is left alone', () => {
  it('gives what the engine gives, bit for bit', async () => {
    const outcome = await clientOf().simulate(input());
    expect(outcome).toStrictEqual(direct(input()));
  });

  it('leaves the columns with the caller, or takes them when they are given', async () => {
    const client = clientOf();
    const kept = input();
    expect((await client.simulate(kept)).kind).toBe('done');
    expect(kept.parcels.landArea.length).toBe(3);
    const given = input();
    expect(await client.simulate(given, { columns: 'give' })).toStrictEqual(direct(input()));
    expect(given.parcels.landArea.length).toBe(0);
  });

  it('says how far it is, and falls silent once settled', async () => {
    const seen: Progress[] = [];
    const outcome = await clientOf().simulate(input(400_000), { onProgress: (progress) => seen.push(progress) });
    expect(outcome.kind).toBe('done');
    const told = seen.length;
    expect(told).toBeGreaterThan(3);
    expect(seen.every(({ done }, index) => done >= (seen[index - 1]?.done ?? 0))).toBe(true);
    await pause(50);
    expect(seen.length).toBe(told);
  });

  it('passes on what the engine finds wrong with the input', async () => {
    const wrong = { ...input(), assumptions: { horizon: 0 } };
    expect(await clientOf().simulate(wrong)).toStrictEqual(direct(wrong));
  });

  it('runs two at a time in one worker', async () => {
    const client = clientOf();
    const both = await Promise.all([client.simulate(input(50_000)), client.simulate(input())]);
    expect(both).toStrictEqual([direct(input(50_000)), direct(input())]);
    expect(workers.length).toBe(1);
  });
});

describe('a run that is cancelled', () => {
  it('stops between two steps, and its worker goes on to the next run', async () => {
    const client = clientOf({ cancelWithin: 5000 });
    const stop = new AbortController();
    const outcome = await client.simulate(input(3, ODD.endless), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(outcome).toEqual({ kind: 'cancelled' });
    expect((await client.simulate(input())).kind).toBe('done');
    expect(workers.length).toBe(1);
  });

  it('is cancelled even if the worker does not listen; the next run gets a new one', async () => {
    const client = clientOf();
    const stop = new AbortController();
    const running = client.simulate(input(3, ODD.stuck), { signal: stop.signal });
    await pause(300);
    stop.abort();
    expect(await running).toEqual({ kind: 'cancelled' });
    expect((await client.simulate(input())).kind).toBe('done');
    expect(workers.length).toBe(2);
  });

  it('does not start when the wish came first', async () => {
    expect(await clientOf().simulate(input(), { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
    expect(workers.length).toBe(0);
  });

  it('a wish that comes after the end changes nothing', async () => {
    const client = clientOf({ cancelWithin: 10 });
    const stop = new AbortController();
    expect((await client.simulate(input(), { signal: stop.signal })).kind).toBe('done');
    stop.abort();
    await pause(50);
    expect((await client.simulate(input())).kind).toBe('done');
    expect(workers.length).toBe(1);
  });
});

describe('a worker that dies', () => {
  const died = { kind: 'failed', code: 'workerDied' };

  it.each(['exits', 'throws'] as const)('%s in the middle of a run', async (oddity) => {
    const client = clientOf();
    expect(await client.simulate(input(3, ODD[oddity]))).toEqual(died);
    expect((await client.simulate(input())).kind).toBe('done');
  });

  it('is ended from outside without a word', async () => {
    const client = clientOf({ deaf: true, pingEvery: 20, answerWithin: 50, startWithin: 10_000 });
    const running = client.simulate(input(3, ODD.endless), { onProgress: () => void workers[0]?.thread.terminate() });
    expect(await running).toEqual(died);
    expect((await client.simulate(input())).kind).toBe('done');
  });

  it('never answers again', async () => {
    const client = clientOf({ pingEvery: 20, answerWithin: 50, startWithin: 10_000 });
    expect((await client.simulate(input())).kind).toBe('done');
    expect(await client.simulate(input(3, ODD.stuck))).toEqual(died);
  });

  it('never starts to answer', async () => {
    const client = clientOf({ startWithin: 1 });
    expect(await client.simulate(input())).toEqual(died);
  });

  it('is closed by its client', async () => {
    const client = clientOf();
    const running = client.simulate(input(3, ODD.endless), { onProgress: () => client.close() });
    expect(await running).toEqual(died);
  });

  it('cannot be started at all', async () => {
    const start = () => {
      throw new Error('blocked by the page');
    };
    const outcome = await createSimulateClient({ start }).simulate(input());
    expect(outcome).toEqual({ kind: 'failed', code: 'workerUnavailable', detail: 'blocked by the page' });
  });
});

describe('a bug', () => {
  it('in the computation is a failure with its own words, and the worker lives on', async () => {
    const client = clientOf();
    const outcome = await client.simulate(input(3, ODD.buggy));
    expect(outcome).toEqual({ kind: 'failed', code: 'internal', detail: 'a bug of ours' });
    expect((await client.simulate(input())).kind).toBe('done');
    expect(workers.length).toBe(1);
  });

  it('of a caller who gives columns away twice is a failure too', async () => {
    const client = clientOf();
    const given = input();
    await client.simulate(given, { columns: 'give' });
    const outcome = await client.simulate(given, { columns: 'give' });
    expect(outcome.kind).toBe('failed');
  });
});
