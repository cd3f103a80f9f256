import { columnOf, putBeside, replaceColumn, type Draft, type DraftColumn, type DraftLine } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { partColumn, sharesOf, vary, wordColumn } from './columns';

function tables(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'structure', weight, takes, apply };
}

/** What changes lines, cells or units goes by the columns of one table. */
const PLAIN = [
  ...['layout', 'totals', 'groups', 'repeats', 'hiddenRows', 'blankRows', 'beside', 'unheaded', 'seq', 'headings'],
  ...[
    'landCells',
    'taxCells',
    'nameCells',
    'underHeader',
    'landUnit',
    'taxUnit',
    'unitsAt',
    'sheetBefore',
    'sheetAfter',
  ],
  ...['taxTree', 'landTree', 'taxBeside', 'landBeside', 'proof', 'hiddenColumn', 'headerLook', 'taxWord', 'landWord'],
] as const;

/** Tables with columns of their own, enterprises of several lines, and amounts that only a title or a parent explains. */
export const TABLES: readonly Quirk[] = [
  tables('ownHeadsOnSheets', 2, PLAIN, (draft) => {
    draft.layout = 'sheets';
    draft.otherColumns = otherColumns(draft);
  }),
  tables('ownHeadsBelow', 2, PLAIN, (draft) => {
    draft.layout = 'stacked';
    draft.otherColumns = otherColumns(draft);
  }),
  tables('yearSheetsMoved', 1, PLAIN, (draft) => {
    draft.sheetName = '2023年';
    const last = otherColumns(draft).filter(({ key }) => key !== 'grade');
    const head = last.map(({ header, unit }) => `${header.at(-1) ?? ''}${unit === undefined ? '' : `（${unit}）`}`);
    const lines = draft.enterprises.map((one, at) =>
      last.map(({ cell }) => cell({ ...one, tax: rounded(one.tax * (0.6 + 0.7 * vary(one, '2022'))) }, at)),
    );
    draft.before.push({ name: '2022年', cells: [head, ...lines] });
    draft.mustAsk.add('table').add('year');
  }),
  tables('parcelsUnderFirm', 2, PLAIN, parcelsUnderFirm),
  tables('parcelsAlone', 2, PLAIN, parcelsAlone),
  tables('bureausByYear', 1, ['taxWord', 'taxBeside', 'taxTree', 'taxCells', 'proof'], (draft) => {
    const parts = ['国税', '地税'].flatMap((bureau, nth) =>
      ['2022', '2023'].map((year): DraftColumn => ({
        ...{ key: `${bureau}${year}`, kind: 'tax', header: ['入库税收（万元）', bureau, year], sums: true },
        cell: (one) =>
          year === '2023' ? (sharesOf(one.tax, 2, one)[nth] ?? 0) : rounded(one.tax * (0.2 + vary(one, bureau))),
      })),
    );
    replaceColumn(draft, 'tax', parts);
    draft.mayAsk.add('taxPaid');
  }),
  tables(
    'monthsUnderTitle',
    1,
    ['above', 'taxWord', 'taxBeside', 'taxTree', 'taxUnit', 'unitsAt', 'taxCells', 'proof'],
    (draft) => {
      const column = columnOf(draft, 'tax');
      column.header = ['全年合计'];
      Reflect.deleteProperty(column, 'unit');
      const months = Array.from({ length: 12 }, (_, at): DraftColumn => ({
        ...{ key: `month${String(at)}`, kind: 'tax', header: [`${String(at + 1)}月`], sums: true },
        cell: (one) => sharesOf(one.tax, 12, one)[at] ?? 0,
      }));
      replaceColumn(draft, 'tax', [...months, column]);
      draft.above.unshift({ text: '重点企业分月入库税收情况（2023年，万元）', column: 0, merged: true });
    },
  ),
  tables('tenantsUnderOwners', 1, [...PLAIN, 'nameWord', 'nameBeside', 'townshipCells'], tenantsUnderOwners),
  tables('operatorBeside', 1, ['nameWord', 'nameBeside', 'headings', 'unheaded'], (draft) => {
    columnOf(draft, 'name').header = ['实际用地企业'];
    putBeside(
      draft,
      'name',
      wordColumn('运营管理单位', (one) => `${one.township.slice(0, 2)}园区运营有限公司`),
    );
    draft.mustAsk.add('enterprise');
  }),
  tables('linesOfMeans', 2, ['totals', 'layout'], (draft) => {
    const labels = draft.draw.some(['平均值', '中位数', '基准值', '最高值'], 2);
    draft.lines.push(
      ...labels.map((label, at): DraftLine => ({
        ...{ kind: 'other', of: [] },
        cells: { name: label, land: rounded(30.5 + at), tax: rounded(210.4 + 7 * at) },
      })),
    );
  }),
  tables(
    'bareWhole',
    1,
    ['landWord', 'landBeside', 'landTree', 'landUnit', 'unitsAt', 'landCells', 'proof'],
    (draft) => {
      const land = columnOf(draft, 'land');
      land.header = ['合计'];
      const parts = ['证载', '无证'].map((name, nth): DraftColumn => ({
        ...{ key: name, kind: 'land', header: [name], unit: '亩', sums: true },
        cell: (one) => sharesOf(one.land, 2, one)[nth] ?? 0,
      }));
      replaceColumn(draft, 'land', [...parts, land]);
    },
  ),
];

/** The same enterprises under other names, in another order, in ㎡ and 元. */
function otherColumns({ columns, draw }: Draft): DraftColumn[] {
  const has = (key: string) => columns.filter((column) => column.key === key);
  const name: DraftColumn = { key: 'name', header: ['企业（经营主体）名称'], cell: (one) => one.name };
  const tax: DraftColumn = {
    ...{ key: 'tax', header: ['实缴税金'], unit: '元', sums: true },
    cell: (one) => Math.round(one.tax * 10_000),
  };
  const land: DraftColumn = {
    ...{ key: 'land', header: ['占地面积'], unit: '平方米', sums: true },
    cell: (one) => rounded((one.land * 2000) / 3),
  };
  const grade = wordColumn('等级', (one) => (vary(one, 'grade') < 0.5 ? 'B' : 'C'));
  return [...has('seq'), ...has('code'), ...draw.some([name, tax, land], 3), { ...grade, key: 'grade' }];
}

/** A line for each parcel; number, name, whole land and tax are merged over the lines of an enterprise. */
function parcelsUnderFirm(draft: Draft): void {
  const land = columnOf(draft, 'land');
  land.header = ['用地合计'];
  const parcel: DraftColumn = {
    ...{ key: 'parcel', kind: 'land', header: ['宗地面积'], unit: '亩' },
    cell: ({ land: own }) => own,
  };
  const certificate = wordColumn('权证号', (one) => `浙（2020）第${one.code.slice(9, 15)}号`);
  replaceColumn(draft, 'land', [{ ...certificate, key: 'certificate' }, parcel, land]);
  const merged = draft.columns.map(({ key }) => key).filter((key) => key !== 'certificate' && key !== 'parcel');
  draft.lines = draft.lines.flatMap((line, at): DraftLine[] => {
    const [enterprise] = line.of;
    if (!enterprise || at % 2 === 1) return [line];
    const [first = 0, second = 0] = sharesOf(enterprise.land, 2, enterprise);
    const blank = Object.fromEntries(draft.columns.map(({ key }) => [key, '']));
    return [
      { ...line, cells: { ...line.cells, parcel: first }, merges: merged.map((key) => ({ key, below: 1 })) },
      { kind: 'other', of: [], cells: { ...blank, certificate: '浙（2021）第8号', parcel: second } },
    ];
  });
}

/** A line a parcel, nowhere the sum: the firm's name merged or written again, its tax on the first line alone or merged. */
function parcelsAlone(draft: Draft): void {
  const land: DraftColumn = {
    ...columnOf(draft, 'land'),
    header: ['宗地面积'],
    unit: '亩',
    cell: ({ land: own }) => own,
  };
  const certificate = wordColumn('权证号', (one) => `浙（2020）第${one.code.slice(9, 15)}号`);
  replaceColumn(draft, 'land', [{ ...certificate, key: 'certificate' }, land]);
  draft.mayAsk.add('rows');
  const isMerged = draft.draw.chance(0.5);
  const merged = draft.columns.map(({ key }) => key).filter((key) => key !== 'certificate' && key !== 'land');
  draft.lines = draft.lines.flatMap((line, at): DraftLine[] => {
    const [enterprise] = line.of;
    if (!enterprise || at % 3 === 1) return [line];
    const parts = sharesOf(enterprise.land, 2 + (at % 2), enterprise);
    const blank = Object.fromEntries(draft.columns.map(({ key }) => [key, '']));
    const again = isMerged ? {} : { name: enterprise.name };
    const merges = isMerged ? { merges: merged.map((key) => ({ key, below: parts.length - 1 })) } : {};
    return parts.map((part, nth): DraftLine =>
      nth === 0
        ? { ...line, cells: { ...line.cells, land: part }, ...merges }
        : {
            ...{ kind: 'other', of: [] },
            cells: { ...blank, ...again, certificate: `浙（2021）第${String(at * 4 + nth)}号`, land: part },
          },
    );
  });
}

/** Owners stand once over their tenants, with land and tax of their own; the tenants' land is nowhere. */
function tenantsUnderOwners(draft: Draft): void {
  const owner = (one: Enterprise) =>
    `${one.township.slice(0, 2)}${String(Math.floor(vary(one, 'owner') * 90) + 10)}厂房出租有限公司`;
  const [name, land, tax] = (['name', 'land', 'tax'] as const).map((key) => columnOf(draft, key));
  if (!name || !land || !tax) return;
  name.header = ['承租企业'];
  tax.header = ['承租企业税收'];
  land.header = ['土地证面积'];
  draft.columns = [
    ...draft.columns.filter(({ key }) => key === 'seq'),
    { key: 'owner', header: ['出租企业'], cell: owner },
    land,
    partColumn('tax', ['出租企业税收'], (one) => 1 + vary(one, 'let'), { key: 'ownerTax' }),
    ...draft.columns.filter(({ key }) => key !== 'seq' && key !== 'land' && key !== 'tax'),
    tax,
  ];
  const shared = ['owner', 'land', 'ownerTax'];
  draft.lines = draft.lines.map((line, at) => ({
    ...line,
    truth: { ...line.truth, landArea: null },
    ...(at % 2 === 0 && at + 1 < draft.lines.length
      ? { merges: shared.map((key) => ({ key, below: 1 })) }
      : { cells: at % 2 === 1 ? { ...line.cells, owner: '', land: '', ownerTax: '' } : line.cells }),
  }));
  draft.mustAsk.add('enterprise').add('landArea').add('taxPaid');
}
