import { columnOf, putBeside, replaceColumn, type Draft } from '../draft';
import { rounded } from '../enterprises';
import { textsMeaning } from '../headerTexts';
import type { Quirk } from '../quirk';
import { partColumn, vary, wordColumn } from './columns';

function words(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'words', weight, takes, apply };
}

/** Another text for a header, from those seen in public. */
function renamed(key: string, field: string): Quirk['apply'] {
  return (draft) => {
    columnOf(draft, key).header = [draft.draw.one(textsMeaning(field))];
  };
}

function everyHeader(draft: Draft, change: (text: string) => string): void {
  for (const column of draft.columns) column.header = column.header.map(change);
}

/** Figures of several years, those of 2023 being the enterprises' own. */
function yearly(draft: Draft, key: 'land' | 'tax', years: readonly number[]): void {
  const column = columnOf(draft, key);
  const name = key === 'land' ? '用地面积' : '税收';
  const of = (year: number) =>
    year === 2023
      ? { ...column, header: [`2023年${name}`] }
      : partColumn(key, [`${String(year)}年${name}`], (one) => 0.7 + 0.6 * vary(one, `${key}${String(year)}`));
  replaceColumn(draft, key, years.map(of));
}

const YEARS = ['taxWord', 'taxBeside', 'proof', 'taxTree', 'headings'] as const;

/** What the headers of one ledger say, and what stands beside the columns that count. */
export const WORDS: readonly Quirk[] = [
  words('nameWord', 4, ['nameWord'], renamed('name', 'enterprise')),
  words('landWord', 4, ['landWord'], renamed('land', 'landArea')),
  words('taxWord', 4, ['taxWord'], renamed('tax', 'taxPaid')),
  words('townshipWord', 1, ['townshipWord'], ({ columns, draw }) => {
    for (const column of columns) if (column.key === 'township') column.header = [draw.one(textsMeaning('township'))];
  }),
  words('barestWords', 1, ['landWord', 'taxWord'], (draft) => {
    columnOf(draft, 'land').header = ['面积'];
    columnOf(draft, 'tax').header = ['税收'];
  }),
  words('wordyTax', 2, ['taxWord'], (draft) => {
    columnOf(draft, 'tax').header = ['2023年度企业实缴税收总额（不含社保费）'];
  }),
  words('yearInHeader', 2, ['taxWord'], (draft) => {
    columnOf(draft, 'tax').header = [draft.draw.one(['2023年实缴税收', '2023年税收', '2023年度入库税收'])];
  }),
  words('payableBeside', 2, ['taxBeside'], (draft) => {
    putBeside(
      draft,
      'tax',
      partColumn('tax', ['应纳税额'], (one) => 1.05 + 0.4 * vary(one, 'payable')),
    );
  }),
  words('payableAlone', 1, ['taxWord', 'taxBeside', 'proof'], (draft) => {
    columnOf(draft, 'tax').header = [draft.draw.one(['应纳税额', '应交税金', '应缴税费'])];
    draft.mustAsk.add('taxPaid');
  }),
  // Nothing but what a town's clerk calls them: what the tax is divided by to give 亩税 is the land.
  words(
    'shortWords',
    1,
    [
      ...YEARS,
      'landWord',
      'landBeside',
      'landTree',
      'landUnit',
      'taxUnit',
      'unitsAt',
      'landCells',
      'taxCells',
      'nameWord',
    ],
    (draft) => {
      const [land, tax] = [columnOf(draft, 'land'), columnOf(draft, 'tax')];
      Object.assign(land, { header: ['地'], unit: undefined });
      Object.assign(tax, { header: ['23税'], unit: undefined });
      draft.columns.push(wordColumn('亩税(万/亩)', (one) => rounded(one.tax / one.land)));
      draft.columns.push(wordColumn('电', (one) => Math.round(one.tax * (0.3 + vary(one, 'power')))));
    },
  ),
  words('contractBesideUse', 1, ['landWord', 'landBeside', 'landTree', 'proof', 'landCells'], (draft) => {
    columnOf(draft, 'land').header = ['出让合同面积'];
    const used = partColumn('land', ['实际占用面积'], (one) => 0.8 + 0.4 * vary(one, 'used'));
    putBeside(draft, 'land', { ...used, cell: (one, at) => (at % 2 === 0 ? one.land : used.cell(one, at)) });
    draft.mustAsk.add('landArea');
  }),
  words('promisedBeside', 2, ['taxBeside'], (draft) => {
    const header = draft.draw.one(['承诺税收', '约定税收', '达产税收', '计划税收', '税收目标']);
    putBeside(
      draft,
      'tax',
      partColumn('tax', [header], (one) => 1.3 + 1.5 * vary(one, 'promise')),
    );
  }),
  words('lastYearBeside', 3, ['taxBeside'], (draft) => {
    const header = draft.draw.one(['上年税收', '上年同期税收', '去年税收']);
    putBeside(
      draft,
      'tax',
      partColumn('tax', [header], (one) => 0.6 + 0.9 * vary(one, 'last')),
    );
  }),
  words('growthBeside', 2, ['growth'], (draft) => {
    putBeside(
      draft,
      'tax',
      wordColumn(draft.draw.one(['税收增幅（%）', '同比增长%', '增速(%)']), (one) =>
        rounded(60 * vary(one, 'growth') - 20, 1),
      ),
    );
  }),
  words('retainedBeside', 1, ['taxBeside'], (draft) => {
    putBeside(
      draft,
      'tax',
      partColumn('tax', [draft.draw.one(['地方留成', '税收留存', '减免税额'])], (one) => 0.2 + 0.3 * vary(one, 'kept')),
    );
  }),
  words('monthBeside', 2, ['taxWord', 'taxBeside'], (draft) => {
    columnOf(draft, 'tax').header = [draft.draw.one(['本年累计税收', '1-12月累计税收', '全年税收'])];
    putBeside(
      draft,
      'tax',
      partColumn(
        'tax',
        [draft.draw.one(['本月税收', '12月税收', '当月税收'])],
        (one) => 0.05 + 0.1 * vary(one, 'month'),
      ),
    );
  }),
  words('floorBeside', 2, ['floor'], (draft) => {
    putBeside(
      draft,
      'land',
      wordColumn('建筑面积（㎡）', (one) => Math.round(one.land * 667 * (0.6 + vary(one, 'floor')))),
    );
  }),
  words('lesserLandBeside', 2, ['landBeside'], (draft) => {
    putBeside(
      draft,
      'land',
      partColumn(
        'land',
        [draft.draw.one(['低效面积', '闲置面积', '未利用面积', '处置面积'])],
        (one) => 0.1 + 0.5 * vary(one, 'idle'),
      ),
    );
  }),
  words('plannedLandBeside', 1, ['landBeside'], (draft) => {
    putBeside(
      draft,
      'land',
      partColumn('land', [draft.draw.one(['规划用地面积', '计划供地面积'])], (one) => 1.1 + vary(one, 'planned')),
    );
  }),
  words('promisedYieldBeside', 2, ['proof'], (draft) => {
    putBeside(
      draft,
      'tax',
      wordColumn('约定亩均税收（≥万元/亩）', (one) => 10 + Math.round(20 * vary(one, 'yield'))),
    );
  }),
  words('yieldBeside', 3, ['proof'], (draft) => {
    putBeside(
      draft,
      'tax',
      wordColumn('亩均税收（万元/亩）', ({ tax, land }) => rounded(tax / land)),
    );
  }),
  words('revenueBeside', 2, ['revenue'], (draft) => {
    putBeside(
      draft,
      'tax',
      wordColumn(draft.draw.one(['主营业务收入（万元）', '营业收入（万元）']), (one) =>
        Math.round(one.tax * (8 + 20 * vary(one, 'revenue'))),
      ),
    );
  }),
  words('priceBeside', 1, ['price'], (draft) => {
    putBeside(
      draft,
      'land',
      wordColumn(draft.draw.one(['起始价（万元）', '总投资（万元）', '固定资产投资（万元）']), (one) =>
        Math.round(one.land * 30 * (1 + vary(one, 'price'))),
      ),
    );
  }),
  words('rateBeside', 1, ['rate'], (draft) => {
    putBeside(
      draft,
      'tax',
      wordColumn('完成率', (one) => rounded(0.8 + 0.3 * vary(one, 'rate'))),
    );
  }),
  words('gradeBeside', 1, ['grade'], (draft) => {
    draft.columns.push(
      wordColumn(draft.draw.one(['评价等级', '综合评价等级', '分类结果']), (one) =>
        draft.draw.one(['A', 'B', 'C', 'D', one.tax > 0 ? 'B' : 'C']),
      ),
    );
  }),
  words('oldNameBeside', 2, ['nameBeside'], (draft) => {
    putBeside(
      draft,
      'name',
      wordColumn(draft.draw.one(['原企业名称', '承租企业名称', '曾用名']), (one) =>
        vary(one, 'old') < 0.6 ? '' : `${one.township.slice(0, 2)}老厂有限公司`,
      ),
    );
  }),
  words('peopleBeside', 2, ['people'], ({ columns }) => {
    columns.splice(
      2,
      0,
      wordColumn('法定代表人', (one) => `${'张王李赵陈'[Math.floor(5 * vary(one, 'who'))] ?? ''}某`),
      wordColumn('联系电话', (one) => `138${String(Math.floor(1e8 * vary(one, 'call'))).padStart(8, '0')}`),
    );
  }),
  words('remarks', 2, ['remark'], ({ columns }) => {
    columns.push(
      wordColumn('备注', (one) =>
        vary(one, 'remark') < 0.7 ? '' : `其中出租${String(1 + Math.floor(9 * vary(one, 'rent')))}亩`,
      ),
    );
  }),
  words('years', 2, ['taxWord', 'taxBeside', 'proof', 'taxTree'], (draft) => {
    columnOf(draft, 'tax').header = ['2023年税收'];
    const earlier = [2021, 2022].map((year) =>
      partColumn('tax', [`${String(year)}年税收`], (one) => 0.5 + vary(one, String(year))),
    );
    replaceColumn(draft, 'tax', [...earlier, columnOf(draft, 'tax')]);
  }),
  words('yearsOfBoth', 1, ['landWord', 'landBeside', 'landTree', 'landCells', ...YEARS], (draft) => {
    const { draw } = draft;
    const isLater = draw.chance(0.5);
    yearly(draft, 'land', isLater ? [2022, 2023, 2024] : [2021, 2022, 2023]);
    yearly(draft, 'tax', draw.chance(0.5) ? [2022, 2023] : [2021, 2022, 2023]);
  }),
  words('newestYearEmpty', 1, ['taxWord', 'taxBeside', 'proof', 'taxTree', 'taxCells', 'totals'], (draft) => {
    columnOf(draft, 'tax').header = ['2023年税收'];
    const begun = draft.enterprises[0];
    const next = partColumn('tax', ['2024年税收'], () => 0.04);
    const newest = {
      ...next,
      cell: (one: (typeof draft.enterprises)[number]) => (one === begun ? next.cell(one, 0) : ''),
    };
    replaceColumn(draft, 'tax', [columnOf(draft, 'tax'), newest]);
    draft.mustAsk.add('taxPaid').add('year');
  }),
  words('twoTaxes', 1, ['taxWord', 'taxBeside', 'proof', 'taxTree'], (draft) => {
    const [first = '', second = ''] = draft.draw.some(['实缴税收', '全口径税收', '入库税收'], 2);
    columnOf(draft, 'tax').header = [first];
    putBeside(
      draft,
      'tax',
      partColumn('tax', [second], (one) => 1.1 + 0.5 * vary(one, 'all')),
    );
    draft.mustAsk.add('taxPaid');
  }),
  words('threeAreas', 1, ['landWord', 'landBeside', 'proof', 'landTree'], (draft) => {
    const [own = '', ...others] = draft.draw.some(['证载面积', '实测面积', '评价面积'], 3);
    columnOf(draft, 'land').header = [own];
    putBeside(
      draft,
      'land',
      ...others.map((header) => partColumn('land', [header], (one) => 0.9 + 0.6 * vary(one, header))),
    );
    draft.mustAsk.add('landArea');
  }),
  words('spacedHeaders', 1, ['headerLook'], (draft) => {
    everyHeader(draft, (text) => (text.length <= 6 ? [...text].join(' ') : text));
  }),
  words('brokenHeaders', 1, ['headerLook'], (draft) => {
    everyHeader(draft, (text) => (text.length > 3 ? `${text.slice(0, 2)}\n${text.slice(2)}` : text));
  }),
  words('markedHeaders', 1, ['headerLook'], (draft) => {
    const land = columnOf(draft, 'land');
    land.header = [...land.header.slice(0, -1), `${land.header.at(-1) ?? ''}${draft.draw.one(['①', '*', '【1】'])}`];
    draft.below.push('注：用地面积按不动产权证填列。');
  }),
];
