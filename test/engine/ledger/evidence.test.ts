import { describe, expect, it } from 'vitest';
import { readNumber } from '../../../src/engine/ledger/number';
import { unitsInNote, withoutUnitNotes } from '../../../src/engine/ledger/sheet/unitNotes';
import { locateTables, readLedger, type Cell, type LocatedTable } from '../../../src/engine/ledger/index';
import type { Area } from '../../../src/sheet/area';

const FIRMS = ['测试甲机械有限公司', '测试乙纺织厂', '测试丙轴承有限公司', '测试丁五金厂', '测试戊包装有限公司'];

function tableOf(cells: readonly (readonly Cell[])[], merges: readonly Area[] = []): LocatedTable {
  const [table] = locateTables(cells, { merges });
  if (!table) throw new Error('no table');
  return table;
}

/** What a table takes for name, land and tax, by its header; what it asks. */
function taken({ headers: { byField, doubts } }: LocatedTable) {
  const of = (id: string) =>
    byField.get(id)?.header ?? doubts.find(({ field }) => field.id === id)?.columns.map(({ header }) => header);
  return [of('enterprise'), of('landArea'), of('taxPaid')];
}

const body = (line: (firm: string, at: number) => Cell[]): Cell[][] => FIRMS.map(line);

describe('columns by what the sheet proves', () => {
  it('a bare 合计 is of what it adds up, and its parts are no more taken', () => {
    const table = tableOf([
      ['企业名称', '证载', '无证', '合计', '2023年实缴'],
      ...body((firm, at) => [firm, 10 + at, 2 * at, 10 + 3 * at, 50 + 7 * at]),
    ]);
    expect(taken(table)).toEqual(['企业名称', '合计', '2023年实缴']);
  });

  it.each([
    [['盘活前', '盘活后'], 'moments of one figure'],
    [['本季', '自年初累计'], 'a quarter and the year up to it'],
  ])('%s are %s, and no sum of them is offered', (heads) => {
    const table = tableOf(
      [
        ['企业名称', '用地面积（亩）', '实缴税收（万元）', ''],
        ['', '', ...heads],
        ...body((firm, at) => [firm, 20 + at, 31 + at, 40 + 2 * at]),
      ],
      [{ row: 0, column: 2, rows: 1, columns: 2 }],
    );
    const { doubts } = table.headers;
    const sums = doubts.flatMap(({ columns }) => columns).filter(({ plus = [] }) => plus.length > 0);
    expect(sums).toEqual([]);
  });

  it('twelve months and 全年合计 are of what the title says', () => {
    const months = Array.from({ length: 12 }, (_, at) => `${String(at + 1)}月`);
    const table = tableOf([
      ['重点企业分月入库情况（2023年，万元）'],
      ['序号', '企业名称', '土地（亩）', ...months, '全年合计'],
      ...body((firm, at) => [at + 1, firm, 20 + at, ...months.map((_, month) => month + at + 1), 78 + 12 * at]),
    ]);
    expect(taken(table)).toEqual(['企业名称', '土地（亩）', '全年合计']);
    expect(table.unitNotes).toEqual(['万元']);
  });

  it('国税 and 地税 are added up year by year, the newest first', () => {
    const table = tableOf(
      [
        ['企业名称', '用地面积（亩）', '入库税收（万元）', '', '', ''],
        ['', '', '国税', '', '地税', ''],
        ['', '', 2022, 2023, 2022, 2023],
        ...body((firm, at) => [firm, 20 + at, 31 + at, 40 + at, 7 + 2 * at, 9 + at]),
      ],
      [
        { row: 0, column: 0, rows: 3, columns: 1 },
        { row: 0, column: 1, rows: 3, columns: 1 },
        { row: 0, column: 2, rows: 1, columns: 4 },
        { row: 1, column: 2, rows: 1, columns: 2 },
        { row: 1, column: 4, rows: 1, columns: 2 },
      ],
    );
    expect(table.headers.byField.get('taxPaid')).toMatchObject({
      column: 3,
      year: 2023,
      plus: [{ column: 5, sign: 1 }],
    });
  });

  it('last year whole beside the first months of this one is taken, unless the title is of those months', () => {
    const cells = [
      ['企业名称', '占地（亩）', '2024年1-9月税收（万元）', '2023年全年税收（万元）'],
      ...body((firm, at) => [firm, 20 + at * at, 31 + 5 * at, 44 + 7 * at]),
    ];
    expect(taken(tableOf(cells))).toEqual(['企业名称', '占地（亩）', '2023年全年税收（万元）']);
    const ofMonths = tableOf([['重点企业三季度运行监测表'], ...cells]);
    expect(taken(ofMonths)).toEqual(['企业名称', '占地（亩）', expect.any(Array)]);
  });

  it('a list of tenants under owners asks whose it is, and with it whose land and tax', () => {
    const table = tableOf(
      [
        ['出租企业', '土地证面积（亩）', '出租企业税收（万元）', '承租企业', '承租企业税收（元）'],
        ...body((firm, at) =>
          at % 2 === 0 ? [FIRMS[at], 30, 200, `租户${firm}`, 5e5] : ['', '', '', `租户${firm}`, 7e5],
        ),
      ],
      [{ row: 1, column: 0, rows: 2, columns: 1 }],
    );
    expect(taken(table).every(Array.isArray)).toBe(true);
    expect(taken(table)[0]).toEqual(['承租企业', '出租企业']);
  });

  it('the only column of companies is the names, whatever stands over it', () => {
    const table = tableOf([
      ['代码', '单位详细名称', '用地面积（亩）', '税收（万元）'],
      ...body((firm, at) => [`S${String(at)}`, firm, 20 + at * at, 31 + 5 * at]),
    ]);
    expect(taken(table)[0]).toBe('单位详细名称');
  });

  it('what a title says of all does not make a part of a column', () => {
    const table = tableOf([
      ['附件4 租赁企业评价结果'],
      ['企业名称', '承租用地面积（亩）', '实缴税收（万元）'],
      ...body((firm, at) => [firm, 20 + at * at, 31 + 5 * at]),
    ]);
    expect(taken(table)[1]).toBe('承租用地面积（亩）');
  });

  it('paid land price is no tax', () => {
    const table = tableOf([
      ['企业名称', '用地面积（亩）', '出让金（万元）', ''],
      ['', '', '应缴', '已缴'],
      ...body((firm, at) => [firm, 20 + at, 300 + at, 200 + at]),
    ]);
    expect(table.headers.byField.has('taxPaid')).toBe(false);
  });
});

describe('lines that are no enterprises', () => {
  const kindsOf = (lines: readonly (readonly Cell[])[]) => {
    const cells = [
      ['名次', '企业', '园区', '用地（亩）', '税收（万元）', '类别'],
      ...body((firm, at) => [`第${String(at + 1)}名`, firm, '大浦', 20 + at, 31 + at, 'A']),
      ...lines,
    ];
    const table = tableOf(cells);
    return readLedger(table.headers, cells.slice(1), { fields: ['landArea', 'taxPaid'], zeroIsBlank: false });
  };

  it('are told by their words', () => {
    const { kinds } = kindsOf([
      ['', '平均值', '', 22, 33, ''],
      ['', '中位数', '', 22, 33, ''],
      ['', '基准值', '', 30, 240, ''],
    ]);
    expect(kinds.slice(5)).toEqual(['total', 'total', 'total']);
  });

  it('are held back and told where their words are unknown', () => {
    const { kinds, findings } = kindsOf([['', '全省先进', '', 30, 240, '']]);
    expect(kinds[5]).toBe('data');
    expect(findings.map(({ code, row }) => [code, row])).toEqual([['unlikeOthers', 5]]);
  });

  it('that add up a parcel are totals, though they have its number', () => {
    const cells: Cell[][] = [
      ['地块编号', '类型', '企业名称', '信用代码', '用地（亩）', '税收（万元）'],
      ['LY-001', '地块合计', '共2户', '', 30, ''],
      ['LY-001', '自用', FIRMS[0] ?? '', '91330683M3548042XQ', 18, 100],
      ['LY-001', '承租', FIRMS[1] ?? '', '91330683M107678387', 12, 40],
      ['LY-002', '地块合计', '共1户', '', 25, ''],
      ['LY-002', '自用', FIRMS[2] ?? '', '91330683M88216446G', 25, 90],
    ];
    const table = tableOf(cells);
    const { kinds } = readLedger(table.headers, cells.slice(1), { fields: ['landArea'], zeroIsBlank: false });
    expect(kinds).toEqual(['total', 'data', 'data', 'total', 'data']);
  });
});

describe('units and numbers among words', () => {
  it.each<[string, string[]]>([
    ['面积：公顷    金额：万元', ['公顷', '万元']],
    ['重点税源企业分月入库情况（2023年，万元）', ['万元']],
    ['（亩、万元）', ['亩', '万元']],
    ['某企业（含租赁5亩）', []],
    ['数据来源：税务局（元旦前）', []],
  ])('%s', (text, units) => {
    expect(unitsInNote([text], { titles: true })).toEqual(units);
  });

  it.each([
    ['牵头单位:某县专班            排查时间:2026年5月—7月            面积:亩  税款:元', ['亩', '元']],
    ['填报单位：某某局　统计口径：入库　金额：万元', ['万元']],
    ['责任单位:某乡镇 用地面积:公顷', ['公顷']],
  ])('%s: who fills in ends where the next label begins', (text, units) => {
    expect(unitsInNote([text], { titles: true, sentences: true })).toEqual(units);
  });

  it('（万元/亩） among the names of columns is the unit of its column, no line of units', () => {
    const row: Cell[] = ['税收', '（万元/亩）', '单位：亩、万元'];
    expect(withoutUnitNotes(row)).toEqual(['税收', '（万元/亩）', '']);
  });

  it('评价 over 土地使用权面积 is no price', () => {
    const cells = [
      ['基本情况', '评价', ''],
      ['企业名称', '土地使用权面积（亩）', '税收（万元）'],
      ...body((firm, at) => [firm, 20 + at * at, 31 + 5 * at]),
    ];
    const table = tableOf(cells, [{ row: 0, column: 1, rows: 1, columns: 2 }]);
    expect(taken(table)).toEqual(['基本情况/企业名称', '评价/土地使用权面积（亩）', '评价/税收（万元）']);
  });

  it('the land of a register stands in one cell with the floors', () => {
    expect(readNumber('土地：宗地面积 20000㎡ / 房屋：建筑面积9109.59㎡', undefined, 'area')).toEqual({
      kind: 'value',
      value: 30,
    });
    expect(readNumber('宗地面积10亩、宗地面积20亩', undefined, 'area').kind).toBe('unreadable');
    expect(readNumber('宗地面积20000㎡', undefined, 'money').kind).toBe('unreadable');
  });
});

describe('land as people write it', () => {
  it.each<[string, number | undefined]>([
    ['2亩6分4厘', 2.64],
    ['12亩', 12],
    ['1.0056公顷（15.084亩）', 15.084],
    ['15.084亩（10056平方米）', 15.084],
    ['1.0056公顷（25亩）', undefined],
  ])('%s', (text, value) => {
    const reading = readNumber(text, undefined, 'area');
    expect(reading.kind === 'value' ? reading.value : undefined).toBe(value);
  });

  it('a name with its English behind it is the name, in 千平方米 and 百万元 too', () => {
    const table = tableOf([
      ['企业 Company', '工业用地（千平方米）\nLand', '税收（百万元）\nTax'],
      ...body((firm, at) => [firm, 16.79 + at * at, 1.87 + 0.31 * at]),
    ]);
    expect(taken(table)).toEqual(['企业 Company', '工业用地（千平方米）\nLand', '税收（百万元）\nTax']);
    expect(table.headers.byField.get('landArea')?.unit).toMatchObject({ times: 3, over: 2 });
  });

  it('净用地 beside 总用地 is asked, though 总用地 is the sum', () => {
    const table = tableOf([
      ['企业', '总用地面积(亩)', '代征面积(亩)', '净用地面积(亩)', '2023年税收(万元)'],
      ...body((firm, at) => [firm, 20 + 3 * at, 3 + at, 17 + 2 * at, 36 + 7 * at]),
    ]);
    expect(taken(table)[1]).toEqual(expect.arrayContaining(['总用地面积(亩)', '净用地面积(亩)']));
  });
});
