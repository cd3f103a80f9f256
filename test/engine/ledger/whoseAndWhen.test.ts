import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { locateTables } from '../../../src/engine/ledger/locateTables';
import { matchHeaders } from '../../../src/engine/ledger/matchHeaders';
import { drawFrom } from '../../support/ledgers/draw';
import { madeEnterprises, rounded, type Enterprise } from '../../support/ledgers/enterprises';
import { sharesOf, vary } from '../../support/ledgers/quirks/columns';

const MADE = [...madeEnterprises(drawFrom(5)), ...madeEnterprises(drawFrom(9))];

describe('本年 beside 上年', () => {
  const head: Cell[][] = [
    ['企业名称', '用地面积（亩）', '税收（万元）', '', '增长%'],
    ['', '', '本年', '上年', ''],
  ];
  const line = (one: Enterprise): Cell[] => {
    const last = rounded(one.tax * (0.9 + 0.6 * vary(one, 'last')));
    return [one.name, one.land, one.tax, last, rounded((100 * (one.tax - last)) / last)];
  };
  const taxIn = (title: string, more: (one: Enterprise) => readonly Cell[] = () => [], also: readonly Cell[] = []) => {
    const [first = [], ...rest] = head;
    const [table] = locateTables([
      [title],
      [...first, ...also],
      ...rest,
      ...MADE.map((one) => [...line(one), ...more(one)]),
    ]);
    const asked = table?.headers.doubts.find(({ field }) => field.id === 'taxPaid')?.columns;
    return { tax: table?.headers.byField.get('taxPaid')?.header, asked: asked?.map(({ header }) => header) };
  };
  const years = ['税收（万元）/本年', '税收（万元）/上年'];

  it('is asked about, both years and nothing else, where no year stands anywhere', () => {
    expect(taxIn('重点企业税收及用地情况表')).toEqual({ tax: undefined, asked: years });
  });

  it.each(['2023年重点企业税收及用地情况表', '重点企业情况表（23年）'])('is taken where the title is %s', (title) => {
    expect(taxIn(title)).toEqual({ tax: years[0], asked: undefined });
  });

  it('is taken where 亩均税收 says that the ledger goes by it', () => {
    const perMu = (one: Enterprise) => [rounded(one.tax / one.land)];
    expect(taxIn('重点企业情况表', perMu, ['亩均税收（万元/亩）']).tax).toBe(years[0]);
  });
});

describe('a part of the newest year', () => {
  /** 实缴税收 | 全年/2023年, 2024年 | <part>/累计, 同比: what is taken, or what is asked about. */
  const taxBeside = (part: string, title = '') => {
    const cells: Cell[][] = [
      ...(title === '' ? [] : [[title]]),
      ['企业名称', '用地面积（亩）', '实缴税收（万元）', '', '', ''],
      ['', '', '全年', '', part, ''],
      ['', '', '2023年', '2024年', '累计', '同比%'],
      ...MADE.map((one): Cell[] => {
        const last = rounded(one.tax * (0.8 + 0.4 * vary(one, 'last')));
        const soFar = rounded(one.tax * (0.6 + 0.3 * vary(one, 'so far')));
        return [one.name, one.land, last, one.tax, soFar, rounded(40 * vary(one, 'rate') - 20)];
      }),
    ];
    const top = title === '' ? 0 : 1;
    const wide = (row: number, column: number, columns: number) => ({ row: top + row, column, rows: 1, columns });
    const tall = (column: number) => ({ row: top, column, rows: 3, columns: 1 });
    const [table] = locateTables(cells, { merges: [tall(0), tall(1), wide(0, 2, 4), wide(1, 2, 2), wide(1, 4, 2)] });
    const asked = table?.headers.doubts.find(({ field }) => field.id === 'taxPaid')?.columns;
    return { tax: table?.headers.byField.get('taxPaid')?.header, asked: asked?.[0]?.header };
  };

  it.each(['2025年1—9月', '2025年1-11月', '2025年上半年', '2025年前三季度', '2025年6月'])(
    'is never taken for the year: %s',
    (part) => {
      const { tax, asked } = taxBeside(part);
      expect(tax ?? asked).toBe('实缴税收（万元）/全年/2024年');
    },
  );

  it.each([
    '',
    '重点企业情况表',
    '重点企业调度表（10月）',
    '重点企业台账（截至2025年9月底）',
    '2024年度重点企业情况表',
  ])('does not hinder the whole year before it from being taken unasked below %s', (title) => {
    expect(taxBeside('2025年1—9月', title).tax).toBe('实缴税收（万元）/全年/2024年');
  });

  it.each(['三季度工业运行监测表', '2025年1—9月重点企业情况表', '2025年重点企业情况表'])(
    'is asked about below %s',
    (title) => {
      expect(taxBeside('2025年1—9月', title)).toEqual({ tax: undefined, asked: '实缴税收（万元）/全年/2024年' });
    },
  );

  it('is the year where it goes to its end', () => {
    const { tax, asked } = taxBeside('2025年1—12月');
    expect(tax ?? asked).toBe('实缴税收（万元）/2025年1—12月/累计');
  });
});

describe('the row that names columns', () => {
  const below = (one: Enterprise): Cell[] => [one.name, '母公司名', one.land, one.tax, '', ''];

  it.each(['集团(控股方)', '上级公司', '所属集团', '母公司'])('may have one that ends as companies do: %s', (name) => {
    const [table] = locateTables([
      ['2024年骨干企业用地与纳税情况', '', '', '', '', ''],
      ['企业名称', name, '用地面积（亩）', '实缴税收（万元）', '用工', '备注'],
      ...MADE.map(below),
    ]);
    expect(table?.headers.byField.get('taxPaid')?.header).toBe('实缴税收（万元）');
  });

  it('is none where it names two companies', () => {
    const tables = locateTables([
      ['测试甲有限公司', '测试乙有限公司', '用地面积', '税收', '备注', '序号'],
      ...MADE.map(below),
    ]);
    expect(tables.flatMap(({ headers }) => [...headers.byField.keys()])).toEqual([]);
  });

  it('may be numbered by all ten stems, before and behind the figures', () => {
    const [table] = locateTables([
      ['企业名称', '行业', '用地面积（亩）', '实缴税收（万元）', '规模', '乡镇'],
      ['甲', '乙', '1', '2', '戊', '己'],
      ...MADE.map((one): Cell[] => [one.name, '制造业', one.land, one.tax, '小型', '城关镇']),
    ]);
    expect([table?.firstRow, table?.dataRows]).toEqual([2, MADE.length]);
  });
});

describe('a list of projects', () => {
  const namesIn = (project: (one: Enterprise) => string) => {
    const [table] = locateTables([
      ['序号', '项目名称', '实施单位', '已供地（亩）', '2024年入库税收（万元）', '责任单位'],
      ...MADE.map((one, at): Cell[] => [at + 1, project(one), one.name, one.land, one.tax, '招商局']),
    ]);
    return table?.headers.byField.get('enterprise')?.header;
  };

  it('goes by whoever builds, where the projects have names of their own', () => {
    expect(namesIn((one) => `${one.name.slice(0, 4)}技改扩建项目`)).toBe('实施单位');
  });

  it('goes by its own names where they are companies’', () => {
    expect(namesIn((one) => one.name)).toBe('项目名称');
  });
});

describe('two full columns of names', () => {
  const namesIn = (
    heads: readonly [string, string],
    of: (one: Enterprise, at: number) => readonly [string, string],
  ) => {
    const rows = MADE.map((one, at) => [...of(one, at), one.land, one.tax]);
    const { byField, doubts } = matchHeaders([[...heads, '用地面积（亩）', '税收（万元）']], rows);
    const asked = doubts.find(({ field }) => field.id === 'enterprise')?.columns.map(({ header }) => header);
    return { name: byField.get('enterprise')?.header, asked };
  };
  const heads = ['土地使用权人', '实际使用企业'] as const;
  const other = (at: number) => `测试另家${String(at)}实业有限公司`;

  it('by different rights, one for one, are asked about: the figures may be either’s', () => {
    const found = namesIn(heads, ({ name }, at) => [at % 3 === 0 ? name : other(at), name]);
    expect(found).toEqual({ name: undefined, asked: ['实际使用企业', '土地使用权人'] });
  });

  it('are the users’ rows where one holder stands over several of them', () => {
    const found = namesIn(heads, ({ name }, at) => [other(Math.floor(at / 3)), name]);
    expect(found).toEqual({ name: '实际使用企业', asked: undefined });
  });

  it('that hardly differ decide nothing', () => {
    const found = namesIn(heads, ({ name }, at) => [at === 4 ? other(at) : name, name]);
    expect(found).toEqual({ name: '实际使用企业', asked: undefined });
  });

  it('of which one is 企业名称 itself go by that', () => {
    const found = namesIn(['土地使用权人', '企业名称'], ({ name }, at) => [other(at), name]);
    expect(found).toEqual({ name: '企业名称', asked: undefined });
  });
});

describe('kinds of tax without a sum', () => {
  const taxOf = (parent: string, kinds: readonly string[], more: readonly string[] = []) => {
    const wide = [parent, ...kinds.slice(1).map(() => '')];
    const headers = [
      ['企业名称', '用地面积（亩）', ...wide, ...more.map(() => '备查')],
      ['', '', ...kinds, ...more],
    ];
    const rows = MADE.map((one) => [
      ...[one.name, one.land, ...sharesOf(one.tax, kinds.length, one)],
      ...more.map((_, at) => rounded(one.tax * (1.1 + 0.4 * vary(one, `more${String(at)}`)))),
    ]);
    const { byField, doubts } = matchHeaders(headers, rows);
    const match = byField.get('taxPaid');
    const isAsked = doubts.some(({ field }) => field.id === 'taxPaid');
    return { columns: match && 1 + (match.plus?.length ?? 0), isAsked };
  };

  it.each([
    ['税收收入', ['增值税', '企业所得税', '城市维护建设税', '房产税', '环境保护税']],
    ['本年入库税收（万元）', ['中央级', '省级', '市级', '县级']],
    ['实缴税收', ['增值税', '消费税', '车船税']],
  ])('that are all that stands under %s are added up', (parent, kinds) => {
    expect(taxOf(parent, kinds)).toEqual({ columns: kinds.length, isAsked: false });
  });

  it.each([
    ['税收收入', ['增值税', '企业所得税'], []],
    ['税收收入', ['增值税', '企业所得税', '教育费附加'], []],
    ['主要情况', ['增值税', '企业所得税', '房产税'], []],
    ['税收收入', ['增值税', '企业所得税', '房产税'], ['评价税收']],
  ])('under %s, %s beside %s may not be all: they are asked about', (parent, kinds, more) => {
    expect(taxOf(parent, kinds, more)).toEqual({ columns: undefined, isAsked: true });
  });
});
