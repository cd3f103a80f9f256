import fc from 'fast-check';
import type { Cell } from '../../src/engine/ledger/index';

/** What an enterprise is, whatever the way it is written down: land in 亩, tax in 万元. */
export interface CanonicalRow {
  readonly name: string;
  readonly code: string;
  readonly township: string;
  /** In hundredths of 3 亩, so that ㎡ and 公顷 are finite decimals too. */
  readonly landUnits: number | undefined;
  /** In hundredths of 万元. */
  readonly taxUnits: number | undefined;
  readonly grade: 'A' | 'B' | 'C' | 'D' | undefined;
  readonly obsolete: boolean | undefined;
  readonly deadline: readonly [year: number, month: number] | undefined;
}

/** How an official writes a ledger down. */
export interface LedgerStyle {
  readonly land: '亩' | '㎡' | '平方米' | '公顷';
  readonly money: '元' | '万元' | '亿元';
  readonly unitAt: 'brackets' | 'fullBrackets' | 'slash' | 'row' | 'line';
  readonly depth: 1 | 2 | 3;
  readonly numbers: 'number' | 'text' | 'fullWidth' | 'thousands' | 'mixed';
  readonly missing: string;
  readonly yes: Cell;
  readonly no: Cell;
  readonly grades: '类' | '级' | '' | '档';
  readonly dates: 'dots' | 'chinese' | 'before' | 'iso' | 'serial' | 'digits' | 'slash';
  readonly subtotalEvery: number;
  readonly total: boolean;
  readonly headerEvery: number;
  readonly blankEvery: number;
  readonly leftBlank: boolean;
  readonly title: boolean;
  readonly footer: boolean;
  readonly spaced: boolean;
}

const SURNAMES = ['天工', '平安', '正大', '恒通', '永和', '博远'];

const row: fc.Arbitrary<CanonicalRow> = fc.record({
  name: fc
    .tuple(fc.constantFrom(...SURNAMES), fc.integer({ min: 1, max: 9999 }))
    .map(([name, n]) => `${name}${n}机械厂`),
  code: fc.integer({ min: 100_000_000, max: 999_999_999 }).map((n) => `91350100M${String(n).slice(1)}X`),
  township: fc.constantFrom('甲镇', '乙镇', '丙街道'),
  landUnits: fc.option(fc.integer({ min: 10, max: 20_000 }), { nil: undefined, freq: 8 }),
  taxUnits: fc.option(fc.integer({ min: 100, max: 5_000_000 }), { nil: undefined, freq: 8 }),
  grade: fc.option(fc.constantFrom('A', 'B', 'C', 'D'), { nil: undefined, freq: 6 }),
  obsolete: fc.option(fc.boolean(), { nil: undefined, freq: 6 }),
  deadline: fc.option(fc.tuple(fc.integer({ min: 2015, max: 2030 }), fc.integer({ min: 2, max: 12 })), {
    nil: undefined,
    freq: 6,
  }),
});

export const rowsOf = fc.array(row, { minLength: 3, maxLength: 25 });

export const styleOf: fc.Arbitrary<LedgerStyle> = fc.record({
  land: fc.constantFrom('亩', '㎡', '平方米', '公顷'),
  money: fc.constantFrom('元', '万元', '亿元'),
  unitAt: fc.constantFrom('brackets', 'fullBrackets', 'slash', 'row', 'line'),
  depth: fc.constantFrom(1, 2, 3),
  numbers: fc.constantFrom('number', 'text', 'fullWidth', 'thousands', 'mixed'),
  missing: fc.constantFrom('', '/', '-', '—', '暂无', '待核', 'N/A'),
  yes: fc.constantFrom<Cell>('是', '√', 'Y', 1, '有'),
  no: fc.constantFrom<Cell>('否', '×', 'N', 0),
  grades: fc.constantFrom('类', '级', '', '档'),
  dates: fc.constantFrom('dots', 'chinese', 'before', 'iso', 'serial', 'digits', 'slash'),
  subtotalEvery: fc.constantFrom(0, 0, 4, 7),
  total: fc.boolean(),
  headerEvery: fc.constantFrom(0, 0, 6),
  blankEvery: fc.constantFrom(0, 0, 5),
  leftBlank: fc.boolean(),
  title: fc.boolean(),
  footer: fc.boolean(),
  spaced: fc.boolean(),
});

const LAND: Readonly<Record<LedgerStyle['land'], number>> = { 亩: 0.03, '㎡': 20, 平方米: 20, 公顷: 0.002 };
const MONEY: Readonly<Record<LedgerStyle['money'], number>> = { 元: 100, 万元: 0.01, 亿元: 0.000001 };

/** Writes rows down as a sheet's cells, from A1 on. */
export function writeLedger(rows: readonly CanonicalRow[], style: LedgerStyle): Cell[][] {
  const header = headersOf(style);
  const body: Cell[][] = [];
  rows.forEach((one, index) => {
    if (index > 0 && style.headerEvery > 0 && index % style.headerEvery === 0) body.push(...header);
    if (index > 0 && style.blankEvery > 0 && index % style.blankEvery === 0)
      body.push(header.at(-1)?.map(() => '') ?? []);
    body.push(written(one, index, style));
    if (style.subtotalEvery > 0 && index % style.subtotalEvery === style.subtotalEvery - 1) {
      body.push(sumRow('小计', rows.slice(index + 1 - style.subtotalEvery, index + 1), style));
    }
  });
  if (style.total) body.push(sumRow('合计', rows, style));
  if (style.footer) body.push(['', '填表人：张三', '', '', '', '审核人：李四', '', '', '']);
  const units =
    style.unitAt === 'line'
      ? [['填报单位：某镇', '', '', '', '', `单位：${style.land}、${style.money}`, '', '', '']]
      : [];
  const title = style.title ? [['某市2023年度工业企业情况表', '', '', '', '', '', '', '', '']] : [];
  const lines: Cell[][] = [...title, ...units, ...header, ...body];
  return style.leftBlank ? lines.map((line) => ['', ...line]) : lines;
}

function headersOf(style: LedgerStyle): Cell[][] {
  const withUnit = (name: string, unit: string) => {
    if (style.unitAt === 'brackets') return `${name}(${unit})`;
    if (style.unitAt === 'fullBrackets') return `${name}\n（${unit}）`;
    return style.unitAt === 'slash' ? `${name}/${unit}` : name;
  };
  const space = (name: string) => (style.spaced ? [...name].join(' ') : name);
  const names = [
    ...['序号', space('企业名称'), '统一社会信用代码', '所属镇街'],
    ...[withUnit('用地面积', style.land), withUnit('实缴税金', style.money)],
    ...['综合评价等级', '是否落后产能', '完成时限'],
  ];
  const unitRow = ['', '', '', '', `（${style.land}）`, style.money, '', '', ''];
  const bottom = style.unitAt === 'row' ? [names, unitRow] : [names];
  const groups = ['基本情况', '', '', '', '用地与效益', '', '', '治理', ''];
  const depth = Math.min(style.depth, 3 - bottom.length + 1);
  if (depth === 1) return bottom;
  return depth === 2 ? [groups, ...bottom] : [['全市工业企业', '', '', '', '', '', '', '', ''], groups, ...bottom];
}

function written(one: CanonicalRow, index: number, style: LedgerStyle): Cell[] {
  const { name, code, township, landUnits, taxUnits, grade, obsolete, deadline } = one;
  return [
    index + 1,
    style.spaced ? ` ${name} ` : name,
    code,
    township,
    landUnits === undefined ? style.missing : numberAs(landUnits * LAND[style.land], style, index),
    taxUnits === undefined ? style.missing : numberAs(taxUnits * MONEY[style.money], style, index),
    grade === undefined ? style.missing : `${grade}${style.grades}`,
    obsolete === undefined ? style.missing : obsolete ? style.yes : style.no,
    deadline === undefined ? style.missing : dateAs(deadline, style),
  ];
}

function numberAs(exact: number, style: LedgerStyle, index: number): Cell {
  const value = Number(exact.toPrecision(12));
  const plain = String(value).includes('e') ? value.toFixed(6) : String(value);
  const kind = style.numbers === 'mixed' ? (['number', 'text', 'thousands'] as const)[index % 3] : style.numbers;
  if (kind === 'text') return plain;
  if (kind === 'thousands') return plain.replace(/^\d+/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ','));
  if (kind === 'fullWidth') return plain.replace(/[\d.]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
  return value;
}

function dateAs([year, month]: readonly [number, number], { dates }: LedgerStyle): Cell {
  const last = new Date(Date.UTC(year, month, 0));
  const day = last.getUTCDate();
  const two = (value: number) => String(value).padStart(2, '0');
  switch (dates) {
    case 'dots':
      return `${year}.${two(month)}`;
    case 'chinese':
      return `${year}年${month}月${day}日`;
    case 'before':
      return `${year}年${month}月底前`;
    case 'iso':
      return `${year}-${two(month)}-${two(day)}`;
    case 'digits':
      return `${year}${two(month)}${two(day)}`;
    case 'slash':
      return `${year}/${month}/${day}`;
    case 'serial':
      return last.getTime() / 86_400_000 + 25_569;
  }
}

function sumRow(label: string, rows: readonly CanonicalRow[], style: LedgerStyle): Cell[] {
  const land = rows.reduce((sum, one) => sum + (one.landUnits ?? 0), 0) * LAND[style.land];
  const tax = rows.reduce((sum, one) => sum + (one.taxUnits ?? 0), 0) * MONEY[style.money];
  return ['', label, '', '', Number(land.toPrecision(12)), Number(tax.toPrecision(12)), '', '', ''];
}
