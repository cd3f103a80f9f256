import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowChunks, rowsAtOnce } from '../../../src/workbook/excel/rowChunks';

describe('chunks of rows', () => {
  it('hold every row once, in order, and at least one each', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.integer({ min: 1, max: 40 }), (rows, columns) => {
        const line = Array.from({ length: columns }, () => 1);
        const chunks = rowChunks(Array.from({ length: rows }, () => line));
        expect(chunks.reduce((next, chunk) => (chunk.start === next ? next + chunk.rows : NaN), 0)).toBe(rows);
        expect(chunks.every((chunk) => chunk.rows > 0 && chunk.rows <= rowsAtOnce(columns))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('are smaller where texts are long, so that a request stays under 5 MB', () => {
    const lines = Array.from({ length: 1_000 }, () => ['长'.repeat(5_000)]);
    const bytes = rowChunks(lines).map(
      ({ start, rows }) => new TextEncoder().encode(JSON.stringify(lines.slice(start, start + rows))).length,
    );
    expect(Math.max(...bytes)).toBeLessThan(5_000_000);
  });
});
