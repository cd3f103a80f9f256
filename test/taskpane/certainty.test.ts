import { describe, expect, it } from 'vitest';
import { runUncertain } from '../../src/engine/simulate/uncertain/runUncertain';
import { certaintyOf, histogramOf, niceStep } from '../../src/taskpane/components/simulation/certainty';
import { finished, uncertain } from '../engine/simulate/uncertain/draws';

const outcome = finished(runUncertain(uncertain(300)));
if (outcome.kind !== 'drawn') throw new Error(outcome.kind);
const { result } = outcome;

describe('the distribution of a figure of one year', () => {
  it.each([
    ['taxPerMu', 10],
    ['disposedArea', 2],
    ['disposedArea', 0],
    ['cumulativeValue', 10],
    ['landArea', 5],
    ['tax', 0],
  ] as const)(
    '%s in year %i: equal steps, every draw in one, and what lies above an edge is the chance of it',
    (metric, year) => {
      const { edges, shares } = histogramOf(result, metric, year);
      expect(edges.length).toBe(shares.length + 1);
      expect(shares.length).toBeLessThanOrEqual(27);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      const width = (edges[1] ?? NaN) - (edges[0] ?? NaN);
      edges.forEach((edge, at) => expect(edge).toBeCloseTo((edges[0] ?? NaN) + at * width, 6));
      for (let at = 0; at < shares.length; at++) {
        const above = shares.slice(at).reduce((sum, share) => sum + share, 0);
        expect(above).toBeCloseTo(certaintyOf(result, metric, year, edges[at] ?? NaN), 12);
      }
    },
  );

  it('a step is 1, 2 or 5 times a power of ten', () => {
    for (const [least, greatest] of [
      [0, 1],
      [3.2, 3.9],
      [-40_000, 12_000],
      [0.001, 0.0013],
    ] as const) {
      const step = niceStep(least, greatest, 25);
      expect([1, 2, 5]).toContain(Math.round(step / 10 ** Math.floor(Math.log10(step) + 1e-9)));
      expect((greatest - least) / step).toBeLessThanOrEqual(25 + 1e-9);
      expect((greatest - least) / step).toBeGreaterThan(25 / 2.6);
    }
  });
});
