import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { mujunAreaBalance } from '../../src/functions/mujunAreaBalance';
import { mujunMixCheck } from '../../src/functions/mujunMixCheck';
import { mujunQuotaReward } from '../../src/functions/mujunQuotaReward';
import { mujunStdCheck } from '../../src/functions/mujunStdCheck';
import { mujunTaxShare } from '../../src/functions/mujunTaxShare';
import { refusal, shown } from './refusal';

const BLANKS: readonly (readonly [string, Cell])[] = [
  ['0', 0],
  ['null', null],
  ["''", ''],
];

const column = (cells: readonly Cell[]): Cell[][] => cells.map((cell) => [cell]);

describe('MUJUN_AREA_BALANCE', () => {
  // 园区甲: (1.0 x 20 + 1.8 x 60) / 80 = 1.6. 园区乙: (1.2 x 30 + 1.6 x 10) / 40 = 1.3. 片区: (128 + 52) / 120 = 1.5.
  const area = [20, 60, 30, 10];
  const ratio = [1.0, 1.8, 1.2, 1.6];
  const park = ['甲', '甲', '乙', '乙'];
  const precinct = ['东', '东', '东', '东'];

  it('asks the parcel, then its park, then its precinct', () => {
    const answers = mujunAreaBalance.answer(column(area), column(ratio), 1.5, column(park), column(precinct));
    expect(answers.map(([verdict]) => verdict)).toEqual(['园区内统筹达标', '达标', '片区内统筹达标', '达标']);
    expect(answers[0]?.[1]).toBeCloseTo(1.6, 12);
    expect(answers[2]?.[1]).toBeCloseTo(1.5, 12);
    expect(answers.map(([, , short]) => short)).toEqual([0, 0, 0, 0]);
  });

  it('says how many ㎡ are short at the widest place: (1.6 x 120 - 180) 亩 = 12 x 2000 / 3', () => {
    const answers = mujunAreaBalance.answer(column(area), column(ratio), 1.6, column(park), column(precinct));
    expect(answers.map(([verdict]) => verdict)).toEqual(['园区内统筹达标', '达标', '未达标', '达标']);
    expect(answers[2]?.[2]).toBeCloseTo(8000, 6);
  });

  it('takes all parcels as one place where none is named', () => {
    const answers = mujunAreaBalance.answer(column(area), column(ratio), '1.5');
    expect(answers.map(([verdict]) => verdict)).toEqual(['统筹达标', '达标', '统筹达标', '达标']);
  });

  it('a limit met to the last digit is met, binary noise or not', () => {
    // 0.1 x 3 and 0.2 x 3 over 6 are 0.15000000000000002 in doubles.
    expect(mujunAreaBalance.answer(column([3, 3]), column([0.1, 0.2]), '15%').map(([verdict]) => verdict)).toEqual([
      '统筹达标',
      '达标',
    ]);
  });

  it.each(BLANKS)('blanks delivered as %s: a place with an unknown parcel cannot be balanced', (_, blank) => {
    const answers = mujunAreaBalance.answer(
      column([20, 60, blank, 30, blank]),
      column([1.0, blank, blank, 2, blank]),
      1.5,
      column(['甲', '甲', blank, '乙', blank]),
    );
    expect(answers.map(([verdict]) => verdict)).toEqual([
      '待核实：缺 第 2 行的容积率或绿地率',
      '待核实：缺 容积率或绿地率',
      '',
      '达标',
    ]);
  });

  it('refuses text, sizes that differ, and a limit that is none', () => {
    expect(refusal(() => mujunAreaBalance.answer(column([20, 30]), column([1, '很高']), 1.5))).toBe(
      'invalidValue: 数据第 2 行的面积或容积率、绿地率“很高”不能识别，请改正原表',
    );
    expect(refusal(() => mujunAreaBalance.answer(column([20, 30]), column([1]), 1.5))).toBe('answered');
    expect(refusal(() => mujunAreaBalance.answer(column([20, 30, 1]), column([1, 2]), 1.5))).toContain('参数 实际值');
    expect(refusal(() => mujunAreaBalance.answer(20, 1, undefined))).toBe('notAvailable: 缺 规划下限');
  });
});

describe('MUJUN_MIX_CHECK: 51 % industrial', () => {
  it.each<[Cell, Cell, string, number]>([
    [5100, 10_000, '达标', 0],
    [5099, 10_000, '未达标', 5099 / 0.51 - 10_000],
    [6000, 10_000, '达标', 6000 / 0.51 - 10_000],
    ['５，１００', '10,000', '达标', 0],
  ])('%s of %s ㎡ is %s', (own, all, verdict, room) => {
    const [answer] = mujunMixCheck.answer(own, all, 0.51);
    expect(answer?.[0]).toBe(verdict);
    expect(answer?.[1]).toBeCloseTo(room, 9);
  });

  it('by the policy that sets it: 嘉兴, 51 %', () => {
    expect(mujunMixCheck.answer(column([5100, 5099]), 10_000, '嘉兴2024').map(([verdict]) => verdict)).toEqual([
      '达标',
      '未达标',
    ]);
  });

  it('the room said can be built, and not a square metre more', () => {
    const [answer] = mujunMixCheck.answer(6000, 10_000, '51%');
    const room = Number(answer?.[1]);
    expect(mujunMixCheck.answer(6000, 10_000 + room, 0.51)[0]?.[0]).toBe('达标');
    expect(mujunMixCheck.answer(6000, 10_001 + room, 0.51)[0]?.[0]).toBe('未达标');
  });

  it.each(BLANKS)('blanks delivered as %s', (_, blank) => {
    expect(mujunMixCheck.answer(column([blank, 5100, blank]), column([100, blank, blank]), 0.51)).toEqual([
      ['待核实：缺 工业建筑面积', ''],
      ['待核实：缺 总建筑面积', ''],
    ]);
  });

  it('refuses what cannot be', () => {
    expect(shown(mujunMixCheck.answer(200, 100, 0.51)[0]?.[0])).toBe(
      'invalidValue: 工业建筑面积 200 大于总建筑面积 100，请核对',
    );
    expect(refusal(() => mujunMixCheck.answer(1, 2, 51))).toBe(
      'invalidValue: 占比下限“51”应在 0 和 1 之间，如 0.51 或 51%',
    );
    expect(refusal(() => mujunMixCheck.answer(1, 2, '太仓2023'))).toBe(
      'notAvailable: “太仓2023”没有规定占比下限，请直接写数',
    );
    expect(refusal(() => mujunMixCheck.answer(1, 2, undefined))).toBe('notAvailable: 缺 占比下限');
  });
});

describe('MUJUN_QUOTA_REWARD', () => {
  it.each<[string, readonly Cell[], number]>([
    ['both done', [100, 100, 50, 60], 1100],
    ['one missed', [100, 99.9, 50, 60], 800],
    ['both missed', [100, 10, 50, 10], 800],
    ['no idle task', [100, 100, '零', '零'], 1100],
    ['nothing done', [100, '零', 50, '零'], 800],
  ])('%s', (_, [a, b, c, d], quota) => {
    expect(mujunQuotaReward.answer(1000, a, b, c, d)[0]?.[0]).toBeCloseTo(quota, 9);
  });

  it('cuts only when both are missed where told so, and takes other shares', () => {
    expect(mujunQuotaReward.answer(1000, 100, 10, 50, 60, 0.05, '10%', '都')[0]?.[0]).toBe(1000);
    expect(mujunQuotaReward.answer(1000, 100, 10, 50, 6, 0.05, '10%', '都')[0]?.[0]).toBe(900);
    expect(mujunQuotaReward.answer(1000, 100, 100, 50, 60, 0.05)[0]?.[0]).toBe(1050);
  });

  it.each(BLANKS)('blanks delivered as %s are not nothing done', (_, blank) => {
    const answers = mujunQuotaReward.answer(
      column([1000, blank]),
      column([100, blank]),
      column([blank, blank]),
      50,
      60,
    );
    expect(answers.map((row) => row.map(shown))).toEqual([
      ['notAvailable: 批而未供已处置为 0 或空白，分不清；确为 0 的请写“零”'],
    ]);
  });

  it('refuses', () => {
    expect(shown(mujunQuotaReward.answer(1000, -1, 2, 3, 4)[0]?.[0])).toBe(
      'invalidValue: 批而未供处置任务为 -1，不应小于 0',
    );
    expect(refusal(() => mujunQuotaReward.answer(1000, 1, 2, 3, 4, 10))).toBe(
      'invalidValue: 奖励比例“10”应在 0 和 1 之间，如 0.51 或 51%',
    );
    expect(refusal(() => mujunQuotaReward.answer(1000, 1, 2, 3, 4, null, null, '随便'))).toBe(
      'invalidValue: “随便”不是核减条件，可用：任一、都',
    );
  });
});

describe('MUJUN_TAX_SHARE', () => {
  it('shares a rise, and the parts make the whole', () => {
    expect(mujunTaxShare.answer(100)).toEqual([[50, 50, 0]]);
    expect(mujunTaxShare.answer(100, 0.4, 0.4, 0.2)).toEqual([[40, 40, 20]]);
    expect(mujunTaxShare.answer(-30, '30%', '70%', [[0]])[0]?.map(Number)).toEqual([-9, -21, -0]);
    const [parts] = mujunTaxShare.answer(0.1, 0.3, 0.3, 0.4);
    expect((parts ?? []).reduce<number>((sum, part) => sum + Number(part), 0)).toBeCloseTo(0.1, 15);
  });

  it.each(BLANKS)('blanks delivered as %s share nothing', (_, blank) => {
    expect(mujunTaxShare.answer(column([100, blank, 10, blank]))).toEqual([
      [50, 50, 0],
      ['', '', ''],
      [5, 5, 0],
    ]);
  });

  it('refuses shares that do not make 1', () => {
    expect(refusal(() => mujunTaxShare.answer(100, 0.4))).toBe(
      'invalidValue: 分成比例合计为 0.9，应为 1（不填的按迁出镇 0.5、迁入镇 0.5、区级 0）',
    );
    expect(refusal(() => mujunTaxShare.answer(100, 1.2, -0.2, 0))).toContain('分成比例合计为 1');
  });
});

describe('MUJUN_STD_CHECK', () => {
  it.each<[Cell, Cell, string | null, string]>([
    [20, 20, null, '履约'],
    [20, 25, null, '履约'],
    [20, 19.99, null, '部分履约'],
    [20, 16, null, '部分履约'],
    [20, 15.99, null, '未履约'],
    [20, -3, null, '未履约'],
    [0.3, 0.1 + 0.2, null, '履约'],
    [0.5, 0.5, '不高于', '履约'],
    [0.5, 0.4, '不高于', '履约'],
    [0.5, 0.625, '不高于', '部分履约'],
    [0.5, 0.626, '不高于', '未履约'],
    ['２０', '20.0', '不低于', '履约'],
  ])('promised %s, done %s, %s: %s', (promised, actual, direction, verdict) => {
    expect(mujunStdCheck.answer(promised, actual, direction)).toEqual([[verdict]]);
  });

  it.each([
    ['嘉兴2024', 30],
    ['许昌2021', 20],
    ['许昌2021征求意见稿', 20],
  ] as const)('terms by %s: %i years at most', (policy, limit) => {
    expect(mujunStdCheck.answer(policy, column([limit, limit + 1]), '年限').flat()).toEqual([
      '符合',
      `超过 ${limit} 年，请核对`,
    ]);
  });

  it('terms: a number of years', () => {
    expect(mujunStdCheck.answer(30, column([20, 30, 31, '50年', '20年+有条件续期', '/']), '年限').flat()).toEqual([
      '符合',
      '符合',
      '超过 30 年，请核对',
      '超过 30 年，请核对',
      '符合',
      '待核实：缺 出让年限',
    ]);
  });

  it.each(BLANKS)('blanks delivered as %s', (_, blank) => {
    expect(mujunStdCheck.answer(column([20, blank, blank]), column([blank, 5, blank])).flat()).toEqual([
      '待核实：缺 实际值',
      '待核实：缺 承诺值',
    ]);
    expect(mujunStdCheck.answer(30, column([blank, 40, blank]), '年限').flat()).toEqual(['', '超过 30 年，请核对']);
  });

  it('refuses', () => {
    expect(refusal(() => mujunStdCheck.answer(1, 2, '大概'))).toBe(
      'invalidValue: “大概”不能识别，可用：不低于、不高于、年限',
    );
    expect(shown(mujunStdCheck.answer(-1, 2)[0]?.[0])).toBe('invalidValue: 承诺值为 -1，应大于 0');
    expect(shown(mujunStdCheck.answer(20, '不少')[0]?.[0])).toContain('实际值“不少”不是数字');
  });
});
