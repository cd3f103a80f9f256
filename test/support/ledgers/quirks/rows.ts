import type { Cell } from '../../../../src/engine/ledger/index';
import { columnOf, enterpriseLine, totalLine, type Draft, type DraftColumn, type DraftLine } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { vary } from './columns';

function rows(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'structure', weight, takes, apply };
}

const ALONE = ['totals', 'groups'] as const;
const blank: DraftLine = { kind: 'other', of: [], cells: {} };

/** Lines of the body by township, with what stands before and behind each. */
function byTownship(
  draft: Draft,
  of: (members: readonly Enterprise[], lines: readonly DraftLine[]) => readonly DraftLine[],
): void {
  const townships = [...new Set(draft.enterprises.map(({ township }) => township))];
  draft.lines = townships.flatMap((township) => {
    const lines = draft.lines.filter((line) => line.of[0]?.township === township);
    return of(
      draft.enterprises.filter((one) => one.township === township),
      lines,
    );
  });
}

const text = (line: string): DraftLine => ({ ...blank, text: line });

/** Lines between, above and below enterprises. */
export const ROWS: readonly Quirk[] = [
  rows('total', 4, ['totals'], (draft) => {
    draft.lines.push(totalLine(draft.enterprises, draft.draw.one(['合计', '总计', '合  计'])));
  }),
  rows('totalInFirstColumn', 2, ['totals'], (draft) => {
    draft.lines.push({ kind: 'total', of: draft.enterprises, cells: { seq: '合计' } });
  }),
  rows('totalAbove', 2, ['totals'], (draft) => {
    draft.lines.unshift(totalLine(draft.enterprises, '合计'));
  }),
  rows('totalByAnotherWord', 2, ['totals'], (draft) => {
    const count = String(draft.enterprises.length);
    draft.lines.push(
      totalLine(
        draft.enterprises,
        draft.draw.one(['汇总', '全县', 'Total', `共${count}户`, '全县合计', '总 计', '累计', '全部企业']),
      ),
    );
  }),
  rows('totalUnnamed', 1, ['totals'], (draft) => {
    draft.lines.push({ kind: 'total', of: draft.enterprises, cells: {} });
  }),
  rows('subtotals', 3, ALONE, (draft) => {
    const name = draft.draw.one([
      (township: string) => `${township}小计`,
      () => '小计',
      (township: string) => `${township}合计`,
      (township: string) => `${township}汇总`,
    ]);
    byTownship(draft, (members, lines) => [...lines, totalLine(members, name(members[0]?.township ?? ''))]);
    draft.lines.push(totalLine(draft.enterprises, '合计'));
  }),
  rows('subtotalsAbove', 2, ALONE, (draft) => {
    byTownship(draft, (members, lines) => [totalLine(members, members[0]?.township ?? ''), ...lines]);
  }),
  rows('townshipLines', 2, ['groups'], (draft) => {
    const seq = draft.draw.chance(0.5);
    byTownship(draft, (members, lines) => {
      const name = members[0]?.township ?? '';
      return [seq ? { ...blank, cells: { seq: '一', name } } : text(name), ...lines];
    });
  }),
  rows('partsOfTotal', 1, ['totals'], (draft) => {
    const [some, others] = [
      draft.enterprises.filter((_, at) => at % 2 === 0),
      draft.enterprises.filter((_, at) => at % 2 === 1),
    ];
    draft.lines.push(
      totalLine(draft.enterprises, '合计'),
      totalLine(some, '其中：规上企业'),
      totalLine(others, '规下企业'),
    );
  }),
  rows('partsOfEnterprises', 1, ['groups', 'landTree'], (draft) => {
    const [first, second] = draft.draw.one([
      ['其中：自有', '　　　租赁'],
      ['其中:厂区一', '     厂区二'],
      ['其中：出让', '　　　租赁'],
      ['（其中）自有', '（其中）租赁'],
    ] as const);
    draft.lines = draft.lines.flatMap((line, at) => {
      const [enterprise] = line.of;
      if (line.kind !== 'enterprise' || !enterprise || at % 3 !== 0) return [line];
      const own = rounded(enterprise.land * (0.4 + 0.3 * vary(enterprise, 'own')));
      return [
        line,
        part(draft, enterprise, [first, own]),
        part(draft, enterprise, [second, rounded(enterprise.land - own)]),
      ];
    });
  }),
  rows('headerRepeated', 2, ['repeats'], (draft) => {
    draft.lines.splice(Math.ceil(draft.lines.length / 2), 0, { ...blank, repeatsHeader: true });
  }),
  rows('continuedPage', 1, ['repeats'], (draft) => {
    draft.lines.splice(Math.ceil(draft.lines.length / 2), 0, text('续表'), { ...blank, repeatsHeader: true });
  }),
  rows('blankRows', 2, ['blankRows'], (draft) => {
    draft.lines.splice(Math.ceil(draft.lines.length / 3), 0, blank);
  }),
  rows('numberedBlankRows', 1, ['blankRows'], (draft) => {
    const count = draft.enterprises.length;
    draft.lines.push({ ...blank, cells: { seq: count + 1 } }, { ...blank, cells: { seq: count + 2 } });
  }),
  rows('footers', 3, ['footers'], (draft) => {
    draft.below.push(
      draft.draw.one([
        '填表人：张某　　审核人：李某　　填表日期：2024年3月5日',
        '制表：经济发展科',
        '填报人：          联系电话：',
      ]),
    );
  }),
  rows('numberedNotes', 1, ['notes'], (draft) => {
    draft.below.push(
      '说明：1.税收为当年实缴税收，不含社保费；',
      '2.用地面积为实际占用土地面积，含租赁；',
      '3.本表由各镇街填报。',
    );
  }),
  rows('numberingRow', 2, ['underHeader'], (draft) => {
    const isWord = ({ key }: DraftColumn) => key === 'seq' || key === 'name';
    draft.underHeader.push((column, at) => {
      const before = draft.columns.slice(0, at).filter((one) => !isWord(one)).length;
      return isWord(column) ? (column.key === 'seq' ? '甲' : '乙') : before + 1;
    });
  }),
  rows('formulaRow', 1, ['underHeader'], (draft) => {
    draft.underHeader.push((_, at) => (at === 0 ? '栏次' : at === draft.columns.length - 1 ? '5=4/3' : String(at)));
  }),
  rows('databaseNames', 1, ['underHeader'], (draft) => {
    const names: Readonly<Record<string, Cell>> = {
      seq: 'xh',
      name: 'qymc',
      code: 'tyshxydm',
      township: 'szjz',
      land: 'ydmj',
      tax: 'sjss',
    };
    draft.underHeader.push(({ key }, at) => names[key] ?? `col${String(at)}`);
  }),
  rows('blankUnderHeader', 1, ['blankUnder'], (draft) => {
    draft.blankUnderHeader = draft.draw.whole(1, 2);
  }),
  rows('rowsHiddenByFilter', 2, ['hiddenRows', 'layout'], (draft) => {
    draft.lines = draft.lines.map((line, at) =>
      line.kind === 'enterprise' && at % 3 === 1 ? { ...line, hidden: true } : line,
    );
    draft.tells.add('隐藏|筛选');
  }),
  rows('columnHidden', 1, ['hiddenColumn', 'taxBeside', 'taxTree'], (draft) => {
    const { draw, columns } = draft;
    const tax = columnOf(draft, 'tax');
    const hidden = { ...tax, key: 'hiddenTax', header: [draw.one(['2022年税收', '上年实缴税收'])], hidden: true };
    columns.splice(columns.indexOf(tax), 0, {
      ...hidden,
      cell: (one) => rounded(one.tax * (0.6 + 0.8 * vary(one, 'hidden'))),
    });
  }),
  rows('nameUnheaded', 1, ['nameWord', 'headings', 'nameBeside', 'unheaded'], (draft) => {
    columnOf(draft, 'name').header = [''];
    draft.mayAsk.add('enterprise');
  }),
  rows('seqUnheaded', 1, ['unheaded'], (draft) => {
    const seq = columnOf(draft, 'seq');
    seq.header = [...seq.header.slice(0, -1), ''];
  }),
  rows('noSequence', 2, ['unheaded', 'seq', 'totals', 'groups', 'underHeader', 'blankRows'], ({ columns }) => {
    columns.splice(
      columns.findIndex(({ key }) => key === 'seq'),
      1,
    );
  }),
  rows('sequenceByTownship', 1, ['seq'], (draft) => {
    const places = new Map<string, number>();
    const order = new Map(
      draft.enterprises.map((one) => {
        const at = (places.get(one.township) ?? 0) + 1;
        places.set(one.township, at);
        return [one, at] as const;
      }),
    );
    columnOf(draft, 'seq').cell = (one) => order.get(one) ?? '';
  }),
  rows('townshipMergedDown', 2, ['groups', 'townshipCells', 'layout', 'repeats', 'blankRows'], (draft) => {
    if (!draft.columns.some(({ key }) => key === 'township')) return;
    byTownship(draft, (members, lines) =>
      lines.map((line, at) =>
        at === 0
          ? { ...line, merges: [{ key: 'township', below: members.length - 1 }] }
          : { ...line, cells: { ...line.cells, township: '' } },
      ),
    );
  }),
  rows('townshipOnceUnmerged', 1, ['groups', 'townshipCells', 'layout'], (draft) => {
    byTownship(draft, (_, lines) =>
      lines.map((line, at) => (at === 0 ? line : { ...line, cells: { ...line.cells, township: '' } })),
    );
  }),
  rows(
    'parcelsWithOneTax',
    2,
    [
      'groups',
      'totals',
      'layout',
      'blankRows',
      'repeats',
      'landTree',
      'landBeside',
      'taxTree',
      'taxBeside',
      'proof',
      'hiddenRows',
      'seq',
    ],
    parcels,
  ),
  rows(
    'rowPerYear',
    2,
    [
      'groups',
      'totals',
      'layout',
      'blankRows',
      'repeats',
      'taxWord',
      'taxBeside',
      'taxTree',
      'hiddenRows',
      'taxCells',
      'landCells',
      'nameCells',
      'proof',
    ],
    rowPerYear,
  ),
];

/** A line below an enterprise that says a name and some land. */
export function part(draft: Draft, enterprise: Enterprise, [label, land]: readonly [string, number]): DraftLine {
  const column = columnOf(draft, 'land');
  const cells = { ...Object.fromEntries(draft.columns.map(({ key }) => [key, ''])), name: label };
  return { kind: 'other', of: [], cells: { ...cells, land: column.cell({ ...enterprise, land }, 0) } };
}

/** An enterprise with several parcels: its name, code and tax merged down over them, its land parcel by parcel. */
function parcels(draft: Draft): void {
  const chosen = new Set(draft.draw.some(draft.enterprises, 2));
  draft.lines = draft.lines.flatMap((line) => {
    const [enterprise] = line.of;
    if (line.kind !== 'enterprise' || !enterprise || !chosen.has(enterprise)) return [line];
    const first = rounded(enterprise.land * (0.3 + 0.3 * vary(enterprise, 'parcel')));
    const truth = (land: number) => ({ landArea: land, taxPaid: null });
    const merged = draft.columns.map(({ key }) => key).filter((key) => key !== 'land');
    const without = Object.fromEntries(merged.map((key) => [key, '']));
    const land = (part: number) => columnOf(draft, 'land').cell({ ...enterprise, land: part }, 0);
    const second = rounded(enterprise.land - first);
    return [
      { ...line, cells: { land: land(first) }, truth: truth(first), merges: merged.map((key) => ({ key, below: 1 })) },
      { ...line, kind: 'other', cells: { ...without, land: land(second) }, truth: truth(second) },
    ];
  });
  draft.mayAsk.add('rows').add('taxPaid').add('enterprise');
}

/** Three rows an enterprise, one a year. */
function rowPerYear(draft: Draft): void {
  const word = draft.draw.one(['年度', '年份', '评价年度', '批次']);
  draft.columns.splice(draft.draw.one([0, 2]), 0, { key: 'year', header: [word], cell: () => '' });
  const tax = columnOf(draft, 'tax');
  draft.lines = draft.enterprises.flatMap((enterprise) =>
    [2021, 2022, 2023].map((year): DraftLine => {
      const line = enterpriseLine(enterprise);
      if (year === 2023) return { ...line, cells: { year } };
      const earlier = { ...enterprise, tax: rounded(enterprise.tax * (0.6 + 0.9 * vary(enterprise, String(year)))) };
      const { truth: _truth, ...rest } = line;
      return { ...rest, cells: { year, tax: tax.cell(earlier, 0) } };
    }),
  );
  draft.mustAsk.add('year');
}
