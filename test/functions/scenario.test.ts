import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { mujunScenario } from '../../src/functions/mujunScenario';
import { refusal, shown } from './refusal';

const HEADER: Cell[] = ['方案', '年份', '区镇', '指标', '统计', '数值', '单位'];
const BODY: Cell[][] = [
  ['基准', 2027, '', '处置面积', '', 1200, '亩'],
  ['方案一', 2027, '', '处置面积', '均值', 3120, '亩'],
  ['方案一', 2027, '', '处置面积', 'P5', 2800, '亩'],
  ['方案一', '2027年', '', '处置面积', '达标把握', 0.83, ''],
  ['方案一', 2027, '甲镇', '处置面积', '均值', 700, '亩'],
  ['方案一', 2028, '', '处置面积', '均值', '３，３００', '亩'],
  ['方案一', 2028, '', '亩均税收', '均值', '—', '万元/亩'],
];
const TABLE = [['推演结果（2026-11-26）', '', '', '', '', '', ''], HEADER, ...BODY];

describe.each<[string, Cell]>([
  ['0', 0],
  ['null', null],
  ["''", ''],
])('MUJUN_SCENARIO, blanks delivered as %s', (_, blank) => {
  const table = TABLE.map((row) => row.map((cell) => (cell === '' ? blank : cell)));

  it('reads the mean, a quantile, the chance, a township, a value without a spread', () => {
    expect(mujunScenario.answer(table, '方案一', 2027, '处置面积')).toEqual([[3120]]);
    expect(mujunScenario.answer(table, '方案一', 2027, '处置面积', 'p5')).toEqual([[2800]]);
    expect(mujunScenario.answer(table, '方案一', '2027', '处置面积', '达标把握')).toEqual([[0.83]]);
    expect(mujunScenario.answer(table, '方案一', 2027, '处置面积', blank, '甲镇')).toEqual([[700]]);
    expect(mujunScenario.answer(table, '方案一', 2027, '处置面积', null, '全市')).toEqual([[3120]]);
    expect(mujunScenario.answer(table, '基准', 2027, '处置面积')).toEqual([[1200]]);
    expect(mujunScenario.answer(table, '方案一', 2028, '处置面积')).toEqual([[3300]]);
  });

  it('answers in the shape of what is asked', () => {
    expect(mujunScenario.answer(table, '方案一', [[2027, 2028]], '处置面积')).toEqual([[3120, 3300]]);
    expect(mujunScenario.answer(table, [['基准'], ['方案一']], 2027, '处置面积')).toEqual([[1200], [3120]]);
  });

  it('says what there is instead', () => {
    const answer = (...asked: Parameters<typeof mujunScenario.answer>) => shown(mujunScenario.answer(...asked)[0]?.[0]);
    expect(answer(table, '方案二', 2027, '处置面积')).toBe(
      'notAvailable: 推演结果表里没有方案“方案二”，有：基准、方案一',
    );
    expect(answer(table, '方案一', 2027, '税收')).toBe(
      'notAvailable: 推演结果表里没有指标“税收”，有：处置面积、亩均税收',
    );
    expect(answer(table, '方案一', 2030, '处置面积')).toBe('notAvailable: 推演结果表里没有年份“2030”，有：2027、2028');
    expect(answer(table, '方案一', 2027, '处置面积', 'P50')).toBe(
      'notAvailable: 推演结果表里没有统计“P50”，有：均值、P5、达标把握',
    );
    expect(answer(table, '方案一', 2027, '处置面积', null, '丙镇')).toBe(
      'notAvailable: 推演结果表里没有区镇“丙镇”，有：全市、甲镇',
    );
    expect(answer(table, '方案一', 2028, '亩均税收')).toBe('notAvailable: 推演结果表里这一行的数值“—”不是数字');
    expect(answer(table, '方案一', blank, '处置面积')).toBe('notAvailable: 请写明方案、年份和指标');
  });

  it('two different numbers for one question are refused, the same number twice is not', () => {
    const again = (value: number) => [...table, ['方案一', 2027, blank, '处置面积', '均值', value, '亩']];
    expect(shown(mujunScenario.answer(again(9), '方案一', 2027, '处置面积')[0]?.[0])).toBe(
      'invalidValue: 推演结果表里有 2 行符合而数值不同，请核对是否重复保存',
    );
    expect(mujunScenario.answer(again(3120), '方案一', 2027, '处置面积')).toEqual([[3120]]);
  });
});

it('MUJUN_SCENARIO names the columns that a range lacks', () => {
  expect(refusal(() => mujunScenario.answer([['甲', '乙']], '基准', 2027, '税收'))).toBe(
    'invalidValue: 第一个参数不是保存的推演结果表，缺列：方案、年份、指标、统计、数值、单位',
  );
  const noValues = TABLE.map((row) => row.filter((__, column) => column !== 5));
  expect(refusal(() => mujunScenario.answer(noValues, '基准', 2027, '税收'))).toBe(
    'invalidValue: 第一个参数不是保存的推演结果表，缺列：数值',
  );
});
