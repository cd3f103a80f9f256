import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { mujunClause } from '../../src/functions/mujunClause';
import { mujunDisposalRate } from '../../src/functions/mujunDisposalRate';
import { mujunWaiverOk } from '../../src/functions/mujunWaiverOk';
import { fixtureSheet, TAIPU, truthFile, XUYUE } from '../support/fixtureSheet';
import { refusal } from './refusal';

describe('MUJUN_DISPOSAL_RATE', () => {
  interface Truth {
    readonly disposal_rate: number;
    readonly rows: readonly { readonly type: string; readonly area: number; readonly done: string | null }[];
  }
  const truth = truthFile(XUYUE) as Truth;
  const sheet = fixtureSheet(XUYUE);
  const [headers, rows] = [sheet.slice(2, 3), sheet.slice(3)];

  it.each<Cell>([0, null, ''])('agrees with the truth file at the end of 2021, blanks delivered as %s', (blank) => {
    const cells = rows.map((row) => row.map((cell) => (cell === '' ? blank : cell)));
    for (const asOf of ['2021-12-31', 44561, '2021年12月31日', undefined]) {
      const rate = mujunDisposalRate.answer(headers, cells, asOf)[0]?.[0] ?? NaN;
      expect(Math.abs(rate - truth.disposal_rate)).toBeLessThan(1e-12);
    }
  });

  it.each(['2021-03-31', '2021-06-30', '2021-09-30'])('agrees with the dates of the truth file on %s', (day) => {
    for (const type of ['低效', '闲置', '批而未供']) {
      const listed = truth.rows.filter((row) => row.type === type);
      const area = (some: typeof listed) => some.reduce((sum, row) => sum + row.area, 0);
      const expected = area(listed.filter(({ done }) => done !== null && done <= day)) / area(listed);
      expect(mujunDisposalRate.answer(headers, rows, day, type)[0]?.[0]).toBeCloseTo(expected, 12);
    }
  });

  const HEADERS = [['项目名称', '类型', '面积（亩）', '是否销号', '销号日期']];
  const list = (...dates: Cell[]): Cell[][] => dates.map((date, index) => [`1-${index}`, '低效', 10, '', date]);

  it('reads every style of date; a month means its last day', () => {
    const dates = ['2021.6', '2021年6月底前', 44377, '20210630', '2021.7', '2021.10'];
    expect(mujunDisposalRate.answer(HEADERS, list(...dates), '2021-06-30')).toEqual([[4 / 6]]);
    expect(mujunDisposalRate.answer(HEADERS, list(...dates), '2021-06-29')).toEqual([[0]]);
    expect(mujunDisposalRate.answer(HEADERS, list(...dates), '2021-07-31')).toEqual([[5 / 6]]);
  });

  it('asks where the number 2021.1 would decide, and only there', () => {
    const work = (asOf: string) => () => mujunDisposalRate.answer(HEADERS, list('2021.3.1', 2021.1), asOf);
    expect(refusal(work('2021-06-30'))).toBe(
      'notAvailable: 数据第 2 行的销号日期 2021.1 可能是 1 月，也可能是 10 月，请写成完整日期',
    );
    expect(work('2021-12-31')()).toEqual([[1]]);
    expect(work('2020-12-31')()).toEqual([[0]]);
  });

  it('leaves out totals, other land and rows without an area', () => {
    const rest: Cell[][] = [
      ['1-8', '闲置', 90, '', '2021.1.1'],
      ['1-9', '低效', '/', '', '2021.1.1'],
      ['合计', '', 120, '', ''],
    ];
    expect(mujunDisposalRate.answer(HEADERS, [...list('2021.1.1', ''), ...rest])).toEqual([[0.5]]);
    expect(mujunDisposalRate.answer(HEADERS, [...list('2021.1.1', ''), ...rest], null, '全部')).toEqual([[100 / 110]]);
  });

  it('a list with a 低效 column of its own', () => {
    const own = [['企业名称', '用地面积(㎡)', '是否低效', '销号日期']];
    const cells: Cell[][] = [
      ['甲', 2000, '是', '2021.3.1'],
      ['乙', 6000, '√', ''],
      ['丙', 8000, '', '2021.3.1'],
    ];
    expect(mujunDisposalRate.answer(own, cells)).toEqual([[0.25]]);
  });

  it('says what is wrong', () => {
    expect(refusal(() => mujunDisposalRate.answer(HEADERS, list('2021.3.1', '明年')))).toBe(
      'invalidValue: 数据第 2 行的销号日期“明年”不能识别，请改正原表',
    );
    expect(refusal(() => mujunDisposalRate.answer([['类型', '面积']], [['低效', 1]]))).toContain(
      '没有认出“销号日期”列',
    );
    expect(refusal(() => mujunDisposalRate.answer([['面积', '销号日期']], [[1, '']]))).toContain(
      '没有认出“存量类型”列',
    );
    expect(refusal(() => mujunDisposalRate.answer([['类型', '销号日期']], [['低效', '']]))).toContain(
      '没有认出“面积”列',
    );
    expect(refusal(() => mujunDisposalRate.answer(HEADERS, list(''), null, '荒地'))).toContain('“荒地”不是存量类型');
    expect(refusal(() => mujunDisposalRate.answer(HEADERS, list(''), null, '闲置'))).toContain(
      'notAvailable: 名单上没有这类土地',
    );
    expect(refusal(() => mujunDisposalRate.answer(HEADERS, list(''), '年底'))).toContain('基准日“年底”不是日期');
  });
});

describe('MUJUN_WAIVER_OK', () => {
  const HEADERS = [
    ['载体名称', '载体类型', '用途', '拟改用途', '容积率', '拟改容积率', '规划容积率', '新增地下建筑面积'],
  ];
  const GOOD: Cell[] = ['甲', '工业载体', '工业用地', '工业用地', 0.8, 1.6, 2, ''];
  const but = (changes: Readonly<Record<number, Cell>>) => GOOD.map((cell, index) => changes[index] ?? cell);
  const ask = (row: Cell[], policy = '太仓2023', asOf?: Cell) =>
    mujunWaiverOk.answer(HEADERS, [row], policy, asOf)[0]?.[0];
  const OWN = '可以不再增收（《太仓市推动存量空间自主更新推进载体高质量发展的指导意见(试行)》三(五)）';
  const NATIONAL = '可以不再增收（《节约集约利用土地规定》，转引未见原文，请核对条号和施行日期）';

  it('names the basis in force on the day: 太仓 until 2025-03-31, then the national rule', () => {
    expect(ask(GOOD, '太仓2023', '2023-03-31')).toBe(NATIONAL);
    expect(ask(GOOD, '太仓2023', '2023-04-01')).toBe(OWN);
    expect(ask(GOOD, '太仓2023', '2025-03-31')).toBe(OWN);
    expect(ask(GOOD, '太仓2023', '2025-04-01')).toBe(NATIONAL);
    expect(ask(GOOD)).toBe('待核实：缺 基准日');
    expect(ask(GOOD, '嵊州2021')).toBe(NATIONAL);
  });

  it.each<[string, Cell[], string]>([
    ['another carrier', but({ 1: '科创载体' }), '不可以：不是存量工业用地'],
    ['another use', but({ 2: '商服用地', 3: '商服用地' }), '不可以：不是存量工业用地'],
    ['the use changes', but({ 3: '商业' }), '不可以：改变了用途'],
    ['above the plan', but({ 5: 2.1 }), '不可以：拟改容积率超过规划容积率，不符合规划'],
    ['nothing rises', but({ 5: 0.8 }), '不可以：容积率没有提高，地下建筑也没有增加'],
    ['only underground', but({ 5: 0.8, 7: 500 }), OWN],
    ['written otherwise', but({ 1: '', 2: '工业', 3: '不变', 4: '０.８' }), OWN],
    ['the plan is missing', but({ 6: '/' }), '待核实：缺 规划容积率'],
    ['much is missing', ['甲', '', '', '', '', '', '', ''], ''],
    [
      'all but the name and type',
      ['甲', '工业载体', '', '', '', '', '', ''],
      '待核实：缺 拟改用途、拟改容积率、规划容积率、容积率',
    ],
    ['a refusal goes before what is missing', but({ 1: '科创载体', 6: '' }), '不可以：不是存量工业用地'],
  ])('%s', (_, row, expected) => {
    for (const blank of [0, null, ''] as const) {
      const cells = row.map((cell) => (cell === '' ? blank : cell));
      expect(ask(cells, '太仓2023', '2024-01-01')).toBe(expected);
    }
  });

  it('a ledger without the proposals cannot be judged: 太浦, row for row', () => {
    const sheet = fixtureSheet(TAIPU);
    const answers = mujunWaiverOk.answer(sheet.slice(2, 3), sheet.slice(3), '太仓2023', '2024-01-01').flat();
    const counts = new Map<string, number>();
    for (const answer of answers) counts.set(answer, (counts.get(answer) ?? 0) + 1);
    const types = sheet.slice(3).map((row) => row[17]);
    const industrial = types.filter((type) => type === '工业载体').length;
    const unresolved = [...counts].filter(([answer]) => answer.startsWith('待核实：缺 拟改用途、拟改容积率'));
    expect(unresolved.reduce((sum, [, count]) => sum + count, 0)).toBe(industrial);
    expect(counts.get('不可以：不是存量工业用地')).toBe(
      types.filter((type) => type !== '' && type !== '工业载体').length,
    );
  });

  it('an underground area that stands today is not taken for an addition', () => {
    const headers = [['载体类型', '拟改用途', '容积率', '拟改容积率', '规划容积率', '地下建筑面积']];
    const row = ['工业载体', '不变', 1, 1, 2, 500];
    expect(mujunWaiverOk.answer(headers, [row], '嵊州2021')).toEqual([['待核实：缺 新增地下建筑面积']]);
  });

  it('says what is wrong', () => {
    expect(refusal(() => mujunWaiverOk.answer([['甲', '乙']], [[1, 2]], '太仓2023'))).toContain('表头中没有认出');
    expect(refusal(() => mujunWaiverOk.answer(HEADERS, [GOOD], ''))).toContain('notAvailable: 请指定政策');
  });
});

describe('MUJUN_CLAUSE', () => {
  it('gives place, words and what rests on them', () => {
    expect(mujunClause.answer('太仓2023', '三(五)')).toEqual([
      [
        '三(五)',
        '对不改变用途,通过厂房加层、拆除重建、老厂改造、内部整理等途径提高土地利用率,提高容积率和增加地下空间的,不再增收土地价款',
        '不再增收土地价款',
      ],
    ]);
    expect(mujunClause.answer('嵊州2021', '二（一）1').flat().join()).toContain('重点排查线 5 万元/亩');
  });

  it('lists every clause; a higher place gives those under it', () => {
    const all = mujunClause.answer('嵊州2021');
    expect(all.every((row) => row.length === 3 && row.every((cell) => cell !== ''))).toBe(true);
    const places = all.map(([place]) => place);
    const under = mujunClause.answer('嵊州2021', '二(三)').map(([place]) => place);
    expect(new Set(under)).toEqual(new Set(places.filter((place) => place?.startsWith('二(三)'))));
    expect(under.length).toBeGreaterThan(3);
    expect(places).toContain('推定');
  });

  it('shows a value that the workbook has changed beside the document’s', () => {
    const table: Cell[][] = [
      ['名称', '值'],
      ['政策', '嵊州2021'],
      ['重点排查线', 6],
    ];
    expect(mujunClause.answer(table).flat().join()).toContain('重点排查线 6 万元/亩（原文 5，已按政策参数改）');
  });

  it('says what is wrong', () => {
    expect(refusal(() => mujunClause.answer(undefined))).toContain('notAvailable: 请指定政策');
    expect(refusal(() => mujunClause.answer('太仓2023', '九(九)'))).toContain(
      '“太仓2023”没有以“九(九)”为依据的规定。可用的有：',
    );
  });
});
