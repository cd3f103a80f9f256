import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { FunctionFailure } from '../../src/functions/failure';
import { mujunAvg } from '../../src/functions/mujunAvg';
import { mujunTier } from '../../src/functions/mujunTier';
import { mujunTierWhy } from '../../src/functions/mujunTierWhy';
import { mujunRenewalWhy } from '../../src/functions/mujunRenewalWhy';
import { renewalPath } from '../../src/functions/renewalPath';

function refusal(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof FunctionFailure) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'answered';
}

const HEADERS = [['企业名称', '用地面积(亩)', '税收(万元)', '符合规划', '建筑质量', '设施老旧']];
const ROW: Cell[] = ['甲公司', 60, 300, '是', '好', '是'];

describe('MUJUN_TIER: bad input says what, where and what to do', () => {
  it.each<[string, () => unknown, string]>([
    [
      'no policy',
      () => mujunTier.answer(1, 1, undefined),
      'notAvailable: 请指定政策，如 "嵊州2021"（用英文双引号）或 亩均政策',
    ],
    [
      'a blank policy cell',
      () => mujunTier.answer(1, 1, 0),
      'notAvailable: 请指定政策，如 "嵊州2021"（用英文双引号）或 亩均政策',
    ],
    [
      'a policy between Chinese quotes, which Excel takes for a name',
      () => mujunTier.answer(1, 1, '#NAME?'),
      'invalidValue: 政策名要用英文双引号，如 "嵊州2021"',
    ],
    ['an unknown policy', () => mujunTier.answer(1, 1, '苏州2023'), 'invalidValue: 没有名为“苏州2023”的政策'],
    [
      'a policy without tiers',
      () => mujunTier.answer(1, 1, '太仓2023'),
      'notAvailable: 太仓2023 没有亩均税收档位；改造路径用 RENEWAL_PATH',
    ],
    ['sizes that differ', () => mujunTier.answer([[1], [2]], [[1], [2], [3]], '嵊州2021'), 'invalidValue: 税收有 2×1'],
    ['ragged rows', () => mujunTier.answer([[1], [2, 3]], 1, '嵊州2021'), 'invalidValue: 参数 税收 各行的列数不同'],
    [
      'a base date that is none',
      () => mujunTier.answer(1, 1, '嵊州2021', null, '明年'),
      'invalidValue: 基准日“明年”不是日期',
    ],
    [
      'a base date of two cells',
      () => mujunTier.answer(1, 1, '嵊州2021', null, [[1, 2]]),
      'invalidValue: 参数 基准日 应为一个值',
    ],
  ])('%s', (_, work, expected) => {
    expect(refusal(work)).toContain(expected);
  });

  it.each<[string, Cell, Cell, string]>([
    ['text for a number', '很多', 10, '待核实：缺 税收'],
    ['an error cell', '#DIV/0!', 10, '待核实：缺 税收'],
    ['both missing', '/', '待核', '待核实：缺 税收、面积'],
    ['tax 0, which may be blank', 0, 10, '待核实：税收为 0 或空白'],
    ['area 0', 10, 0, '待核实：缺 面积'],
    ['area negative', 10, -3, '待核实：缺 面积'],
    ['nothing at all', '', null, ''],
    ['nothing, as desktop Excel delivers it', 0, 0, ''],
    ['full-width text', '１２０', '１０', '重点指导'],
  ])('%s', (_, tax, area, expected) => {
    expect(mujunTier.answer(tax, area, '嵊州2021')).toEqual([[expected]]);
  });

  it('an error cell is missing, and only for its own row', () => {
    const divided = { code: '#DIV/0!' } as unknown as Cell;
    expect(mujunTier.answer([[divided], [50]], [[10], [10]], '嵊州2021')).toEqual([['待核实：缺 税收'], ['重点排查']]);
  });

  it('keeps the shape, broadcasts one cell, cuts trailing blanks of a whole column', () => {
    expect(mujunTier.answer([[50, 120]], 10, '嵊州')).toEqual([['重点排查', '重点指导']]);
    const column = [[50], [120], ...Array.from({ length: 1000 }, () => [0])];
    expect(
      mujunTier.answer(
        column,
        column
          .map(() => [10])
          .slice(0, 2)
          .concat(column.slice(2).map(() => [0])),
        '嵊州市',
      ),
    ).toHaveLength(2);
    expect(mujunTier.answer([[0], [0]], [[0], [0]], '嵊州2021')).toEqual([['']]);
  });
});

/** Rows of a sheet; below the ledger they arrive as Excel hands blanks over. */
const ROWS_OF_A_SHEET = 1_048_576;

describe('whole columns of a sheet, as J:J hands them over', () => {
  const column = (words: readonly Cell[], blank: Cell): Cell[][] => {
    const below = new Array<Cell[]>(ROWS_OF_A_SHEET - words.length).fill([blank]);
    return [...words.map((word) => [word]), ...below];
  };
  const [tax, area] = [
    ['税收(万元)', 50, 1200],
    ['面积(亩)', 10, 20],
  ] as const;

  it.each([0, null, ''])(
    'answer as the rows in use do, in less than the 5 s that Excel waits (blank cells as %j)',
    (blank) => {
      const whole = [column(tax, blank), column(area, blank)] as const;
      const used = [tax.map((cell) => [cell]), area.map((cell) => [cell])] as const;
      const begun = process.cpuUsage();
      const answers = [mujunTier.answer(...whole, '嵊州2021'), mujunAvg.answer(...whole)];
      // Of this thread's work: a busy machine says nothing of it.
      expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(5_000);
      expect(answers).toEqual([mujunTier.answer(...used, '嵊州2021'), mujunAvg.answer(...used)]);
      expect(answers[0]?.flat()).toEqual(['', '重点排查', '不纳入']);
    },
  );
});

describe('MUJUN_TIER over whole columns', () => {
  it('headers and signatures answer nothing', () => {
    const tax = ['', '经济指标', '实缴税收', 50, '/', '', ''];
    const area = ['', '用地情况', '用地面积(亩)', 10, 10, '', '审核人：'];
    const answers = mujunTier.answer(
      tax.map((cell) => [cell]),
      area.map((cell) => [cell]),
      '嵊州2021',
    );
    expect(answers.flat()).toEqual(['', '', '', '重点排查', '待核实：缺 税收', '', '']);
  });

  it('a row of unreadable cells under the headers stays a row to be checked', () => {
    expect(mujunTier.answer([['税收'], ['很多']], [['面积'], ['不小']], '嵊州2021').flat()).toEqual([
      '',
      '待核实：缺 税收、面积',
    ]);
  });
});

describe('RENEWAL_PATH: bad input', () => {
  it.each<[string, () => unknown, string]>([
    ['no headers', () => renewalPath.answer(undefined, [ROW], '嵊州2021'), 'invalidValue: 没有给出表头'],
    [
      'four header rows',
      () =>
        renewalPath.answer(
          [...HEADERS, [''], [''], ['']].map((r) => [...r, '', '', '', '', ''].slice(0, 6)),
          [ROW],
          '嵊州2021',
        ),
      'invalidValue: 表头有 4 行',
    ],
    [
      'headers that name nothing',
      () => renewalPath.answer([['甲', '乙', '丙', '丁', '戊', '己']], [ROW], '嵊州2021'),
      'invalidValue: 表头中没有认出',
    ],
    [
      'widths that differ',
      () => renewalPath.answer(HEADERS, [ROW.slice(1)], '嵊州2021'),
      'invalidValue: 表头 6 列，数据 5 列',
    ],
    [
      'a cohort of another width',
      () => renewalPath.answer(HEADERS, [ROW], '嵊州2021', null, [ROW.slice(1)]),
      'invalidValue: 表头 6 列，参评范围 5 列',
    ],
    ['no policy', () => renewalPath.answer(HEADERS, [ROW], ''), 'notAvailable: 请指定政策'],
  ])('%s', (_, work, expected) => {
    expect(refusal(work)).toContain(expected);
  });

  it('totals, blanks and footers answer nothing; a whole column is cut', () => {
    const rows: Cell[][] = [
      ROW,
      ['合计', 60, 300, '', '', ''],
      ['', '', '', '', '', ''],
      ['填表人：', '', '', '', '', ''],
      ['', '', '', '', '', ''],
    ];
    expect(renewalPath.answer(HEADERS, rows, '嵊州2021').flat()).toEqual(['整治提升', '', '', '']);
    expect(renewalPath.answer(HEADERS, [['', '', '', '', '', '']], '嵊州2021')).toEqual([['']]);
  });

  it('a column the ledger does not have is read like a blank one', () => {
    expect(renewalPath.answer([['企业名称', '税收', '面积']], [['甲', 300, 60]], '嵊州2021').flat()).toEqual([
      '待核实：缺 符合规划、建筑质量',
    ]);
  });
});

describe('a policy passed as a range', () => {
  const table: Cell[][] = [
    ['名称', '值', '单位'],
    ['政策', '嵊州2021', ''],
    ['基准日', '2023-06-30', ''],
    ['重点排查线', 6, '万元/亩'],
  ];

  it('overrides the built-in values', () => {
    expect(mujunTier.answer(55, 10, '嵊州2021')).toEqual([['重点检查']]);
    expect(mujunTier.answer(55, 10, table)).toEqual([['重点排查']]);
  });

  it('carries the output line of a township for 太仓', () => {
    const headers = [['企业名称', '区镇', '税收', '面积', '城镇开发边界', '工业保障线']];
    const rows = [['甲', '沙溪镇', 100, 10, '内', '内']];
    const lines = (line: number): Cell[][] => [
      ['名称', '值'],
      ['政策', '太仓2023'],
      ['产出线', 5],
      ['产出线（沙溪镇）', line],
    ];
    expect(renewalPath.answer(headers, rows, lines(12))).toEqual([['更新']]);
    expect(renewalPath.answer(headers, rows, lines(9))).toEqual([['提质']]);
  });

  it.each<[string, Cell[][], string]>([
    [
      'no header',
      [
        ['a', 'b'],
        ['政策', '嵊州2021'],
      ],
      '没有找到“名称”和“值”',
    ],
    ['text for a value', [...table.slice(0, 3), ['重点排查线', '六', '']], '第 4 行“重点排查线”的值不是数字'],
    ['an unknown name', [...table, ['重点排察线', 6, '']], '“重点排察线”不是“嵊州2021”的参数'],
    ['a bad day', [...table.slice(0, 2), ['基准日', '年底', '']], '第 3 行的基准日不是日期'],
    ['no policy in it', table.filter((row) => row[0] !== '政策'), '请指定政策'],
  ])('%s', (_, range, expected) => {
    expect(refusal(() => mujunTier.answer(1, 1, range))).toContain(expected);
  });
});

describe('WHY: reason, distance, clause, status', () => {
  it('of a tier', () => {
    expect(mujunTierWhy.answer(480, 60, '嵊州2021')).toEqual([
      [
        '亩均税收 8.00 万元/亩（税收 480 万元 ÷ 面积 60 亩），超过 5、不超过 10，列为“重点检查”。单位按默认：税收万元、面积亩。',
        120,
        '《嵊州市开发区(园区)工业全域治理行动方案(征求意见稿)》二(一)1：“对亩均税收10万元以下的工业企业进行重点检查,督促提质增效”',
        '征求意见稿',
      ],
    ]);
  });

  it('of a value that only looks like the line', () => {
    expect(mujunTierWhy.answer(50.0001, 10, '嵊州2021')[0]?.[0]).toContain('亩均税收 5.00001 万元/亩');
  });

  it('of missing data', () => {
    expect(mujunTierWhy.answer('待核', 60, '嵊州2021')[0]).toEqual([
      '待核实：缺 税收，补填后重新计算。单位按默认：税收万元、面积亩。',
      '',
      '',
      '征求意见稿',
    ]);
  });

  it('a status for the day', () => {
    const headers = [['企业名称', '城镇开发边界']];
    const status = (asOf?: Cell) => mujunRenewalWhy.answer(headers, [['甲', '外']], '太仓2023', asOf)[0]?.[3];
    expect([undefined, '2023-04-01', '2025-03-31', 45748, '2025-04-01'].map(status)).toEqual([
      '未给基准日',
      '有效',
      '有效',
      '已失效',
      '已失效',
    ]);
  });

  it('four blanks for a row that is not data', () => {
    expect(mujunRenewalWhy.answer(HEADERS, [ROW, ['合计', 1, 1, '', '', '']], '嵊州2021')[1]).toEqual(['', '', '', '']);
  });

  it('takes neither of two columns of one name, and says between which it could not choose', () => {
    const headers = [['企业名称', '税收', '税收', '面积', '符合规划', '建筑质量']];
    const [[why] = []] = mujunRenewalWhy.answer(headers, [['甲', 1, 900, 60, '是', '差']], '嵊州2021');
    expect(why).toContain('待核实：缺 税收');
    expect(why).toContain('像税收的有“税收”、“税收”，断定不了取哪一列，请在公式的区域里只留一列');
  });
});
