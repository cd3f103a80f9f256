import type { Cell } from '../../../../src/engine/ledger/index';
import type { Draft, Layout } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { vary } from './columns';

function sheets(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'structure', weight, takes, apply };
}

/** Several tables: no lines that are about all of them together. */
const TABLES = [
  'layout',
  'totals',
  'groups',
  'repeats',
  'hiddenRows',
  'blankRows',
  'beside',
  'unheaded',
  'seq',
] as const;

const TWINS = ['sheetBefore', 'sheetAfter', 'taxTree', 'landTree', ...TABLES] as const;

function layout(kind: Layout): Quirk['apply'] {
  return (draft) => {
    draft.layout = kind;
    draft.mayAsk.add('table');
  };
}

/** What stands around the table, and several tables. */
export const SHEETS: readonly Quirk[] = [
  sheets('title', 3, ['above'], (draft) => {
    draft.above.unshift({
      text: draft.draw.one([
        '嵊越市2023年度工业企业亩均效益评价表',
        '低效工业企业排查情况表',
        '2023年企业用地情况统计表',
      ]),
      column: 0,
      merged: true,
    });
  }),
  sheets('titleAndFormLines', 2, ['above'], (draft) => {
    draft.above.unshift(
      { text: '附件2', column: 0, merged: false },
      { text: '工业企业综合评价基础数据表', column: 0, merged: true },
      {
        text: draft.draw.one([
          '填报单位（盖章）：城关镇人民政府',
          '填报单位：经信局      2024年3月',
          '数据来源：税务局、自然资源局',
        ]),
        column: 0,
        merged: false,
      },
    );
  }),
  sheets('tableOfNotesAbove', 1, ['above'], (draft) => {
    const notes = [
      '填报说明',
      '1、用地面积：指企业实际占用的土地面积。',
      '2、实缴税收：指企业当年实际缴纳的各项税收。',
      '3、请各单位于3月底前报送。',
    ];
    draft.above.unshift(...notes.map((text) => ({ text, column: 0, merged: false })));
  }),
  sheets('startsLower', 2, ['offset'], (draft) => {
    draft.offset = { rows: draft.draw.whole(1, 4), columns: 0 };
  }),
  sheets('startsRight', 2, ['offset'], (draft) => {
    draft.offset = { rows: draft.draw.whole(0, 2), columns: draft.draw.whole(1, 2) };
  }),
  sheets('notesBeside', 1, ['beside', 'layout'], (draft) => {
    draft.beside = [['说明'], ['本表数据由各镇街报送'], ['如有疑问请联系经信局']];
  }),
  sheets('statisticsBeside', 2, ['beside', 'layout'], (draft) => {
    draft.beside = statistics(draft);
  }),
  sheets('statisticsBelow', 2, ['notes', 'layout'], (draft) => {
    draft.under.push(...statistics(draft));
  }),
  sheets('tableBeside', 2, TABLES, layout('beside')),
  sheets('tableBelow', 2, TABLES, layout('stacked')),
  sheets('foldedList', 1, [...TABLES, 'taxTree', 'landTree', 'headings', 'nameCells', 'underHeader'], layout('folded')),
  sheets('sheetPerTownship', 3, TABLES, layout('sheets')),
  sheets('summaryFirst', 2, ['sheetBefore'], (draft) => {
    draft.before.push({ name: '汇总', cells: statistics(draft) });
    draft.mayAsk.add('table');
  }),
  sheets('coverSheet', 2, ['sheetBefore'], (draft) => {
    const cells = [
      '填报说明',
      '一、填报范围：全市工业企业。',
      '二、报送时间：每年3月底前。',
      '三、联系人：经信局 陈某。',
    ].map((text): Cell[] => [text]);
    draft.before.push({ name: '填报说明', cells });
  }),
  sheets('wordListSheet', 1, ['sheetAfter'], (draft) => {
    draft.after.push({
      name: '下拉选项',
      cells: [
        ['是否', '等级', '镇街'],
        ['是', 'A', '城关镇'],
        ['否', 'B', '石桥镇'],
        ['', 'C', ''],
      ],
    });
  }),
  sheets('hiddenOldSheet', 1, ['sheetAfter', 'taxTree', 'landTree', 'layout'], (draft) => {
    draft.after.push({ name: '旧表', cells: copyOf(draft, (one) => one.tax * 0.5), hidden: true });
  }),
  // The same list twice, somebody having changed some taxes in one of them: nobody can tell which is the last.
  sheets('twinList', 1, TWINS, (draft) => {
    const changed = (one: Enterprise) => one.tax * (vary(one, 'twin') < 0.3 ? 1.1 : 1);
    draft.sheetName = '汇总表';
    draft.after.push({
      name: draft.draw.one(['汇总表 (2)', '汇总表（核对）', 'Sheet2']),
      cells: copyOf(draft, changed),
    });
    draft.mustAsk.add('table');
  }),
  sheets(
    'monthSheets',
    1,
    ['sheetBefore', 'sheetAfter', 'taxTree', 'landTree', 'layout', ...TABLES.slice(1)],
    (draft) => {
      draft.sheetName = '3月';
      draft.before.push(
        { name: '1月', cells: copyOf(draft, (one) => one.tax * (0.2 + 0.1 * vary(one, '1月'))) },
        { name: '2月', cells: copyOf(draft, (one) => one.tax * (0.5 + 0.1 * vary(one, '2月'))) },
      );
      draft.mustAsk.add('table').add('year');
    },
  ),
  sheets(
    'yearSheets',
    1,
    ['sheetBefore', 'sheetAfter', 'taxTree', 'landTree', 'layout', ...TABLES.slice(1)],
    (draft) => {
      draft.sheetName = '2023年';
      draft.after.push({ name: '2022年', cells: copyOf(draft, (one) => one.tax * (0.7 + 0.5 * vary(one, '2022'))) });
      draft.mustAsk.add('table').add('year');
    },
  ),
];

/** 镇街 by number, land and tax. */
function statistics({ enterprises, draw }: Draft): Cell[][] {
  const townships = [...new Set(enterprises.map(({ township }) => township))];
  const sum = (of: readonly Enterprise[], key: 'land' | 'tax') =>
    rounded(of.reduce((total, one) => total + one[key], 0));
  const lines = townships.map((township): Cell[] => {
    const members = enterprises.filter((one) => one.township === township);
    return [township, members.length, sum(members, 'land'), sum(members, 'tax')];
  });
  const total: Cell[] = ['合计', enterprises.length, sum(enterprises, 'land'), sum(enterprises, 'tax')];
  return [['镇街', draw.one(['企业数（户）', '户数']), '用地面积（亩）', '税收（万元）'], ...lines, total];
}

/** The same table with other taxes, plain. */
function copyOf(draft: Draft, tax: (enterprise: Enterprise) => number): Cell[][] {
  const columns = draft.columns.filter(({ key }) => ['seq', 'name', 'code', 'township', 'land', 'tax'].includes(key));
  const header = columns.map(
    ({ header: own, unit }) => `${own.at(-1) ?? ''}${unit === undefined ? '' : `（${unit}）`}`,
  );
  const line = (one: Enterprise, at: number) => columns.map(({ cell }) => cell({ ...one, tax: rounded(tax(one)) }, at));
  return [header, ...draft.enterprises.map(line)];
}
