import { expect, it } from 'vitest';
import { runSteps } from '../../scripts/check/run-steps';
import type { Step } from '../../scripts/check/step';

interface Told {
  readonly passed: boolean;
  readonly lines: readonly string[];
}

async function told(steps: readonly Step[]): Promise<Told> {
  const lines: string[] = [];
  const passed = await runSteps(steps, 2, ({ name }, result) => {
    lines.push(`${name} ${result === undefined ? 'not run' : result.ok ? 'ok' : result.said}`);
  });
  return { passed, lines };
}

const step = (name: string, ok: boolean, after: readonly string[] = []): Step => ({
  name,
  after,
  run: () => Promise.resolve({ ok, said: 'wrong' }),
});

it('passes when every step passed', async () => {
  expect(await told([step('a', true), step('b', true, ['a'])])).toEqual({ passed: true, lines: ['a ok', 'b ok'] });
});

it('fails when one step failed, and still runs the others', async () => {
  const { passed, lines } = await told([step('a', false), step('b', true), step('c', true)]);
  expect(passed).toBe(false);
  expect(lines).toEqual(expect.arrayContaining(['a wrong', 'b ok', 'c ok']));
});

it('does not run a step whose forerunner failed, and counts that as a failure', async () => {
  expect(await told([step('a', false), step('b', true, ['a'])])).toEqual({
    passed: false,
    lines: ['a wrong', 'b not run'],
  });
});

it('waits for a forerunner that is still running', async () => {
  const slow: Step = { name: 'slow', run: () => new Promise((done) => setTimeout(done, 20, { ok: true, said: '' })) };
  const { lines } = await told([slow, step('quick', true), step('after', true, ['slow'])]);
  expect(lines).toEqual(['quick ok', 'slow ok', 'after ok']);
});

it('turns an exception into a failure that says why', async () => {
  const broken: Step = { name: 'broken', run: () => Promise.reject(new Error('no such tool')) };
  expect(await told([broken])).toEqual({ passed: false, lines: ['broken no such tool'] });
});

it('refuses steps that wait for one that does not exist', async () => {
  await expect(told([step('a', true, ['nowhere'])])).rejects.toThrow('wait for each other: a');
});
