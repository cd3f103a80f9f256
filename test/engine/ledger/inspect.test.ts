import { describe, expect, it } from 'vitest';
import {
  inspect,
  matchHeaders,
  proposedFixes,
  readLedger,
  readRange,
  type Cell,
  type Inspection,
} from '../../../src/engine/ledger/index';
import { amountsInRemark } from '../../../src/engine/ledger/remark';

function read(headers: readonly Cell[], rows: readonly (readonly Cell[])[]) {
  const match = matchHeaders([headers]);
  return readLedger(match, rows, { fields: [...match.byField.keys()], zeroIsBlank: false });
}

function found(header: string, cells: readonly Cell[]): (readonly [string, string | undefined])[] {
  const rows = cells.map((cell, index) => [`企业${String(index)}`, cell, 1]);
  const headers = ['企业名称', header, '序号'];
  return inspect(read(headers, rows), rows).map(({ code, meant }: Inspection) => [code, meant] as const);
}

describe('what is found in cells', () => {
  it.each<[string, Cell[], [string, string | undefined][]]>([
    [
      '用地面积(亩)',
      [10, '#REF!', '#DIV/0!'],
      [
        ['errorCell', undefined],
        ['errorCell', undefined],
      ],
    ],
    [
      '用地面积(亩)',
      ['约18', '20左右', '≈5', '30（估）', 18, '约定'],
      [
        ['about', undefined],
        ['about', undefined],
        ['about', undefined],
        ['about', undefined],
      ],
    ],
    [
      '规划容积率',
      ['1.5-2.5', '≥2', 2],
      [
        ['range', undefined],
        ['range', undefined],
      ],
    ],
    ['用地面积(㎡)', [6000, '10亩', '8,000㎡'], [['ownUnit', '亩']]],
    ['用地面积(亩)', [10, 20, 30, 33_333], [['tooLarge', '49.9995']]],
    ['实缴税收(万元)', ['20.47万元', '3000000元', 5], [['ownUnit', '元']]],
    ['建筑面积', ['8,000㎡', '12亩'], [['ownUnit', '亩']]],
    ['批准日期', [2021.1, '2021.10', 2021.6], [['twoMonths', '2021-10-31']]],
    [
      '备注',
      ['出租5亩', '承租', '2020年投产', '含留抵退税120万元'],
      [
        ['remarkAmount', '出租5亩'],
        ['remarkAmount', '含留抵退税120万元'],
      ],
    ],
    [
      '统一社会信用代码',
      ['91350100M000100Y43', 123456788, '330683123456789', '91350100M000100Y4', '91350100I000100Y43'],
      [
        ['codeOrganisation', undefined],
        ['codeTaxNumber', undefined],
        ['codeLength', undefined],
        ['codeCharacters', undefined],
      ],
    ],
  ])('%s', (header, cells, expected) => {
    expect(found(header, cells)).toEqual(expected);
  });

  it('says nothing of a clean column', () => {
    expect(found('用地面积(亩)', [10, '20', '３０', '/', '', null])).toEqual([]);
  });
});

describe('shares', () => {
  const shares = (header: string, cells: Cell[]) => {
    const rows = cells.map((cell) => ['甲', cell, 1]);
    const column = read(['企业名称', header, '序号'], rows).columns.get('siteCoverage');
    return column?.kind === 'number' ? [...column.values] : [];
  };
  it('are judged over the column: hundredths, fractions, or each by its own sign', () => {
    expect(shares('建筑系数(%)', [42.5, 38, 0.5])).toEqual([0.425, 0.38, 0.005]);
    expect(shares('建筑系数', [0.425, 0.38])).toEqual([0.425, 0.38]);
    expect(shares('建筑系数', ['42.5%', 0.38, '７％'])).toEqual([0.425, 0.38, expect.closeTo(0.07, 12)]);
    expect(shares('建筑系数', ['42.5%', 38])).toEqual([0.425, 0.38]);
    expect(shares('建筑系数', ['/', '待核', 38])).toEqual([NaN, NaN, 0.38]);
    expect(shares('建筑系数（%）', [0.8, 0.5])).toEqual([0.008, 0.005]);
  });

  it('a share done may pass the whole, a share of spending may not', () => {
    const read2 = (header: string, field: string, cells: Cell[]) => {
      const column = read(
        ['企业名称', header, '序号'],
        cells.map((cell) => ['甲', cell, 1]),
      ).columns.get(field);
      return column?.kind === 'number' ? [...column.values] : [];
    };
    expect(read2('完成率', 'completionRate', [0.85, 0.92, 1.05])).toEqual([0.85, 0.92, 1.05]);
    expect(read2('完成率', 'completionRate', [85, 92, 105])).toEqual([0.85, 0.92, 1.05]);
    expect(read2('研发占比（%）', 'rdIntensity', [0.8, 1.2])).toEqual([0.008, 0.012]);
  });
});

describe('ranges', () => {
  it.each<[string, number, number, boolean, boolean]>([
    ['25-40', 25, 40, true, true],
    ['25—40', 25, 40, true, true],
    ['25～40', 25, 40, true, true],
    ['≥30', 30, Infinity, true, false],
    ['>30', 30, Infinity, false, false],
    ['30以上', 30, Infinity, true, false],
    ['30（含）以上', 30, Infinity, true, false],
    ['不低于30万元', 30, Infinity, true, false],
    ['30以下', -Infinity, 30, false, false],
    ['不超过7%', -Infinity, 7, false, true],
    ['1.5≤FAR≤2.5', 1.5, 2.5, true, true],
    ['1.5＜容积率≤2.5', 1.5, 2.5, false, true],
    ['1,000-2,000', 1000, 2000, true, true],
  ])('%s', (text, from, to, includesFrom, includesTo) => {
    expect(readRange(text)).toEqual({ from, to, includesFrom, includesTo });
  });
  it.each<Cell>(['40-25', '3-N', '2021-06-30', '', 12, '约30', '-5', '3#-4#'])('%j is none', (text) => {
    expect(readRange(text)).toBeUndefined();
  });
});

describe('amounts in remarks', () => {
  it.each<[string, string, number]>([
    ['出租5亩', 'rentedOut', 5],
    ['其中2000㎡转租给乙公司', 'rentedOut', 3],
    ['承租甲公司３．５亩厂房', 'rentedIn', 3.5],
    ['留抵退税1,200.5万元', 'refund', 1200.5],
    ['闲置1公顷', 'other', 15],
  ])('%s', (text, about, value) => {
    expect(amountsInRemark(text)).toMatchObject([{ about, value }]);
  });
  it.each(['亩均税收5万元/亩', '2021年投产', '用地10亩', ''])('%j holds none', (text) => {
    expect(amountsInRemark(text)).toEqual([]);
  });
});

describe('fixes that may be proposed', () => {
  const fixes = (header: string, cells: Cell[]) => {
    const rows = cells.map((cell) => ['甲', cell, 1]);
    return proposedFixes(read(['企业名称', header, '序号'], rows), rows).map(({ kind, before, after }) => [
      kind,
      before,
      after,
    ]);
  };
  it.each<[string, Cell[], (string | number)[][]]>([
    [
      '用地面积(亩)',
      [
        '１２０',
        '1,234.5',
        7,
        '约30',
        '/',
        '10亩',
        '2000㎡',
        '待核',
        '15人',
        '20²',
        '12.5%',
        '8吨标煤',
        '30（含租赁5亩）',
      ],
      [
        ['numberText', '１２０', 120],
        ['numberText', '1,234.5', 1234.5],
        ['unitInCell', '10亩', 10],
        ['unitInCell', '2000㎡', 3],
      ],
    ],
    [
      '用地面积(㎡)',
      ['10亩', '8,000㎡'],
      [
        ['unitInCell', '10亩', 6666.66666666667],
        ['unitInCell', '8,000㎡', 8000],
      ],
    ],
    [
      '批准日期',
      ['2021-06-30', '2021.6', '2021年6月底前', 44377, '长期'],
      [
        ['dayText', '2021-06-30', 44377],
        ['periodText', '2021.6', 44377],
        ['periodText', '2021年6月底前', 44377],
      ],
    ],
    [
      '统一社会信用代码',
      ['91350100m000100y43 ', '91350100M000100Y43', 330683123456789, Number('913501000001000430')],
      [
        ['codeText', '91350100m000100y43 ', '91350100M000100Y43'],
        ['codeText', 330683123456789, '330683123456789'],
      ],
    ],
    [
      '所属镇街',
      [' 甲镇', '甲\u00a0镇', '甲镇（街道）', '甲镇'],
      [
        ['spareBlanks', ' 甲镇', '甲镇'],
        ['spareBlanks', '甲\u00a0镇', '甲 镇'],
      ],
    ],
    ['建筑系数', ['3.5%'], []],
    ['备注', [' 出租5亩 '], []],
  ])('%s', (header, cells, expected) => {
    expect(fixes(header, cells)).toEqual(expected);
  });
  it('leave totals and headers alone', () => {
    const headers = ['企业名称', '用地面积(亩)', '税收(万元)'];
    const rows = [
      ['甲', '10', 1],
      ['合计', '10', 1],
    ];
    expect(proposedFixes(read(headers, rows), rows).map(({ row }) => row)).toEqual([0]);
  });
});
