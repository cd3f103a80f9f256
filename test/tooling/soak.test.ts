import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inRoot } from '../../scripts/root';
import { randomTests } from '../../scripts/soak/randomTests';
import { seedOf } from '../support/seeds';

it('a soak runs what draws by fast-check, by a seed of its own, or through what it imports, and nothing else', () => {
  const files = randomTests();
  const drawing = ['engine/share/shareLaws', 'engine/share/mergeHistories', 'engine/ledger/creditCode'];
  expect(files).toEqual(expect.arrayContaining(drawing.map((name) => `test/${name}.test.ts`)));
  expect(files).not.toContain('test/tooling/manifest.test.ts');
});

it('no test seeds a generator with a number of its own that a soak could not turn', () => {
  const tests = readdirSync(inRoot('test'), { recursive: true, encoding: 'utf8' });
  const fixed = tests
    .filter((file) => file.endsWith('.test.ts'))
    .filter((file) => /seededRandom\(\d|fc\.\w+\([^;]*seed: \d/.test(readFileSync(inRoot('test', file), 'utf8')));
  expect(fixed).toEqual([]);
});

it('a seed is its own in npm test', () => {
  if (process.env['MUJUN_SEED'] === undefined) expect([seedOf(0), seedOf(7)]).toEqual([0, 7]);
  else expect(seedOf(7)).not.toBe(seedOf(8));
});
