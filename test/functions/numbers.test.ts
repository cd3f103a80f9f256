import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { mujunAvg } from '../../src/functions/mujunAvg';
import { mujunFarGain } from '../../src/functions/mujunFarGain';
import { mujunPriceWaived } from '../../src/functions/mujunPriceWaived';
import { mujunToMu } from '../../src/functions/mujunToMu';
import { mujunUsccCheck } from '../../src/functions/mujunUsccCheck';
import { fixtureSheet, SHENGYUE, truthRows } from '../support/fixtureSheet';
import { refusal, shown } from './refusal';

describe('MUJUN_AVG', () => {
  it('is Σ税收/Σ面积: 丽水 2019, as numbers and as text (domain/ledgers.md, section 6)', () => {
    for (const [tax, area] of [
      [573564, 30341],
      ['573,564', '30,341'],
      ['５７３，５６４', ' ３０３４１ '],
    ] as const) {
      expect(mujunAvg.answer(tax, area)).toEqual([[573564 / 30341]]);
    }
    expect(mujunAvg.answer(573564, 30341)[0]?.[0]).toBeCloseTo(18.903925, 6);
  });

  it('takes rows with both, and is never a mean of ratios', () => {
    const tax: Cell[][] = [[100], ['２００'], ['/'], [300], [50], [-20]];
    const area: Cell[][] = [[10], ['1,000'], [10], ['—'], [-5], [10]];
    expect(mujunAvg.answer(tax, area)).toEqual([[(100 + 200 - 20) / (10 + 1000 + 10)]]);
  });

  it.each<[string, Cell]>([
    ['0', 0],
    ['null', null],
    ["''", ''],
  ])('blanks delivered as %s are left out', (_, blank) => {
    expect(mujunAvg.answer([[100], [blank], [50], [blank]], [[10], [10], [blank], [blank]])).toEqual([[10]]);
  });

  it('agrees with the truth file over the 1,200 rows of 嵊越', () => {
    const rows = truthRows(SHENGYUE);
    const used = rows.filter(({ tax, area }) => tax !== null && area !== null && tax !== 0 && area > 0);
    const sum = (key: 'tax' | 'area') => used.reduce((total, row) => total + (row[key] ?? 0), 0);
    const sheet = fixtureSheet(SHENGYUE);
    const cells = (column: number) => rows.map(({ row }) => [sheet[row - 1]?.[column]]);
    expect(mujunAvg.answer(cells(9), cells(6))[0]?.[0]).toBeCloseTo(sum('tax') / sum('area'), 9);
  });

  it('takes whole columns: headers and signatures are no data', () => {
    const sheet = fixtureSheet(SHENGYUE);
    const column = (index: number, from: number) => sheet.slice(from).map((row) => [row[index]]);
    expect(mujunAvg.answer(column(9, 0), column(6, 0))).toEqual(mujunAvg.answer(column(9, 4), column(6, 4)));
  });

  it('says what is wrong', () => {
    expect(refusal(() => mujunAvg.answer([[1], ['很多']], [[1], [2]]))).toBe(
      'invalidValue: 税收第 2 行“很多”不是数字，请改正原表',
    );
    expect(refusal(() => mujunAvg.answer([[1], [2]], [[1], ['8O']]))).toBe(
      'invalidValue: 面积第 2 行“8O”不是数字，请改正原表',
    );
    expect(refusal(() => mujunAvg.answer([['税收'], [2]], [[''], [4]]))).toBe('answered');
    expect(refusal(() => mujunAvg.answer('', ''))).toBe('notAvailable: 没有一行既有税收又有大于 0 的面积');
    expect(refusal(() => mujunAvg.answer([[1], [2]], [[1], [2], [3]]))).toContain(
      'invalidValue: 参数 面积 有 3×1 个单元格',
    );
  });
});

describe('MUJUN_TO_MU', () => {
  it.each<[Cell, string, number]>([
    [40000, '㎡', 60],
    [40000, '平方米', 60],
    ['４０，０００', 'm2', 60],
    [4, '公顷', 60],
    [0.04, '平方公里', 60],
    [4, '万㎡', 60],
    [12.5, '亩', 12.5],
    ['8,000㎡', '亩', 12],
    [20000.1, '㎡', 30.00015],
  ])('%s %s', (area, unit, mu) => {
    expect(mujunToMu.answer(area, unit)[0]?.[0]).toBeCloseTo(mu, 12);
  });

  it('multiplies before it divides', () => {
    const cases = Array.from({ length: 3000 }, (_, index) => index + 1);
    expect(
      mujunToMu.answer(
        cases.map((n) => [n]),
        '㎡',
      ),
    ).toEqual(cases.map((n) => [(n * 3) / 2000]));
  });

  it('answers cell by cell, errors in their cells', () => {
    const answers = mujunToMu.answer(
      [
        [2000, ''],
        ['/', '很多'],
        [0, 4000],
        [0, 0],
      ],
      '㎡',
    );
    expect(answers.map((row) => row.map(shown))).toEqual([
      [3, ''],
      ['notAvailable: 缺 面积', 'invalidValue: 面积“很多”不是数字，请改正原表'],
      ['', 6],
    ]);
  });

  it('takes a unit a row, and refuses what is none', () => {
    expect(mujunToMu.answer([[1], [1500]], [['公顷'], ['平方米']])).toEqual([[15], [2.25]]);
    expect(shown(mujunToMu.answer(1, '万元')[0]?.[0])).toBe(
      'invalidValue: “万元”不是面积单位，可用：㎡、公顷、平方公里、万㎡、亩',
    );
    expect(shown(mujunToMu.answer(1, undefined)[0]?.[0])).toBe(
      'notAvailable: 请写明单位：㎡、公顷、平方公里、万㎡ 或 亩',
    );
  });
});

describe('MUJUN_FAR_GAIN and MUJUN_PRICE_WAIVED: the worked parcel of the model', () => {
  it('60 亩 from 0.8 to 1.6 are 32,000 ㎡ and 1,920 万元', () => {
    expect(mujunFarGain.answer(60, 0.8, 1.6, 2)[0]?.[0]).toBeCloseTo(32000, 9);
    expect(mujunPriceWaived.answer(60, 0.8, 1.6, 2, 40)[0]?.[0]).toBeCloseTo(1920, 9);
    expect(mujunPriceWaived.answer(60, 0.8, 1.6, 2, 40, 0.5)[0]?.[0]).toBeCloseTo(960, 9);
    expect(mujunPriceWaived.answer(60, 0.8, 1.6, 2, 40, [[0]])).toEqual([[0]]);
  });

  it('stops at the plan, never falls, and is not capped without a limit', () => {
    expect(mujunFarGain.answer(60, 0.8, 3, 1.6)[0]?.[0]).toBeCloseTo(32000, 9);
    expect(mujunFarGain.answer(60, 1.8, 1.6, 2)).toEqual([[0]]);
    expect(mujunFarGain.answer(60, 1.8, 3, 1.6)).toEqual([[0]]);
    expect(mujunFarGain.answer(60, 0.8, 3)[0]?.[0]).toBeCloseTo(88000, 9);
  });

  it('names what is missing in its cell', () => {
    const answers = mujunFarGain.answer([[60], [60], ['６０'], [60], [0]], [[0.8], ['/'], [0.8], [0.8], [0]], 1.6, [
      [2],
      [2],
      ['2.0'],
      [0],
      [0],
    ]);
    expect(answers.flat().map((answer) => (typeof answer === 'number' ? Math.round(answer) : shown(answer)))).toEqual([
      32000,
      'notAvailable: 缺 现容积率',
      32000,
      'notAvailable: 缺 规划容积率',
    ]);
    expect(shown(mujunFarGain.answer(-1, 1, 2)[0]?.[0])).toBe('invalidValue: 面积为 -1，应大于 0');
    expect(shown(mujunFarGain.answer(60, '0.8-1.2', 2)[0]?.[0])).toContain('现容积率“0.8-1.2”不是数字');
    expect(refusal(() => mujunPriceWaived.answer(60, 0.8, 1.6, 2, 40, 1.5))).toBe(
      'invalidValue: 免收比例“1.5”应在 0 和 1 之间，全免为 1',
    );
  });
});

describe('MUJUN_USCC_CHECK', () => {
  it('says what each code is', () => {
    const codes: Cell[][] = [
      ['91350100M000100Y43'],
      ['91350100M000100Y44'],
      [9.13306837000123e17],
      ['9.13307E+17'],
      ['80210043-3'],
      ['330683700012345'],
      ['9135O100M000100Y43'],
      ['12345'],
      [''],
      ['/'],
      [''],
    ];
    expect(mujunUsccCheck.answer(codes).flat()).toEqual([
      '有效',
      '校验位不符：第18位应为 3',
      '已被当作数字损坏，可能是：913306837000123014、913306837000123607、913306837000123794',
      '已被当作数字损坏，只剩前 6 位，无法复原，请查原件',
      '9位组织机构代码',
      '15位税号（旧）',
      '有不该出现的字符：O',
      '位数不对：5 位，应为 18 位',
      '',
      '',
    ]);
  });
});
