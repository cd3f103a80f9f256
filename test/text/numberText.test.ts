import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberText } from '../../src/text/why';

const formatted = (value: number, maximumFractionDigits: number) =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits }).format(value);

const figures = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ min: 0, max: 1001, noNaN: true }),
  fc.integer({ min: 0, max: 200_000 }).map((value) => value / 100),
  fc.integer({ min: 0, max: 2_000_000 }).map((value) => value / 1000),
);

it('a figure is written as the formatter of numbers writes it, whether or not it is asked', () => {
  fc.assert(
    fc.property(figures, (value) => {
      expect([formatted(value, 2), formatted(value, 9)]).toContain(numberText(value));
      if (Math.round(value * 100) / 100 === value) expect(numberText(value)).toBe(formatted(value, 2));
    }),
    { examples: [[1.005], [1.1], [0.01], [999.99], [1000], [-0], [0], [1e-6]], numRuns: 1000 },
  );
});
