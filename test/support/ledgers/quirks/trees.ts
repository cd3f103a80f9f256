import { columnOf, replaceColumn, totalLine, type Draft, type DraftColumn } from '../draft';
import type { Quirk } from '../quirk';
import { partColumn, sharesOf, vary } from './columns';

function tree(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'structure', weight, takes, apply };
}

const TAX = ['taxWord', 'taxBeside', 'taxTree'] as const;
const LAND = ['landWord', 'landBeside', 'landTree'] as const;

/** The column that counts, as one child of a parent, among others. */
function among(
  draft: Draft,
  key: 'tax' | 'land',
  [parent, own]: readonly [string, string],
  others: readonly [string, number][],
): void {
  const column = columnOf(draft, key);
  column.header = [parent, own];
  Reflect.deleteProperty(column, 'unit');
  const rest = others.map(([child, least]) =>
    partColumn(key, [parent, child], (one) => least * (0.7 + 0.6 * vary(one, child)), { unit: '' }),
  );
  replaceColumn(draft, key, draft.draw.some([column, ...rest], rest.length + 1));
}

/** Parts that make the whole, which stands nowhere, or before or behind them. */
function parts(
  draft: Draft,
  key: 'tax' | 'land',
  parent: string,
  { names, whole, areAll }: { readonly names: readonly string[]; readonly whole?: string; readonly areAll?: true },
): void {
  const column = columnOf(draft, key);
  const children = names.map((child, at): DraftColumn => ({
    ...{ key: child, kind: key, header: [parent, child], sums: true },
    cell: (one) => sharesOf(key === 'tax' ? one.tax : one.land, names.length, one)[at] ?? 0,
  }));
  if (whole === undefined) {
    if (!areAll) draft.mayAsk.add(key === 'tax' ? 'taxPaid' : 'landArea');
    replaceColumn(draft, key, children);
    return;
  }
  column.header = [parent, whole];
  Reflect.deleteProperty(column, 'unit');
  replaceColumn(draft, key, draft.draw.chance(0.5) ? [column, ...children] : [...children, column]);
}

/** Headers of several rows. */
export const TREES: readonly Quirk[] = [
  tree('monthAndCumulative', 2, TAX, (draft) => {
    among(
      draft,
      'tax',
      ['税收（万元）', '本年累计'],
      [
        ['本月', 0.1],
        ['上年同期累计', 0.9],
      ],
    );
    draft.mayAsk.add('taxPaid');
  }),
  tree('promisedAndPaid', 2, TAX, (draft) => {
    const [promise, paid] = draft.draw.one([
      ['承诺值', '实际值'],
      ['约定', '实际'],
      ['目标', '完成'],
      ['计划', '实际完成'],
    ] as const);
    among(draft, 'tax', ['税收（万元）', paid], [[promise, 2]]);
    draft.mayAsk.add('taxPaid');
  }),
  tree('paidBesideDue', 1, TAX, (draft) => {
    const [due, paid] = draft.draw.one([
      ['应缴', '已缴'],
      ['应纳税额', '实缴税额'],
      ['应征', '已入库'],
    ] as const);
    among(draft, 'tax', ['2023年税收（万元）', paid], [[due, 1.1]]);
    draft.mayAsk.add('taxPaid');
  }),
  tree('lastYearAndThis', 2, TAX, (draft) => {
    among(draft, 'tax', ['税收（万元）', '本年完成'], [['上年实际', 1]]);
    draft.mayAsk.add('taxPaid');
  }),
  tree('yearsUnderTax', 2, TAX, (draft) => {
    const column = columnOf(draft, 'tax');
    column.header = ['实缴税收（万元）', '2023年'];
    Reflect.deleteProperty(column, 'unit');
    const earlier = ['2021年', '2022年'].map((year) =>
      partColumn('tax', ['实缴税收（万元）', year], (one) => 0.5 + vary(one, year), { unit: '' }),
    );
    replaceColumn(draft, 'tax', [...earlier, column]);
  }),
  tree('bureaus', 1, [...TAX, 'taxCells'], (draft) => {
    parts(draft, 'tax', '税收（万元）', { names: ['国税', '地税'] });
  }),
  tree('levels', 1, [...TAX, 'taxCells'], (draft) => {
    parts(draft, 'tax', '税收（万元）', { names: ['中央级', '省级', '县级'] });
  }),
  tree('levelsWithWhole', 2, TAX, (draft) => {
    parts(draft, 'tax', '税收（万元）', { names: ['中央级', '省级', '县级'], whole: draft.draw.one(['合计', '小计']) });
  }),
  tree('kindsOfTax', 2, TAX, (draft) => {
    parts(draft, 'tax', '实缴税收（万元）', { names: ['增值税', '企业所得税', '其他税种'], whole: '合计' });
  }),
  tree('kindsOfTaxAlone', 1, [...TAX, 'taxCells'], (draft) => {
    const names = draft.draw.some(['增值税', '企业所得税', '城市维护建设税', '房产税', '环境保护税', '资源税'], 4);
    parts(draft, 'tax', draft.draw.one(['税收收入（万元）', '2023年入库税收（万元）']), { names, areAll: true });
  }),
  tree('quartersWithWhole', 1, TAX, (draft) => {
    parts(draft, 'tax', '2023年税收（万元）', { names: ['一季度', '二季度', '三季度', '四季度'], whole: '全年' });
  }),
  tree('quarters', 1, [...TAX, 'taxCells'], (draft) => {
    parts(draft, 'tax', '2023年税收（万元）', { names: ['一季度', '二季度', '三季度', '四季度'] });
  }),
  // 一季度 over 营业收入 and 税收, the sum of all above the list.
  tree('figuresByQuarter', 1, [...TAX, 'taxCells', 'headings', 'totals', 'unitsAt', 'revenue'], (draft) => {
    const tax = columnOf(draft, 'tax');
    const quarters = ['一季度', '二季度', '三季度', '四季度'].flatMap((quarter, nth): DraftColumn[] => [
      {
        key: `revenue${quarter}`,
        header: [quarter, '营业收入（万元）'],
        cell: (one) => Math.round(one.tax * (2 + vary(one, quarter))),
      },
      { ...tax, key: quarter, header: [quarter, '税收（万元）'], cell: (one) => sharesOf(one.tax, 4, one)[nth] ?? 0 },
    ]);
    for (const column of quarters) Reflect.deleteProperty(column, 'unit');
    replaceColumn(draft, 'tax', quarters);
    draft.lines.unshift(totalLine(draft.enterprises, '合计'));
  }),
  tree('months', 1, [...TAX, 'taxCells'], (draft) => {
    const names = Array.from({ length: 12 }, (_, at) => `${String(at + 1)}月`);
    parts(draft, 'tax', '2023年税收（万元）', { names });
  }),
  tree('ownAndRented', 2, [...LAND, 'landCells'], (draft) => {
    parts(draft, 'land', '用地面积（亩）', { names: ['自有', '租赁'] });
  }),
  tree('ownAndRentedWithWhole', 2, LAND, (draft) => {
    parts(draft, 'land', '用地面积（亩）', {
      names: ['自有', '租赁'],
      whole: draft.draw.one(['合计', '小计', '总面积']),
    });
  }),
  tree('productionAndSupport', 1, [...LAND, 'landCells'], (draft) => {
    parts(draft, 'land', '用地面积（亩）', { names: ['生产用地', '配套用地'] });
  }),
  tree('certifiedMeasuredJudged', 1, [...LAND, 'proof'], (draft) => {
    const [own = '', ...others] = draft.draw.some(['证载', '实测', '评价'], 3);
    among(
      draft,
      'land',
      ['用地面积（亩）', own],
      others.map((other) => [other, 1.2] as [string, number]),
    );
    draft.mustAsk.add('landArea');
  }),
  tree('headings', 3, ['headings'], grouped),
  tree('headingsUnmerged', 2, ['headings'], (draft) => {
    grouped(draft);
    draft.mergesHeader = false;
  }),
];

/** 基本情况 over who it is, 用地与税收 over the figures. */
function grouped({ columns, draw }: Draft): void {
  const [who, what] = draw.one([
    ['基本情况', '用地与税收情况'],
    ['一、企业信息', '二、评价指标'],
    ['企业基本信息', '亩均效益'],
  ] as const);
  const first = columns.findIndex(({ kind }) => kind !== undefined);
  columns.forEach((column, at) => {
    column.header = [at < first ? who : what, ...column.header];
  });
}
