import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { unmerged } from '../../../src/engine/ledger/mergedCells';

const headers = matchHeaders([['所在乡镇', '企业名称', '用地面积(亩)', '实缴税金(万元)', '评价等级', '备忘']]);

describe('unmerged', () => {
  const rows = [
    ['剡湖街道', '甲公司', 10, 150, 'A', '一期'],
    ['', '', 20, '', '', ''],
    ['', '', 12, '', '', ''],
    ['鹿山街道', '乙公司', 8, 30, 'B', 7],
    ['', '丙公司', 9, 40, 'C', ''],
  ];
  const spans = [
    { row: 0, column: 0, rows: 3 },
    { row: 0, column: 1, rows: 3 },
    { row: 0, column: 3, rows: 3 },
    { row: 0, column: 4, rows: 2 },
    { row: 0, column: 5, rows: 2 },
    { row: 3, column: 0, rows: 2 },
    { row: 3, column: 5, rows: 2 },
  ];

  it('writes out what merged cells say for each of their rows, and leaves amounts where they stand', () => {
    const { rows: out, amounts } = unmerged(rows, spans, headers);
    expect(out).toEqual([
      ['剡湖街道', '甲公司', 10, 150, 'A', '一期'],
      ['剡湖街道', '甲公司', 20, '', 'A', '一期'],
      ['剡湖街道', '甲公司', 12, '', '', ''],
      ['鹿山街道', '乙公司', 8, 30, 'B', 7],
      ['鹿山街道', '丙公司', 9, 40, 'C', ''],
    ]);
    // The tax by its field, the note's number because its column has no field.
    expect(amounts).toEqual([spans[2], spans[6]]);
    expect(rows[1]?.[0]).toBe('');
  });

  it('tells where each value stands', () => {
    const { standsAt } = unmerged(rows, spans, headers);
    expect([standsAt(2, 0), standsAt(2, 3), standsAt(1, 4), standsAt(2, 4), standsAt(4, 0)]).toEqual([0, 2, 0, 2, 3]);
  });

  it('gives back the same rows where nothing is merged down, or a merged cell is empty', () => {
    const flat = [{ row: 0, column: 0, rows: 1 }];
    expect(unmerged(rows, flat, headers).rows).toBe(rows);
    expect(
      unmerged(
        [
          ['', '甲'],
          ['', '乙'],
        ],
        [{ row: 0, column: 0, rows: 2 }],
        headers,
      ).rows,
    ).toEqual([
      ['', '甲'],
      ['', '乙'],
    ]);
  });

  it('reads any run of townships, merged or repeated, alike', () => {
    const runs = fc.array(fc.tuple(fc.constantFrom('剡湖街道', '鹿山街道', '黄泽镇'), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(runs, (made) => {
        const repeated = made.flatMap(([township, count]) =>
          Array.from({ length: count }, () => [township, '甲', 1, 2]),
        );
        const merged = made.flatMap(([township, count]) =>
          Array.from({ length: count }, (_, index) => [index === 0 ? township : '', '甲', 1, 2]),
        );
        let row = 0;
        const places = made.map(([, count]) => {
          row += count;
          return { row: row - count, column: 0, rows: count };
        });
        expect(unmerged(merged, places, headers).rows).toEqual(repeated);
      }),
    );
  });
});
