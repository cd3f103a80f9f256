import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/engine/quantity/index';
import { locateTables, matchHeaders, readLedger, type Cell } from '../../../src/engine/ledger/index';
import { unitsOf, EVERY_ROW_ITSELF } from '../../../src/engine/entity/index';

/**
 * Every quirk of ledgers that the domain notes list (ledgers.md, section 2), and the test that shows how it is met: a file
 * under test/ and a part of the name of a test or group in it.
 */
const QUIRKS: readonly (readonly [number: number, quirk: string, file: string, name: string])[] = [
  [
    1,
    '标题行、单位行、合并多级表头',
    'engine/ledger/intake.property.test.ts',
    'written from canonical rows in any style',
  ],
  [2, '单位在列头或第 2 行', 'engine/ledger/intake.property.test.ts', 'written from canonical rows in any style'],
  [3, '㎡ 与 亩 混用', 'taskpane/intakeCommands.test.ts', 'asks when a unit that is named hardly fits'],
  [4, '数字存为文本、千分位', 'engine/ledger/values.test.ts', 'numbers as officials type them'],
  [5, '全角', 'engine/ledger/values.test.ts', 'numbers as officials type them'],
  [6, '缺失符', 'engine/ledger/values.test.ts', 'numbers as officials type them'],
  [7, '合计/小计/其中 行', 'engine/ledger/rowKind.test.ts', 'which rows are data'],
  [8, '合计行把亩均相加', 'engine/ledger/dirtyLedger.test.ts', 'the total 13.5 in J11 adds ratios'],
  [9, '公布合计与分项不符', 'engine/ledger/reconcile.test.ts', 'finds a subtotal and a grand total that are wrong'],
  [10, '日期', 'engine/ledger/date.test.ts', ''],
  [11, '重名企业、尾空格、半全角', 'taskpane/intakeCommands.test.ts', 'changes all kinds at once'],
  [12, '空白行、隐藏列/行、筛选', 'taskpane/intakeCommands.test.ts', 'leaves hidden personal columns out and tells'],
  [13, '√ × 是 否 1 0', 'engine/ledger/values.test.ts', ''],
  [14, '范围', 'engine/ledger/inspect.test.ts', 'ranges'],
  [15, '百分', 'engine/ledger/inspect.test.ts', 'are judged over the column'],
  [
    16,
    '信用代码变 9.13307E+17',
    'engine/ledger/creditCode.test.ts',
    'of every damaged code the right one is a candidate',
  ],
  [17, '9 位组织机构代码/15 位税号', 'engine/ledger/inspect.test.ts', 'what is found in cells'],
  [18, '一企多行', 'engine/entity/units.test.ts', 'one enterprise on several parcels'],
  [19, '一地多企', 'engine/entity/units.test.ts', 'several enterprises on one parcel share it'],
  [20, '出租/租入', 'engine/entity/units.test.ts', 'land is own and rented in less rented out'],
  [21, '亩均列自带公式、与重算不符', 'engine/ledger/reconcile.test.ts', ''],
  [22, '亿元/万元混用', 'taskpane/intakeCommands.test.ts', 'asks when a unit that is named hardly fits'],
  [23, '面积=0、税收为负', 'engine/ledger/quirks.test.ts', 'an area of 0 is missing, a negative tax stands'],
  [24, '备注里藏数据', 'engine/ledger/inspect.test.ts', 'amounts in remarks'],
  [25, '等级写法', 'engine/ledger/quirks.test.ts', 'grades in words and letters'],
  [26, '序号断号、跨表续表头', 'engine/ledger/intake.property.test.ts', 'written from canonical rows in any style'],
  [27, '颜色代表状态', 'engine/ledger/quirks.test.ts', 'colours are not data'],
  [28, '临界 4.996→5.00', 'engine/assess/nearLines.test.ts', 'marks readings within 0.005 of a line'],
  [29, '企业更名/注销/迁出', 'engine/entity/units.test.ts', 'enterprises that are not 正常 stay out by default'],
  [30, '企业涉密：税收、电话', 'engine/ledger/quirks.test.ts', 'tax and telephone are known as personal'],
];

describe('the quirks of ledgers', () => {
  it('are thirty', () => {
    expect(QUIRKS.map(([number]) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  });

  it.each(QUIRKS)('%i %s is shown by %s', (_, __, file, name) => {
    const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
    expect(text).toContain(name);
    expect(text).toContain('expect(');
  });
});

function read(headers: Cell[], ...rows: Cell[][]) {
  const match = matchHeaders([headers]);
  return readLedger(match, rows, { fields: [...match.byField.keys()], zeroIsBlank: false });
}

describe('quirks that have no test elsewhere', () => {
  it('an area of 0 is missing, a negative tax stands and is told', () => {
    const ledger = read(['企业名称', '用地面积(亩)', '税收(万元)'], ['甲', 0, -3.5], ['乙', 10, 0]);
    const [area, tax] = ['landArea', 'taxPaid'].map((id) => ledger.columns.get(id));
    expect(area?.kind === 'number' && [...area.values]).toEqual([NaN, 10]);
    expect(tax?.kind === 'number' && [...tax.values]).toEqual([-3.5, 0]);
    expect(ledger.findings.map(({ code }) => code).toSorted()).toEqual(['areaNotPositive', 'negativeTax']);
  });

  it.each([
    ['A', 'A类', 'A档', '甲', '优先发展类', 'Ａ'],
    ['B', 'b类', '乙类', '鼓励提升类', 'B级', 'B'],
    ['无', '不定等级', 'T', 'T类', '未评级', '无'],
  ])('grades in words and letters: %s', (grade, ...words) => {
    const ledger = read(['企业名称', '综合评价等级'], ...words.map((word): Cell[] => ['甲', word]));
    const column = ledger.columns.get('grade');
    expect(column?.kind === 'word' && column.words).toEqual([grade]);
    expect(ledger.findings).toEqual([]);
  });

  it('colours are not data: no code that reads a ledger asks for a fill', () => {
    const folder = new URL('../../../src/engine/ledger/', import.meta.url);
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    const texts = names.map((name) => readFileSync(new URL(name, folder), 'utf8'));
    expect(texts.length).toBeGreaterThan(10);
    expect(texts.filter((text) => /fontColor|fillColor|\.color\b|background/i.test(text))).toEqual([]);
  });

  it('tax and telephone are known as personal or secret columns by their fields, so that they can be left out', () => {
    const { columns } = matchHeaders([['企业名称', '联系电话', '法人代表', '实缴税金(万元)']]);
    expect(columns.map((match) => match?.field.id)).toEqual(['enterprise', 'contact', 'contact', 'taxPaid']);
  });

  it('the sum of ratios, the mean of ratios and the ratio of sums are three numbers, and only the last is 亩均 (丽水)', () => {
    const ledger = read(['企业名称', '用地面积(亩)', '税收(万元)'], ['丽水', '30,341', '573,564']);
    const { ledger: units } = unitsOf(ledger, EVERY_ROW_ITSELF);
    const [area, tax] = ['landArea', 'taxPaid'].map((id) => units.columns.get(id));
    if (area?.kind !== 'number' || tax?.kind !== 'number') throw new Error('no numbers');
    expect((tax.values[0] ?? NaN) / (area.values[0] ?? NaN)).toBeCloseTo(18.903925, 6);
  });

  it('a day may be given in full and with a dot', () => {
    expect(parseDay('2023.6.30')).toBe('2023-06-30');
  });
});

describe('headers of public systems and documents (ledgers.md, section 1), none of them written for the matcher', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      '温州经开区',
      '年度(批次 pch)|企业名称|统一社会信用代码|所在街道|规模(规上/规下)|企业状态(正常/非本街道/注销/迁出/迁入保护/纳税小于3万)|用地数据(平方米)|用电数据(千瓦时)|实缴税金(万)|主营业务收入(万)|工业增加值(万)|综合能耗(吨标煤)|研发经费(万)|年平均员工(人)|排污量(吨)',
      {
        landArea: '用地数据(平方米)',
        taxPaid: '实缴税金(万)',
        enterpriseStatus: '企业状态(正常/非本街道/注销/迁出/迁入保护/纳税小于3万)',
        electricity: '用电数据(千瓦时)',
        revenue: '主营业务收入(万)',
      },
    ],
    [
      '底数清单',
      '序号|地块编码|权利人|坐落|镇街|面积(亩)|土地性质|用途|证号|建成年份|建筑面积(㎡)|容积率|建筑系数|税收|亩均税收|规划用途|边界内/外|保障线内/外|落后产能|拟治理路径|责任单位|时限|备注',
      {
        parcelId: '地块编码',
        landArea: '面积(亩)',
        floorArea: '建筑面积(㎡)',
        urbanBoundary: '边界内/外',
        industrialLine: '保障线内/外',
        disposalMethod: '拟治理路径',
        certificate: '证号',
        taxPaid: '税收',
        taxPerMu: '亩均税收',
      },
    ],
    [
      '处置台账',
      '序号|宗地号|项目/权利人|类型(批而未供/闲置/低效)|面积(亩)|批准文号|批准/出让日期|约定动工|实际动工|闲置原因|处置方式|牵头单位|责任人|处置时限|进展情况|是否销号|销号日期|备注',
      {
        parcelId: '宗地号',
        enterprise: '项目/权利人',
        stockType: '类型(批而未供/闲置/低效)',
        approvedOn: '批准/出让日期',
        plannedStart: '约定动工',
        actualStart: '实际动工',
        closeOut: '是否销号',
        closedOutOn: '销号日期',
      },
    ],
    [
      '各式写法',
      '企业（单位）名称|社会统一信用代码|所属镇（街道）|2023年度税收入库数（万元）|厂区面积（㎡）|亩产税收（万元）|亩均论英雄结果|容积率（现状）|容积率（规划）|2022年税收|欠缴税收|税收（上年）',
      {
        enterprise: '企业（单位）名称',
        creditCode: '社会统一信用代码',
        township: '所属镇（街道）',
        taxPaid: '2023年度税收入库数（万元）',
        landArea: '厂区面积（㎡）',
        taxPerMu: '亩产税收（万元）',
        grade: '亩均论英雄结果',
        plotRatio: '容积率（现状）',
        plannedPlotRatio: '容积率（规划）',
        previousTax: '税收（上年）',
      },
    ],
  ])('%s', (_, line, expected) => {
    const headers = line.split('|');
    const { byField } = matchHeaders([headers]);
    for (const [field, header] of Object.entries(expected))
      expect([field, headers[byField.get(field)?.column ?? -1]]).toEqual([field, header]);
  });

  it('three levels, hectares and yuan', () => {
    const cells: Cell[][] = [
      ['', '某县工业企业', '', '', '', ''],
      ['', '基本情况', '', '用地与效益', '', ''],
      ['', '企业名称', '信用代码', '用地面积', '税收', ''],
      ['', '', '', '公顷', '元', ''],
      ['', '甲厂', '91350100M000100Y43', '0.4', '1,234,500', ''],
      ['', '乙厂', '', 2, 600000, ''],
      ['', '丙厂', '', 3, '暂无', ''],
    ];
    const [table] = locateTables(cells);
    const rows = cells.slice(table?.firstRow).map((row) => row.slice(table?.firstColumn));
    const ledger = readLedger(table?.headers ?? matchHeaders([]), rows, {
      fields: ['landArea', 'taxPaid'],
      zeroIsBlank: false,
    });
    const [area, tax] = ['landArea', 'taxPaid'].map((id) => ledger.columns.get(id));
    expect(area?.kind === 'number' && [...area.values]).toEqual([6, 30, 45]);
    expect(tax?.kind === 'number' && [...tax.values]).toEqual([123.45, 60, NaN]);
  });
});
