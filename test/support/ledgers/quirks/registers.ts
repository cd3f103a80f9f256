import type { Cell } from '../../../../src/engine/ledger/index';
import { columnOf, enterpriseLine, putBeside, type Draft, type DraftColumn, type DraftLine } from '../draft';
import { rounded, type Enterprise } from '../enterprises';
import type { Quirk } from '../quirk';
import { partColumn, sharesOf, vary, wordColumn } from './columns';

function registers(name: string, weight: number, takes: readonly string[], apply: Quirk['apply']): Quirk {
  return { name, family: 'structure', weight, takes, apply };
}

/** What changes the lines goes by a table of its own. */
const LINES = [
  ...['layout', 'totals', 'groups', 'repeats', 'hiddenRows', 'blankRows', 'unheaded', 'seq', 'nameCells'],
  ...['landCells', 'taxCells', 'proof', 'taxBeside', 'taxTree', 'landTree', 'townshipCells', 'underHeader'],
] as const;
const HEADS = ['nameWord', 'landWord', 'taxWord', 'headerLook', 'headings', 'unitsAt', 'landUnit', 'taxUnit'] as const;

/** Registers, forms and exports: what an enterprise is told by in them is not one row under plain names. */
export const REGISTERS: readonly Quirk[] = [
  registers('sameHeadTwice', 2, ['taxBeside', 'taxTree', 'proof', 'taxWord'], (draft) => {
    const tax = columnOf(draft, 'tax');
    const cell: DraftColumn['cell'] = (one) => rounded(one.tax * (0.8 + 0.5 * vary(one, 'twice')));
    putBeside(draft, 'tax', { ...tax, key: 'taxTwice', cell });
    draft.mustAsk.add('taxPaid');
  }),
  registers('periodOrEntry', 2, ['taxBeside', 'taxTree', 'proof', 'taxWord', 'taxCells'], (draft) => {
    const of = (one: Enterprise) => rounded(one.tax * (0.8 + 0.5 * vary(one, 'period')));
    columnOf(draft, 'tax').header = ['2023年入库'];
    const period = partColumn('tax', ['税款所属期2023年'], (one) => of(one) / one.tax);
    const apart = { ...partColumn('tax', ['差额'], () => 0), cell: (one: Enterprise) => rounded(one.tax - of(one)) };
    draft.columns.splice(draft.columns.indexOf(columnOf(draft, 'tax')), 0, { ...period, cell: of });
    draft.columns.splice(draft.columns.indexOf(columnOf(draft, 'tax')) + 1, 0, apart);
    draft.mustAsk.add('taxPaid');
  }),
  registers('holderBefore', 2, ['nameWord', 'nameBeside', 'headings', 'unheaded'], (draft) => {
    columnOf(draft, 'name').header = ['现权利人'];
    putBeside(
      draft,
      'name',
      wordColumn(draft.draw.one(['原受让人', '原权利人', '原土地使用权人']), (one, at) =>
        at % 3 === 0 ? one.name : `${one.township.slice(0, 2)}${one.code.slice(9, 12)}实业有限公司`,
      ),
    );
    draft.mustAsk.add('enterprise');
  }),
  registers('headLikeACompany', 1, ['nameWord', 'nameBeside', 'headings', 'unheaded', 'holderAndUser'], (draft) => {
    const head = draft.draw.one(['集团(控股方)', '上级公司', '母公司']);
    putBeside(
      draft,
      'name',
      wordColumn(head, (_, at) => (at % 5 === 0 ? '越州集团' : '—')),
    );
  }),
  registers('projectsOfBuilders', 1, ['nameWord', 'nameBeside', 'headings', 'unheaded', 'holderAndUser'], (draft) => {
    columnOf(draft, 'name').header = [draft.draw.one(['实施单位', '建设单位', '投资主体'])];
    putBeside(
      draft,
      'name',
      wordColumn('项目名称', (one, at) => `${one.name.slice(0, 4)}${at % 2 === 0 ? '技改' : '扩建'}项目`),
    );
  }),
  registers('holderAndUser', 2, ['nameWord', 'nameBeside', 'headings', 'unheaded'], (draft) => {
    columnOf(draft, 'name').header = [draft.draw.one(['实际使用企业', '实际用地单位'])];
    const holder = draft.draw.one(['土地使用权人', '证载权利人', '产权人']);
    const other = (one: Enterprise) => `${one.township.slice(0, 2)}${one.code.slice(9, 12)}置业有限公司`;
    putBeside(
      draft,
      'name',
      wordColumn(holder, (one, at) => (at % 3 === 0 ? one.name : other(one))),
    );
    draft.mustAsk.add('enterprise');
  }),
  registers('taxInBands', 1, ['totals', 'groups', ...HEADS, 'taxBeside', 'taxTree', 'taxCells', 'proof'], (draft) => {
    const tax = columnOf(draft, 'tax');
    tax.header = [draft.draw.one(['年纳税档', '纳税规模', '税收区间'])];
    Reflect.deleteProperty(tax, 'unit');
    tax.cell = bandOf;
    draft.lines = draft.lines.map((line) => (line.truth ? { ...line, truth: { ...line.truth, taxPaid: null } } : line));
    draft.mustAsk.add('taxPaid');
  }),
  registers('askedInAForm', 2, HEADS, (draft) => {
    columnOf(draft, 'name').header = ['1、企业全称（必填）'];
    Object.assign(columnOf(draft, 'land'), { header: ['2、企业用地多少亩？（必填）'], unit: undefined });
    Object.assign(columnOf(draft, 'tax'), { header: ['3、2023年共缴纳各项税收多少万元？'], unit: undefined });
  }),
  registers('answersVoid', 1, [...LINES, 'sheetBefore'], (draft) => {
    draft.columns.push(wordColumn('状态', () => '有效'));
    draft.lines = draft.lines.flatMap((line, at): DraftLine[] => {
      const [enterprise] = line.of;
      if (!enterprise || at % 4 !== 1) return [line];
      const earlier = enterpriseLine({ ...enterprise, tax: rounded(enterprise.tax * 1.3) });
      const { truth: _truth, ...rest } = earlier;
      return [{ ...rest, cells: { 状态: '作废' } }, line];
    });
    draft.mayAsk.add('enterpriseStatus');
  }),
  registers('restingFirms', 2, LINES, (draft) => {
    const words = ['正常', '停产', '正常', '季节性', '正常生产', '半停产', '正常', '注销', '正常', '迁出'];
    const statusOf = ({ code }: Enterprise) => words[Number(code.slice(10, 13)) % words.length] ?? '';
    draft.columns.push(wordColumn(draft.draw.one(['企业状态', '生产状态', '经营状态']), statusOf));
    draft.lines = draft.lines.map((line) => {
      const [enterprise] = line.of;
      if (!enterprise || !/注销|迁出/.test(statusOf(enterprise))) return line;
      const { truth: _truth, ...rest } = line;
      return rest;
    });
  }),
  registers('linesOfYears', 2, [...LINES, 'taxWord'], (draft) => {
    const tax = columnOf(draft, 'tax');
    draft.columns.splice(
      draft.columns.indexOf(tax),
      0,
      wordColumn('期别', () => '本年'),
    );
    draft.lines = draft.lines.flatMap((line) =>
      inLines(draft, line, ([one]) => [
        { 期别: '本年', tax: tax.cell(one, 0) },
        { 期别: '上年', tax: tax.cell({ ...one, tax: rounded(one.tax * (0.6 + vary(one, 'before'))) }, 0) },
      ]),
    );
  }),
  registers('linesOfKinds', 2, [...LINES, 'taxWord'], (draft) => {
    const hasWhole = draft.draw.chance(0.6);
    const tax = columnOf(draft, 'tax');
    draft.columns.splice(
      draft.columns.indexOf(tax),
      0,
      wordColumn('税种', () => ''),
    );
    draft.lines = draft.lines.flatMap((line) =>
      inLines(draft, line, ([one]) => [
        ...['增值税', '企业所得税', '城建税'].map((name, at) => ({
          税种: name,
          tax: tax.cell({ ...one, tax: sharesOf(one.tax, 3, one)[at] ?? 0 }, 0),
        })),
        ...(hasWhole ? [{ 税种: '小计', tax: tax.cell(one, 0) }] : []),
      ]),
    );
    if (!hasWhole) draft.mustAsk.add('taxPaid');
  }),
  registers('unitsOfGroups', 2, [...LINES, ...HEADS], (draft) => {
    for (const key of ['land', 'tax']) Reflect.deleteProperty(columnOf(draft, key), 'unit');
    const half = Math.ceil(draft.lines.length / 2);
    const [land, tax] = [columnOf(draft, 'land'), columnOf(draft, 'tax')];
    const inSmall = (line: DraftLine): DraftLine => {
      const [one] = line.of;
      const cells = one && { land: rounded((one.land * 2000) / 3), tax: Math.round(one.tax * 10_000) };
      return cells ? { ...line, cells: { ...line.cells, ...cells } } : line;
    };
    Object.assign(land, { sums: false });
    Object.assign(tax, { sums: false });
    draft.lines = [
      group('一、规模以上工业企业（单位：亩、万元）'),
      ...draft.lines.slice(0, half),
      group('二、规模以下工业企业（单位：平方米、元）'),
      ...draft.lines.slice(half).map(inSmall),
    ];
  }),
  registers(
    'namesInPinyin',
    2,
    ['layout', 'repeats', 'above', 'sheetAfter', 'unheaded', 'landBeside', ...HEADS],
    pinyin,
  ),
  registers('lastYearBelow', 2, [...LINES, 'above', 'notes', 'footers', 'beside', ...HEADS, 'offset'], (draft) => {
    draft.above.unshift({ text: '重点企业用地纳税情况（2023年度）', column: 0, merged: true });
    const columns = draft.columns;
    const head = columns.map(({ header, unit }) => `${header[0] ?? ''}${unit === undefined ? '' : `（${unit}）`}`);
    const line = (one: Enterprise, at: number): Cell[] =>
      columns.map(({ cell }) => cell({ ...one, tax: rounded(one.tax * (0.7 + 0.5 * vary(one, '2022'))) }, at));
    draft.under.push(['附：2022年度（对照）'], head, ...draft.enterprises.toReversed().map(line));
  }),
  registers(
    'unitsInNoteBelow',
    2,
    ['layout', 'notes', 'footers', ...HEADS, 'taxBeside', 'landBeside', 'above'],
    (draft) => {
      for (const key of ['land', 'tax']) Reflect.deleteProperty(columnOf(draft, key), 'unit');
      draft.below.push('注：用地面积单位为亩，税收单位为万元。');
    },
  ),
  registers('englishBefore', 2, HEADS, (draft) => {
    const words = { name: 'Company', land: 'Land area (mu)', tax: 'Tax paid' } as const;
    for (const key of ['name', 'land', 'tax'] as const) {
      const column = columnOf(draft, key);
      column.header = [`${words[key]}\n${column.header[0] ?? ''}`];
    }
  }),
  registers(
    'suppliedInMu',
    2,
    ['landWord', 'landBeside', 'landTree', 'landUnit', 'unitsAt', 'proof', 'headings'],
    (draft) => {
      columnOf(draft, 'land').header = [draft.draw.one(['实际供地', '供地'])];
      putBeside(
        draft,
        'land',
        partColumn('land', ['合同用地'], (one) => 1 + 0.2 * vary(one, 'contract')),
      );
    },
  ),
  registers(
    'countiesOnSheets',
    1,
    [...LINES, 'above', 'sheetBefore', 'sheetAfter', 'beside', ...HEADS, 'offset'],
    (draft) => {
      draft.above.unshift({ text: '安山县工业企业亩均效益台账', column: 0, merged: true });
      const head = draft.columns.map(
        ({ header, unit }) => `${header[0] ?? ''}${unit === undefined ? '' : `（${unit}）`}`,
      );
      const others = draft.enterprises.map((one) => ({
        ...one,
        name: `临水${one.name}`,
        code: `${one.code.slice(0, 16)}${one.code.slice(16) === 'XX' ? 'YY' : 'XX'}`,
      }));
      const lines = others.map((one, at) => draft.columns.map(({ cell }) => cell(one, at)));
      draft.after.push({ name: '临水', cells: [['临水县工业企业亩均效益台账'], head, ...lines] });
      draft.mustAsk.add('table');
    },
  ),
  registers('plotOfSeveral', 2, [...LINES, ...HEADS], (draft) => {
    columnOf(draft, 'land').header = ['宗地面积'];
    const count = draft.lines.length;
    draft.lines = draft.lines.map((line, at): DraftLine => {
      if (at % 4 > 1 || at + (at % 4 === 0 ? 1 : 0) >= count) return line;
      const shared = { ...line, truth: { ...line.truth, landArea: null } };
      return at % 4 === 0
        ? { ...shared, merges: [{ key: 'land', below: 1 }] }
        : { ...shared, cells: { ...line.cells, land: '' } };
    });
    draft.mustAsk.add('landArea');
  }),
  // 集团内汇总纳税: what each of the two has paid stands nowhere.
  registers('taxOfGroup', 1, [...LINES, ...HEADS], (draft) => {
    const count = draft.lines.length;
    draft.lines = draft.lines.map((line, at): DraftLine => {
      if (at % 4 > 1 || at + (at % 4 === 0 ? 1 : 0) >= count) return line;
      const shared = { ...line, truth: { ...line.truth, taxPaid: null } };
      return at % 4 === 0
        ? { ...shared, merges: [{ key: 'tax', below: 1 }] }
        : { ...shared, cells: { ...line.cells, tax: '' } };
    });
    draft.mustAsk.add('taxPaid');
  }),
  // A parcel a row, each with its own tax and 亩均: a row of an enterprise that has two is no less a row for that.
  registers('parcelsByThemselves', 1, [...LINES, ...HEADS, 'landBeside', 'nameBeside'], (draft) => {
    draft.columns.splice(2, 0, { key: 'plot', header: ['图斑编号'], cell: (_, at) => `DX${String(20_231 + at)}` });
    draft.columns = draft.columns.filter(({ key }) => key !== 'code');
    draft.columns.push(wordColumn('亩均税收（万元/亩）', ({ tax, land }) => rounded(tax / land)));
    draft.lines = draft.lines.flatMap((line, at): DraftLine[] => {
      const [one] = line.of;
      if (!one || at % 3 !== 0) return [line];
      const again = { ...one, land: rounded(one.land * 0.63 + 0.6), tax: rounded(one.tax * 0.4 + 1) };
      return [line, enterpriseLine(again)];
    });
  }),
];

const group = (text: string): DraftLine => ({ kind: 'other', of: [], cells: {}, text });

function bandOf({ tax }: Enterprise): Cell {
  if (tax < 20) return '20万元以下';
  if (tax < 100) return '20-100万元';
  return tax < 500 ? '100-500万元' : '500万元以上';
}

/** An enterprise's line as several: what is said of it once is merged over them. */
function inLines(
  { columns }: Draft,
  line: DraftLine,
  cellsOf: (of: readonly [Enterprise]) => Readonly<Record<string, Cell>>[],
): DraftLine[] {
  const [enterprise] = line.of;
  if (!enterprise) return [line];
  const [first = {}, ...others] = cellsOf([enterprise]);
  const once = columns.map(({ key }) => key).filter((key) => !(key in first));
  const blank = Object.fromEntries(once.map((key) => [key, '']));
  return [
    { ...line, cells: { ...line.cells, ...first }, merges: once.map((key) => ({ key, below: others.length })) },
    ...others.map((cells): DraftLine => ({ kind: 'other', of: [], cells: { ...blank, ...cells } })),
  ];
}

const FIELDS: Readonly<Record<string, readonly [name: string, meaning: string, unit: string]>> = {
  seq: ['XH', '序号', ''],
  name: ['QYMC', '企业名称', ''],
  code: ['TYSHXYDM', '统一社会信用代码', ''],
  township: ['SZZJ', '所属镇街', ''],
  land: ['TDMJ', '实际用地面积', '亩'],
  tax: ['RKSS', '实际入库税收（2023年）', '万元'],
};

/** Names of a database over the columns, and a sheet behind that says what they mean. */
function pinyin(draft: Draft): void {
  draft.columns.push(partColumn('tax', ['YNSS'], (one) => 1.1 + 0.3 * vary(one, 'due'), { key: 'due' }));
  const fields = { ...FIELDS, due: ['YNSS', '应纳税收', '万元'] as const };
  const lines = draft.columns.flatMap((column): Cell[][] => {
    const said = (fields as typeof FIELDS)[column.key];
    if (!said) return [];
    column.header = [said[0]];
    Reflect.deleteProperty(column, 'unit');
    return [[...said]];
  });
  draft.after.push({ name: '字段说明', cells: [['字段', '含义', '单位'], ...lines] });
}
