import { columnOf, enterpriseLine, type Draft, type DraftLine } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { partColumn, sharesOf, vary, wordColumn } from './columns';
import { part } from './rows';

function firms(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'structure', weight, takes, apply };
}

/** What changes lines goes by lines of its own. */
const LINES = [
  ...['layout', 'totals', 'groups', 'repeats', 'hiddenRows', 'blankRows', 'unheaded', 'seq', 'nameCells', 'nameWord'],
  ...[
    'landCells',
    'taxCells',
    'proof',
    'taxBeside',
    'taxTree',
    'landTree',
    'landBeside',
    'townshipCells',
    'nameBeside',
  ],
  ...['underHeader', 'hiddenColumn', 'headings', 'beside'],
] as const;

/** One enterprise on several rows by one sign or another, and rows that are no enterprise. */
export const FIRMS: readonly Quirk[] = [
  firms('membersOfGroup', 1, LINES, (draft) => {
    const [code, tax] = ['code', 'tax'].map((key) => draft.columns.find((column) => column.key === key));
    draft.lines = draft.lines.flatMap((line, at) => {
      const [enterprise] = line.of;
      if (line.kind !== 'enterprise' || !enterprise || at % 4 !== 1) return [line];
      // What they sell each other is taken off: they are less than the group, or more.
      const members = ['　其中：', '　　　　'].map((before, nth) => {
        const share = 0.3 + 0.3 * vary(enterprise, `member${String(nth)}`);
        const own = { ...enterprise, tax: rounded(enterprise.tax * share) };
        const member = part(draft, enterprise, [
          `${before}${enterprise.name.slice(0, 4)}${nth === 0 ? '电子' : '物流'}有限公司`,
          rounded(enterprise.land * share),
        ]);
        const more = { ...(code ? { code: ownCode(enterprise, nth) } : {}), tax: tax?.cell(own, 0) ?? '' };
        return { ...member, cells: { ...member.cells, ...more } };
      });
      return [line, ...members];
    });
  }),
  firms('parcelOfABureau', 1, LINES, (draft) => {
    if (!draft.columns.some(({ key }) => key === 'code')) return;
    draft.columns.splice(1, 0, { key: 'parcel', header: ['宗地编号'], cell: (_, at) => `GB${String(10_001 + at)}` });
    const name = `越州市${draft.draw.one(['土地储备中心', '住房和城乡建设局', '自然资源和规划局'])}`;
    const [first] = draft.enterprises;
    if (!first) return;
    const line = part(draft, first, [name, 33.21]);
    const cells = { ...line.cells, parcel: 'GB10099', seq: draft.enterprises.length + 1 };
    const truth = { enterprise: name, landArea: 33.21, taxPaid: null, doubtful: true } as const;
    draft.lines.push({ ...line, of: [first], cells, truth });
    draft.tells.add(name);
  }),
  firms('itemsOnRows', 2, LINES, (draft) => {
    const tax = columnOf(draft, 'tax');
    const items = ['增值税', '企业所得税', '增值税', '印花税'];
    draft.columns.splice(
      draft.columns.indexOf(tax),
      0,
      wordColumn('征收品目', () => ''),
    );
    draft.lines = draft.lines.flatMap((line) =>
      onRows(line, (one) =>
        sharesOf(one.tax, 3 + Math.floor(2 * vary(one, 'items')), one).map((share, at) => ({
          征收品目: items[at] ?? '',
          tax: tax.cell({ ...one, tax: share }, 0),
        })),
      ),
    );
    draft.mustAsk.add('rows');
  }),
  firms('phasesOnRows', 2, LINES, (draft) => {
    const words = draft.draw.one([
      ['（一期）', '（二期）'],
      ['（城北厂区）', '（城南厂区）'],
      ['', '二期项目'],
      ['', '（老厂）'],
    ] as const);
    draft.lines = draft.lines.flatMap((line, at) =>
      at % 3 === 0 ? parted(draft, line, (one, nth) => ({ name: `${one.name}${words[nth] ?? ''}` })) : [line],
    );
    draft.mustAsk.add('rows');
  }),
  firms('numberedBelow', 2, LINES, (draft) => {
    const written = draft.draw.one([
      (nth: number) => `${String(nth)}-1`,
      (nth: number) => `${String(nth)}.1`,
      () => '（1）',
    ]);
    draft.lines = draft.lines.map((line, at) =>
      at % 3 === 1 ? { ...line, cells: { ...line.cells, seq: written(at) } } : line,
    );
    draft.mustAsk.add('rows');
  }),
  firms('dittoBelow', 2, LINES, (draft) => {
    const sign = draft.draw.one(['同上', '〃', '″']);
    draft.lines = draft.lines.flatMap((line, at) =>
      at % 3 === 0 ? parted(draft, line, (one, nth) => ({ name: nth === 0 ? one.name : sign })) : [line],
    );
    draft.mustAsk.add('rows');
  }),
  firms('namelessBelow', 2, LINES, (draft) => {
    draft.lines = draft.lines.flatMap((line, at) =>
      at % 3 === 0
        ? parted(draft, line, (_, nth): Record<string, string> => (nth === 0 ? {} : { seq: '', name: '', code: '' }))
        : [line],
    );
    draft.mustAsk.add('rows');
  }),
  firms('vacantRows', 2, LINES, (draft) => {
    const words = draft.draw.some(['空置厂房', '（闲置）', '待招商', '物业用房', '未出租'], 2);
    const [some] = draft.enterprises;
    if (!some) return;
    words.forEach((name, at) => {
      const cells = { name, code: '', tax: '', land: columnOf(draft, 'land').cell({ ...some, land: 6.3 + at }, 0) };
      draft.lines.splice(2 * at + 1, 0, { kind: 'other', of: [some], cells: { ...blanks(draft), ...cells } });
    });
    draft.tells.add('空置|待建');
  }),
  firms('takenBack', 2, LINES, (draft) => {
    const [first] = draft.enterprises;
    if (!first) return;
    const word = draft.draw.one(['作废', '重复填报', '此行作废，已剔除']);
    draft.columns.push(wordColumn('说明', () => ''));
    const earlier = enterpriseLine({ ...first, tax: rounded(first.tax * 1.7), land: rounded(first.land + 2.4) });
    const { truth: _truth, ...rest } = earlier;
    draft.lines.push({ ...rest, cells: { seq: '', 说明: word } });
    draft.tells.add('作废');
  }),
  firms('tenantsOnASheet', 2, [...LINES, 'sheetBefore', 'sheetAfter', 'landUnit', 'landWord', 'unitsAt'], (draft) => {
    draft.layout = 'sheets';
    const has = (key: string) => draft.columns.filter((column) => column.key === key);
    const floors = partColumn('land', ['承租厂房建筑面积'], () => 1, { key: 'floors', unit: '平方米' });
    draft.otherColumns = [...has('seq'), ...has('name'), { ...floors, cell: (one) => 800 + one.land }, ...has('tax')];
    const township = draft.enterprises[0]?.township;
    draft.lines = draft.lines.map((line) =>
      line.of[0]?.township === township ? line : { ...line, truth: { ...line.truth, landArea: null } },
    );
    draft.mayAsk.add('table').add('landArea');
  }),
  // The day of the sale, who sold and who bought: whose the figures are nobody can tell, and a day is nobody.
  firms('salesOnASheet', 1, [...LINES, 'sheetBefore', 'sheetAfter'], (draft) => {
    draft.layout = 'sheets';
    const has = (key: string) => draft.columns.filter((column) => column.key === key);
    const day = (one: Enterprise) => `2023-${String(1 + Math.floor(9 * vary(one, 'month'))).padStart(2, '0')}-18`;
    const seller = (one: Enterprise) => `${one.township.slice(0, 2)}${one.code.slice(10, 14)}制造有限公司`;
    const buyers = has('name').map((column) => ({ ...column, header: ['受让方'] }));
    const sale = [wordColumn('转让时间', day), wordColumn('转让方', seller), ...buyers];
    draft.otherColumns = [...has('seq'), ...sale, ...has('land'), ...has('tax')];
    draft.mustAsk.add('enterprise').add('table');
  }),
];

type Cells = Readonly<Record<string, string | number | boolean | null | undefined>>;

function blanks({ columns }: Draft): Cells {
  return Object.fromEntries(columns.map(({ key }) => [key, '']));
}

/** An enterprise's line as several that all say who it is: the first stands for all. */
function onRows(line: DraftLine, cellsOf: (one: Enterprise) => readonly Cells[]): DraftLine[] {
  const [one] = line.of;
  if (!one) return [line];
  const { truth, ...rest } = line;
  return cellsOf(one).map((cells, at) => ({
    ...(at === 0 ? { ...rest, ...(truth ? { truth } : {}) } : rest),
    cells: { ...line.cells, ...cells },
  }));
}

/** Two rows with a share of land and tax each. */
function parted(draft: Draft, line: DraftLine, own: (one: Enterprise, nth: number) => Cells): DraftLine[] {
  const [land, tax] = [columnOf(draft, 'land'), columnOf(draft, 'tax')];
  return onRows(line, (one) => {
    const [lands, taxes] = [sharesOf(one.land, 2, one), sharesOf(one.tax, 2, one)];
    return [0, 1].map((nth) => {
      const half = { ...one, land: lands[nth] ?? 0, tax: taxes[nth] ?? 0 };
      return { land: land.cell(half, 0), tax: tax.cell(half, 0), ...own(one, nth) };
    });
  }).map((row, nth) => {
    const name = own(line.of[0] as Enterprise, nth)['name'];
    return row.truth && typeof name === 'string' ? { ...row, truth: { ...row.truth, enterprise: name } } : row;
  });
}

/** A whole code that is nobody else's: the enterprise's own with other figures in it, and no check digits that hold. */
function ownCode({ code }: Enterprise, nth: number): string {
  return `${code.slice(0, 9)}${String(nth + 5)}${code.slice(10)}`;
}
