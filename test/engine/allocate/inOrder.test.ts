import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOrder } from '../../../src/engine/allocate/inOrder';

describe('places in the order of their numbers', () => {
  it('are those of a stable sort', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 })), (numbers) => {
        const sorted = [...numbers.keys()].sort((a, b) => (numbers[a] ?? 0) - (numbers[b] ?? 0) || a - b);
        expect([...inOrder(Float64Array.from(numbers), numbers.length)]).toEqual(sorted);
      }),
    );
  });

  it('are of the first numbers only', () => {
    expect([...inOrder(Float64Array.of(3, 1, 2, 0), 3)]).toEqual([1, 2, 0]);
  });
});
