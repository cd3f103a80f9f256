import { columnOf, putBeside, replaceColumn, totalLine, type Draft, type DraftColumn } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { partColumn, sharesOf, vary, wordColumn } from './columns';

function exported(name: string, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'words', weight: 1, takes, apply };
}

const TAX = ['taxWord', 'taxBeside', 'taxTree', 'proof', 'taxCells'] as const;
const LAND = ['landWord', 'landBeside', 'landTree', 'proof', 'landCells'] as const;
const KINDS = ['增值税', '企业所得税', '房产税', '印花税'];

/** What systems export and who keeps a list for himself: kinds with surcharges, land by kind, names with where they were fetched from. */
export const EXPORTS: readonly Quirk[] = [
  // What is collected with the taxes is in the last sum, and is no tax.
  exported('surchargesBeside', [...TAX, 'headings', 'taxUnit', 'unitsAt'], (draft) => {
    const charge = (one: Enterprise) => rounded(one.tax * (0.02 + 0.02 * vary(one, 'charge')));
    const amount = (header: string, cell: (one: Enterprise) => number): DraftColumn => ({
      ...{ key: header, kind: 'tax', header: [header], unit: '万元', sums: true, cell },
    });
    const whole = { ...columnOf(draft, 'tax'), header: [draft.draw.one(['税收收入小计', '税收小计'])] };
    replaceColumn(draft, 'tax', [
      ...KINDS.map((kind, nth) => amount(kind, (one) => sharesOf(one.tax, KINDS.length, one)[nth] ?? 0)),
      whole,
      amount('教育费附加', charge),
      amount('入库合计', (one) => rounded(one.tax + charge(one))),
    ]);
    draft.mayAsk.add('taxPaid');
  }),
  exported('holderAndSiteUser', ['nameWord', 'nameBeside', 'headings', 'unheaded', 'nameCells'], (draft) => {
    columnOf(draft, 'name').header = [draft.draw.one(['现场使用企业', '入驻企业', '现使用单位'])];
    const holder = (one: Enterprise, at: number) =>
      at % 3 === 0 ? one.name : `${one.township.slice(0, 2)}${one.code.slice(9, 12)}实业有限公司`;
    putBeside(draft, 'name', wordColumn(draft.draw.one(['权利人', '不动产权利人', '产权人']), holder));
    draft.mustAsk.add('enterprise');
  }),
  // Written before the year was over, or after a bad one: nothing says which.
  exported('keptUpToDate', TAX, (draft) => {
    columnOf(draft, 'tax').header = ['2025年入库税收'];
    const before = [2023, 2024].map((year) =>
      partColumn('tax', [`${String(year)}年入库税收`], (one) => 1.05 + 0.3 * vary(one, String(year))),
    );
    replaceColumn(draft, 'tax', [...before, columnOf(draft, 'tax')]);
    draft.below.push('注：本表动态更新。');
    draft.mustAsk.add('taxPaid').add('year');
  }),
  exported('lastYearAlone', TAX, (draft) => {
    columnOf(draft, 'tax').header = ['去年税收'];
    draft.below.push('2024年3月填，税收为2023年数。');
  }),
  // Each enterprise has land of one kind, hardly any of two.
  exported('landOfOneKind', [...LAND, 'headings', 'unitsAt', 'landUnit'], (draft) => {
    const land = columnOf(draft, 'land');
    const kinds = ['国有出让', '集体建设用地', '租用'];
    const of = (one: Enterprise) => Math.floor(3 * vary(one, 'kind'));
    const own = kinds.map((kind, nth): DraftColumn => ({
      ...{ ...land, key: kind, header: ['用地（亩）', kind] },
      cell: (one) => (of(one) === nth ? one.land : ''),
    }));
    for (const column of own) Reflect.deleteProperty(column, 'unit');
    replaceColumn(draft, 'land', own);
    draft.mayAsk.add('landArea');
  }),
  // In a survey the papers say one thing and the ground another: which of them counts is nobody's to guess.
  exported('usedBesidePapers', LAND, (draft) => {
    columnOf(draft, 'land').header = ['证载面积'];
    const used = partColumn(
      'land',
      [draft.draw.one(['实际占地面积', '实际占用面积'])],
      (one) => 0.8 + 0.4 * vary(one, 'used'),
    );
    putBeside(draft, 'land', { ...used, cell: (one, at) => (at % 2 === 0 ? one.land : used.cell(one, at)) });
    draft.mustAsk.add('landArea');
  }),
  exported('fetchedByName', ['landWord', 'taxWord', 'landTree', 'taxTree', 'headings', 'headerLook'], (draft) => {
    const from = draft.draw.one(['匹配', '关联', '税务局']);
    for (const column of draft.columns.filter(({ kind }) => kind !== undefined)) {
      column.header = [`${from}：${column.header.at(-1) ?? ''}`];
    }
  }),
  // 契税 and what was paid for the land are of a sale, whatever their size.
  exported('onceBeside', TAX, (draft) => {
    const once = draft.draw.some(['契税', '土地出让价款', '耕地占用税'], 2);
    putBeside(draft, 'tax', ...once.map((header) => partColumn('tax', [header], (one) => 0.5 + 3 * vary(one, header))));
  }),
  // How many there are stands in the place of their numbers.
  // 全县合计 in the place of a name, and 12家 in that of a code.
  exported('countInPlaceOfCode', ['totals', 'seq', 'seqCells', 'layout', 'groups', 'nameCells'], (draft) => {
    const { enterprises, columns } = draft;
    if (!columns.some(({ key }) => key === 'code')) return;
    const name = draft.draw.one(['全县合计', '某某镇汽摩配件集聚区小计', '合计']);
    const total = {
      ...totalLine(enterprises, name),
      cells: { name, seq: '', code: `${String(enterprises.length)}家` },
    };
    draft.lines = draft.draw.chance(0.5) ? [total, ...draft.lines] : [...draft.lines, total];
  }),
  exported('countBesideTotal', ['totals', 'seq', 'seqCells', 'layout', 'groups', 'nameCells'], countedTotal),
];

function countedTotal(draft: Draft): void {
  const { columns, enterprises } = draft;
  const town = wordColumn('所属镇街', ({ township }) => township);
  draft.columns = [town, ...columns.filter(({ key }) => key !== 'township')];
  draft.lines.push({
    ...{ kind: 'total', of: enterprises },
    cells: { [town.key]: draft.draw.one(['全县总计', '全市合计', '全区总计']), seq: enterprises.length, name: '' },
  });
}
