import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowChunks, rowsAtOnce } from '../../../src/workbook/excel/rowChunks';

describe('chunks of rows', () => {
  it('hold every row once, in order, and at least one each', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 40 }), (rows, columns) => {
        const line = Array.from({ length: columns }, () => 1);
        const chunks = rowChunks(Array.from({ length: rows }, () => line));
        expect(chunks.reduce((next, chunk) => (chunk.start === next ? next + chunk.rows : NaN), 0)).toBe(rows);
        expect(chunks.every((chunk) => chunk.rows > 0 && chunk.rows * columns <= 150_000)).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('of reading stay small, one row at least', () => {
    expect([1, 30, 16_384, 100_000].map(rowsAtOnce)).toEqual([10_000, 2_000, 3, 1]);
  });

  it.each(['长', '"', '\\', '\u0001', 'a', '\ud83d\ude00'])(
    'are smaller where texts are long, so that a request stays under 5 MB (%j)',
    (character) => {
      const lines = Array.from({ length: 1_000 }, () => [character.repeat(5_000)]);
      const bytes = rowChunks(lines).map(({ start, rows }) =>
        Buffer.byteLength(JSON.stringify(JSON.stringify(lines.slice(start, start + rows)))),
      );
      expect(Math.max(...bytes)).toBeLessThan(5_000_000);
    },
  );
});
