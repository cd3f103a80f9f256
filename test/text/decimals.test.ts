import fc from 'fast-check';
import { expect, it } from 'vitest';
import { twoDecimals, upToTwoDecimals } from '../../src/text/decimals';

const TWO = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const UP_TO_TWO = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

const figures = fc.oneof(
  fc.double(),
  fc.double({ min: 0, max: 1_000_001 }),
  fc.integer({ min: 0, max: 100_000_000 }).map((value) => value / 100),
  fc.integer({ min: 0, max: 1_000_000_000 }).map((value) => value / 1000),
  fc.integer({ min: 0, max: 2_000_000 }),
);

it('figures are written as the formatter of numbers writes them', () => {
  fc.assert(
    fc.property(figures, (value) => {
      expect(twoDecimals(value)).toBe(TWO.format(value));
      expect(upToTwoDecimals(value)).toBe(UP_TO_TWO.format(value));
    }),
    { examples: [[1.005], [1.115], [0.125], [999_998.999], [0.004], [100], [-0], [1e-6], [NaN]], numRuns: 5000 },
  );
});
