import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SheetPage } from '../../src/taskpane/plans/simulation/sheetPage';

/** Points of rows that a page of A4, lying, takes at full size; wider sheets are made smaller, so that more go in. */
const LEAST_ROOM = 595 - (4 * 72) / 2.54;
/** The height of a row of which nothing is said. */
const USUAL = 15;

const section = fc.record({
  rows: fc.integer({ min: 1, max: 40 }),
  chart: fc.boolean(),
  words: fc.boolean(),
  columns: fc.integer({ min: 2, max: 14 }),
});

function pageOf(sections: readonly (typeof section extends fc.Arbitrary<infer Own> ? Own : never)[]): SheetPage {
  const page = new SheetPage();
  page.paragraph('一句话。'.repeat(40));
  for (const [index, { rows, chart, words, columns }] of sections.entries()) {
    page.section(`第${String(index + 1)}部分`);
    const heads = Array.from({ length: columns }, (_, column) => `列${String(column)}`);
    if (words)
      page.words(
        ['项目', '内容'],
        Array.from({ length: rows }, () => ['甲', '内容很长'.repeat(30)]),
        [0, 1],
      );
    else {
      const table = page.table(
        heads,
        Array.from({ length: rows }, () => heads.map(() => 1)),
      );
      if (chart) page.chart(table, { kind: 'line', title: '图', series: [{ name: '列1', column: 1 }] });
    }
  }
  return page;
}

describe('the pages of a sheet of tables and charts', () => {
  it('have every chart whole, and every table that a page has room for', () => {
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 8 }), (sections) => {
        const page = pageOf(sections);
        const { area, breaks = [] } = page.print();
        const heights = new Map<number, number>();
        for (const { row, values, format } of page.blocks) {
          if (format?.rowHeight === undefined) continue;
          for (let below = 0; below < values.length; below++) heights.set(row + below, format.rowHeight);
        }
        const height = (from: number, to: number) => {
          let sum = 0;
          for (let row = from; row < to; row++) sum += heights.get(row) ?? USUAL;
          return sum;
        };
        /** The row that begins a page's worth of rows, walked as a printer walks. */
        const starts = (room: number) => {
          const found = [0];
          for (let row = 1; row < (area?.rows ?? 0); row++)
            if (breaks.includes(row) || height(found.at(-1) ?? 0, row + 1) > room) found.push(row);
          return found;
        };
        // The widest is printed smallest: its page takes the most rows, and none of ours may need more than the least.
        const width = 170 + 66 * ((area?.columns ?? 12) - 1);
        const [across, down] = width > 921 ? [1191, 842] : [842, 595];
        const room = (down - (4 * 72) / 2.54) / Math.min(1, (across - (3 * 72) / 2.54) / width);
        expect(room).toBeGreaterThanOrEqual(LEAST_ROOM);
        const pages = starts(room);
        for (const { place } of page.charts)
          expect(pages.filter((row) => row > place.row && row < place.row + place.rows)).toEqual([]);
        for (const row of pages.slice(1)) {
          if (breaks.includes(row)) continue;
          // A page ends unasked only inside of what no page has room for.
          const from = Math.max(0, ...breaks.filter((own) => own < row));
          const to = breaks.find((own) => own > row) ?? area?.rows ?? 0;
          expect(height(from, to)).toBeGreaterThan(room);
        }
      }),
    );
  });
});
