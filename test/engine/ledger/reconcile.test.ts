import { describe, expect, it } from 'vitest';
import { locateTables, readLedger, reconcile, type Cell, type Discrepancy } from '../../../src/engine/ledger/index';
import { fixtureSheet, SHENGYUE, TAIPU, XUYUE } from '../../support/fixtureSheet';

/** What is found in a sheet, rows counted as the sheet does; `starts` are the first rows of tables that are read together. */
function found(cells: readonly (readonly Cell[])[], starts?: readonly number[]): Discrepancy[] {
  const [table] = locateTables(cells);
  if (!table) throw new Error('no table');
  const rows = cells
    .slice(table.firstRow, table.firstRow + table.rows)
    .map((row) => row.slice(table.firstColumn, table.firstColumn + table.columns));
  const ledger = readLedger(table.headers, rows, { fields: ['taxPaid', 'landArea'], zeroIsBlank: false });
  return reconcile(ledger, rows, starts).map((one) => ({ ...one, row: one.row + table.firstRow + 1 }));
}

const brief = (list: readonly Discrepancy[]) => list.map(({ code, row, text }) => `${code} ${String(row)} ${text}`);
const HEADERS = ['序号', '企业名称', '统一社会信用代码', '用地面积(亩)', '实缴税收(万元)', '亩均税收'];

function ledger(...rows: (readonly Cell[])[]): (readonly Cell[])[] {
  return [HEADERS, ...rows];
}

const A = [1, '甲公司', '91330683MA2TEST01A', 10, 40, 4] as const;
const B = [2, '乙公司', '91330683MA2TEST02B', 20, 160, 8] as const;
const C = [3, '丙公司', '91330683MA2TEST03C', 5, 100, 20] as const;
const D = [4, '丁公司', '91330683MA2TEST04D', 15.5, 31, 2] as const;

describe('totals against their rows', () => {
  it('says nothing of a ledger that adds up', () => {
    const cells = ledger(
      A,
      B,
      ['', '小计', '', 30, 200, 6.67],
      C,
      D,
      ['', '小计', '', 20.5, 131, 6.39],
      [...['', '合计', '', 50.5, 331, 6.55]],
    );
    expect(found(cells)).toEqual([]);
  });

  it('holds a line that names a group against the rows that follow it', () => {
    const cells = ledger(['一、东镇', '', '', 30, 200, ''], A, B, ['二、西镇', '', '', 22, 131, ''], C, D);
    expect(brief(found(cells))).toEqual(['totalDiffers 5 22']);
  });

  it('finds a subtotal and a grand total that are wrong, with what they should be', () => {
    const cells = ledger(
      A,
      B,
      ['', '小计', '', 31, 200, ''],
      C,
      D,
      ['', '小计', '', 20.5, 131, ''],
      [...['', '合计', '', 51.5, 331, '']],
    );
    const list = found(cells);
    expect(brief(list)).toEqual(['totalDiffers 4 31', 'totalDiffers 8 51.5']);
    expect(list.map(({ expected, label, field }) => [expected, label, field])).toEqual([
      [30, '小计', 'landArea'],
      [50.5, '合计', 'landArea'],
    ]);
  });

  it('holds each table’s 合计 against its own rows, or against all, where several are read together', () => {
    const second = [C, D, ['', '合计', '', 20.5, 131, '']] as const;
    expect(found(ledger(A, B, ...second), [0, 2])).toEqual([]);
    expect(found(ledger(A, B, ['', '合计', '', 30, 200, ''], ...second), [0, 3])).toEqual([]);
    expect(found(ledger(A, B, C, D, ['', '合计', '', 50.5, 331, '']), [0, 2])).toEqual([]);
    const wrong = found(ledger(A, B, C, D, ['', '合计', '', 21.5, 131, '']), [0, 2]);
    expect(wrong.map(({ row, field, expected }) => [row, field, expected])).toEqual([[6, 'landArea', 20.5]]);
  });

  it('allows for the decimals a total shows, and no more', () => {
    expect(found(ledger(A, B, D, ['', '合计', '', 46, 231, '']))).toEqual([]);
    expect(brief(found(ledger(A, B, D, ['', '合计', '', 45.4, 231, ''])))).toEqual(['totalDiffers 5 45.4']);
  });

  it('does not take 其中 and averages for sums', () => {
    const cells = ledger(
      A,
      B,
      C,
      ['', '合计', '', 35, 300, ''],
      ['', '其中：规上', '', 10, 40, ''],
      [...['', '平均', '', 11.7, 100, '']],
    );
    expect(found(cells)).toEqual([]);
  });

  it('takes totals that stand above their rows', () => {
    const cells = ledger(
      ['', '合计', '', 50.5, 331, ''],
      ['', '小计', '', 30, 200, ''],
      A,
      B,
      [...['', '小计', '', 19, 131, '']],
      C,
      D,
    );
    expect(brief(found(cells))).toEqual(['totalDiffers 6 19']);
  });

  it('knows a sum that left out numbers kept as text', () => {
    const cells = ledger(A, [...B.slice(0, 3), '20', 160, 8], C, ['', '合计', '', 15, 300, '']);
    const [first, ...others] = found(cells);
    expect(others).toEqual([]);
    expect(first).toMatchObject({ code: 'totalSkipsText', row: 5, field: 'landArea', expected: 35 });
  });
});

describe('亩均 columns', () => {
  it('finds ratios that were added, also where only the totals are known (丽水: 209.58 for 18.90)', () => {
    const counties = [46.38, 36.91, 22.97, 21.41, 21.36, 16.75, 12.15, 11.78, 10.06, 9.81];
    const rows = counties.map((perMu, index) => [index + 1, `第${String(index + 1)}区`, '', '', '', perMu]);
    const cells = ledger(...rows, ['', '合计', '', '30,341', '573,564', 209.58]);
    const wrong = found(cells).filter(({ field }) => field === 'taxPerMu');
    expect(brief(wrong)).toEqual(['ratioSummed 12 209.58']);
    expect(wrong[0]?.expected).toBeCloseTo(18.903925, 6);
    const averaged = ledger(...rows, ['', '合计', '', 30341, 573564, 20.958]);
    expect(brief(found(averaged)).at(-1)).toBe('ratioAveraged 12 20.958');
  });

  it('lists what is off by more than 1 %, zeros and errors, and nothing within it', () => {
    const cells = ledger(
      [...A.slice(0, 5), 4.03],
      [...B.slice(0, 5), 8.1],
      [...C.slice(0, 5), '#VALUE!'],
      [...D.slice(0, 4), '31', 0],
      [5, '戊公司', '91330683MA2TEST05E', 12, '', 0],
      [6, '己公司', '91330683MA2TEST06F', 12, '', ''],
    );
    expect(brief(found(cells))).toEqual([
      'perMuDiffers 3 8.1',
      'perMuBroken 4 #VALUE!',
      'perMuBroken 5 0',
      'perMuOfBlank 6 0',
    ]);
    expect(found(cells).map(({ expected }) => expected)).toEqual([8, 20, 2, undefined]);
  });

  it('compares in the units of the columns', () => {
    const headers = ['序号', '企业名称', '用地面积(㎡)', '税收(元)', '亩均税收(元/㎡)'];
    const cells = [headers, [1, '甲', 2000, 40000, 20], [2, '乙', 4000, 40000, 11], ['', '合计', 6000, 80000, 31]];
    const list = found(cells);
    expect(brief(list)).toEqual(['perMuDiffers 3 11', 'ratioSummed 4 31']);
    expect(list[0]?.expected).toBeCloseTo(10, 9);
    expect(list[1]?.expected).toBeCloseTo(80 / 6, 9);
  });
});

describe('codes that occur twice', () => {
  it('tells the same tax from different ones, and leaves damaged and masked codes alone', () => {
    const again = (row: readonly Cell[], tax: Cell): Cell[] => [...row.slice(0, 4), tax, ''];
    const cells = ledger(
      A,
      again(A, 40),
      B,
      again(B, 170),
      C,
      again(C, ''),
      [7, '庚', 9.13307e17, 5, 5, ''],
      [...[8, '辛', 9.13307e17, 5, 5, '']],
      [9, '壬', '9133****', 5, 5, ''],
      [10, '癸', '9133****', 5, 5, ''],
    );
    const list = found(cells);
    expect(list.map(({ code, row, sameAs }) => [code, row, sameAs])).toEqual([
      ['sameCodeSameTax', 2, 1],
      ['sameCodeSameTax', 3, 0],
      ['sameCodeOtherTax', 4, 3],
      ['sameCodeOtherTax', 5, 2],
      ['sameCode', 6, 5],
      ['sameCode', 7, 4],
    ]);
  });

  it('finds a parcel on two rows', () => {
    const cells = [
      ['地块编码', '企业名称', '面积(亩)'],
      ['D-1', '甲', 5],
      ['d-1 ', '乙', 6],
      ['D-2', '丙', 7],
    ];
    expect(brief(found(cells))).toEqual(['sameParcel 2 D-1', 'sameParcel 3 d-1']);
  });
});

describe('the shared ledgers', () => {
  it('嵊越: the grand total adds ratios (96.31 for 12.13), and sums leave out text', () => {
    const list = found(fixtureSheet(SHENGYUE));
    const ratios = list.filter(({ field }) => field === 'taxPerMu');
    expect(ratios.map(({ code, row }) => [code, row])).toEqual([['ratioSummed', 1213]]);
    // By the row's own totals 12.03; with the numbers kept as text, which those totals leave out, 12.13.
    expect(ratios[0]?.ofOwnRow).toBeCloseTo(453663.67 / 37706.51, 9);
    expect(ratios[0]?.expected).toBeCloseTo(12.1299, 4);
    const sums = list.filter(({ code }) => code === 'totalSkipsText');
    expect(new Set(sums.map(({ row }) => row))).toEqual(new Set([155, 306, 457, 608, 759, 910, 1061, 1212, 1213]));
    expect(list).toHaveLength(ratios.length + sums.length);
  });

  it.each([TAIPU, XUYUE])('%s: no totals and no duplicates', (file) => {
    expect(found(fixtureSheet(file))).toEqual([]);
  });
});
