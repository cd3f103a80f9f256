import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compound, presentValue } from '../../../src/engine/simulate/compound';
import { exponential } from '../../../src/engine/simulate/exponential';
import { orderBy } from '../../../src/engine/simulate/orderBy';

const bits = new DataView(new ArrayBuffer(8));

/** The position of a positive double among all doubles: neighbours differ by one. */
function placeOf(value: number): bigint {
  bits.setFloat64(0, value);
  return bits.getBigInt64(0);
}

/** value ** years exactly, as a fraction over a power of two. */
function exactPower(value: number, years: number): { top: bigint; shift: bigint } {
  let shift = 0n;
  let top = value;
  for (; !Number.isInteger(top); shift++) top *= 2;
  return { top: BigInt(top) ** BigInt(years), shift: shift * BigInt(years) };
}

/** Whether `value` is a nearest double to the fraction: its distance is no more than a neighbour's. */
function isNearest(value: number, exact: { top: bigint; shift: bigint }): boolean {
  const distance = (candidate: number) => {
    const own = exactPower(candidate, 1);
    const scale = exact.shift > own.shift ? exact.shift : own.shift;
    const difference = (own.top << (scale - own.shift)) - (exact.top << (scale - exact.shift));
    return { size: difference < 0n ? -difference : difference, scale };
  };
  const neighbour = (step: bigint) => {
    bits.setBigInt64(0, placeOf(value) + step);
    return bits.getFloat64(0);
  };
  const own = distance(value);
  return [1n, -1n].every((step) => {
    const other = distance(neighbour(step));
    const scale = own.scale > other.scale ? own.scale : other.scale;
    return own.size << (scale - own.scale) <= other.size << (scale - other.scale);
  });
}

describe('exponential', () => {
  it('is within one unit in the last place of Math.exp', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 709, noNaN: true }), (x) => {
        const difference = placeOf(exponential(x)) - placeOf(Math.exp(x));
        expect(difference >= -1n && difference <= 1n).toBe(true);
      }),
      { numRuns: 20_000 },
    );
  });

  it('keeps the ends', () => {
    expect([0, -0, -Infinity, Infinity, NaN, 1000, -1000].map(exponential)).toEqual([
      1,
      1,
      0,
      Infinity,
      NaN,
      Infinity,
      0,
    ]);
    expect(exponential(709.7)).toBeLessThan(Infinity);
    expect(exponential(-740)).toBeGreaterThan(0);
  });
});

describe('compound', () => {
  it('is the nearest double to the exact power', () => {
    const years = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), years, (thousandths, count) => {
        const rate = thousandths / 1000;
        expect(isNearest(compound(rate, count), exactPower(1 + rate, count))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('adds up undiscounted amounts at a rate of 0', () => {
    expect(presentValue([-4, 1, 2, 3], 0)).toBe(2);
  });
});

describe('orderBy', () => {
  it('orders as a stable sort does, in steps', () => {
    const keys = fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 });
    fc.assert(
      fc.property(keys, (list) => {
        const rows = Uint32Array.from(list, (_, row) => row);
        const ordering = orderBy(rows, Float64Array.from(list));
        let step = ordering.next();
        while (!step.done) step = ordering.next();
        const expected = list.map((key, row) => ({ key, row })).sort((a, b) => a.key - b.key || a.row - b.row);
        expect([...step.value]).toEqual(expected.map(({ row }) => row));
      }),
    );
  });

  it('yields rising progress on many rows', () => {
    const count = 50_000;
    const keys = Float64Array.from({ length: count }, (_, row) => (row * 7919) % count);
    const steps = [...orderBy(Uint32Array.from(keys.keys()), keys)];
    expect(steps.length).toBeGreaterThan(100);
    expect(steps.every((step, index) => step >= (steps[index - 1] ?? 0) && step <= 1)).toBe(true);
  });
});
