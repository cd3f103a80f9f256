import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../support/sample/seededRandom';
import { exponential } from '../../../../src/engine/simulate/exponential';
import { logarithm } from '../../../../src/engine/simulate/logarithm';
import { Generator, seedWords } from '../../../../src/engine/simulate/uncertain/generator';
import { ulpsBetween } from '../../../support/bits';
import { seedOf } from '../../../support/seeds';

const draw = seededRandom(seedOf(11));
const many = <T>(count: number, of: () => T) => Array.from({ length: count }, of);
const worst = (pairs: readonly (readonly [number, number])[]) =>
  pairs.reduce((most, [ours, theirs]) => Math.max(most, ulpsBetween(ours, theirs)), 0);

describe('functions of our own, whose bits no engine changes', () => {
  it('exp within 1 ulp of Math.exp', () => {
    const points = many(100_000, () => (draw() - 0.5) * 1400);
    expect(worst(points.map((x) => [exponential(x), Math.exp(x)]))).toBeLessThanOrEqual(1);
  });

  it('log within 1 ulp of Math.log, near 1 and at the ends too', () => {
    const points = [
      ...many(100_000, () => Math.exp((draw() - 0.5) * 1400)),
      ...many(50_000, () => 1 + (draw() - 0.5) * 1e-3),
      ...[Number.MIN_VALUE, 2e-308, 1, Math.SQRT2, 0.7071067811865475, Number.MAX_VALUE],
    ];
    expect(worst(points.map((x) => [logarithm(x), Math.log(x)]))).toBeLessThanOrEqual(1);
    expect([logarithm(0), logarithm(-1), logarithm(Infinity), logarithm(NaN)]).toEqual([-Infinity, NaN, Infinity, NaN]);
  });
});

describe('the generator', () => {
  it('is xoshiro128++: its published numbers from the state 1, 2, 3, 4', () => {
    const generator = new Generator(Int32Array.of(1, 2, 3, 4));
    expect(many(10, () => generator.word() >>> 0)).toEqual([
      641, 1573767, 3222811527, 3517856514, 836907274, 4247214768, 3867114732, 1355841295, 495546011, 621204420,
    ]);
  });

  it('starts every block and stream elsewhere, and never at the one state that stands still', () => {
    const states = [-1, 0, 1, 7].flatMap((seed) =>
      [0, 1, 2, 199].flatMap((block) => [1, 2, 3].map((stream) => seedWords(seed, block, stream).join())),
    );
    expect(new Set(states).size).toBe(states.length);
    expect(states).not.toContain('0,0,0,0');
  });

  it('is even over its bits and from block to block', () => {
    const firsts = Array.from({ length: 4096 }, (_, block) => Generator.of(3, block, 2).uniform());
    const mean = firsts.reduce((sum, value) => sum + value, 0) / firsts.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(4 * Math.sqrt(1 / 12 / firsts.length));
    const generator = Generator.of(3, 0, 2);
    const ones = new Float64Array(32);
    for (let index = 0; index < 10_000; index++) {
      const word = generator.word();
      for (let bit = 0; bit < 32; bit++) ones[bit] = (ones[bit] ?? 0) + ((word >>> bit) & 1);
    }
    for (const count of ones) expect(Math.abs(count - 5000)).toBeLessThan(5 * 50);
  });
});
