import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { locateTables } from '../../../src/engine/ledger/locateTables';
import { drawFrom } from '../../support/ledgers/draw';
import { madeEnterprises, rounded, type Enterprise } from '../../support/ledgers/enterprises';
import { sharesOf, vary } from '../../support/ledgers/quirks/columns';

const MADE = [...madeEnterprises(drawFrom(15)), ...madeEnterprises(drawFrom(19))];

interface Tree {
  readonly parent: string;
  readonly children: readonly string[];
  readonly of: (one: Enterprise) => readonly Cell[];
  /** Columns beside it. */
  readonly beside?: readonly (readonly [string, (one: Enterprise) => Cell])[];
}

/** What is taken, or else what is asked about, of a ledger whose tax or land stands in children of one parent. */
function read(field: 'taxPaid' | 'landArea', { parent, children, of, beside = [] }: Tree) {
  const other = field === 'taxPaid' ? '用地面积（亩）' : '2024年实缴税收（万元）';
  const heads = ['企业名称', other, ...beside.map(([head]) => head)];
  const cells: Cell[][] = [
    [...heads, parent, ...children.slice(1).map(() => '')],
    [...heads.map(() => ''), ...children],
    ...MADE.map((one): Cell[] => [
      one.name,
      field === 'taxPaid' ? one.land : one.tax,
      ...beside.map(([, cell]) => cell(one)),
      ...of(one),
    ]),
  ];
  const merges = [
    ...heads.map((_, column) => ({ row: 0, column, rows: 2, columns: 1 })),
    { row: 0, column: heads.length, rows: 1, columns: children.length },
  ];
  const { byField, doubts } = locateTables(cells, { merges })[0]?.headers ?? {};
  const match = byField?.get(field);
  const asked = doubts?.find((one) => one.field.id === field)?.columns.map(({ header }) => header);
  const columns = [match, ...(match?.plus ?? [])].map((one) => (one ? one.column - heads.length : -1));
  return { columns: match ? columns.toSorted((a, b) => a - b) : undefined, asked };
}

const parts = (count: number) => (one: Enterprise) => sharesOf(one.tax, count, one);
/** What is added up since January. */
const soFar = (one: Enterprise) => {
  let sum = 0;
  return parts(4)(one).map((share) => (sum = rounded(sum + share)));
};
const QUARTERS = ['一季度', '二季度', '三季度', '四季度'];
const MONTHS = Array.from({ length: 12 }, (_, at) => `${String(at + 1)}月`);

describe('a year in its parts', () => {
  it.each([
    ['2024年税收（万元）', QUARTERS],
    ['2024年实缴税收（万元）', ['1季度', '2季度', '3季度', '4季度']],
    ['2024年入库税收（万元）', MONTHS],
  ])('is their sum: %s over %s', (parent, children) => {
    const { columns, asked } = read('taxPaid', { parent, children, of: parts(children.length) });
    expect({ columns, asked }).toEqual({ columns: children.map((_, at) => at), asked: undefined });
  });

  it('is asked about where each of them holds those before it, or one is missing', () => {
    expect(read('taxPaid', { parent: '2024年税收（万元）', children: QUARTERS, of: soFar }).columns).toBeUndefined();
    const three = QUARTERS.slice(0, 3);
    expect(read('taxPaid', { parent: '2024年税收（万元）', children: three, of: parts(3) }).columns).toBeUndefined();
  });
});

describe('land in its parts', () => {
  const land = (one: Enterprise) => sharesOf(one.land, 2, one);
  const tree = { parent: '用地面积（亩）', of: land };

  it.each([[['自有', '租赁']], [['自有', '租入']], [['生产用地', '配套用地']], [['有证', '无证']]])(
    'is their sum where nothing else stands under its name: %s',
    (children) => {
      expect(read('landArea', { ...tree, children }).columns).toEqual([0, 1]);
    },
  );

  it('is asked about where some of it is let, is part of a part, or stands elsewhere too', () => {
    const three = (one: Enterprise) => [...land(one), rounded(one.land / 9)];
    const isAsked = (given: Tree) => (read('landArea', given).asked ?? []).length > 1;
    expect(isAsked({ ...tree, children: ['自有', '租入', '出租'], of: three })).toBe(true);
    expect(isAsked({ ...tree, children: ['自有', '租入', '其中：未办证'], of: three })).toBe(true);
    const measured = ['实测面积（亩）', ({ land: own }: Enterprise) => rounded(own * 1.1)] as const;
    expect(isAsked({ ...tree, children: ['自有', '租入'], beside: [measured] })).toBe(true);
  });
});

describe('figures that are not the whole', () => {
  it('其他税种 is one of the kinds that are all there is', () => {
    const children = ['增值税', '企业所得税', '房产税和土地使用税', '其他税种'];
    expect(read('taxPaid', { parent: '2024年入库税收（万元）', children, of: parts(4) }).columns).toEqual([0, 1, 2, 3]);
  });

  it('what is due is none of what is paid, though paid and owed make it', () => {
    const of = (one: Enterprise) => {
      const owed = vary(one, 'owes') < 0.4 ? rounded(one.tax / 5) : 0;
      return [rounded(one.tax + owed), one.tax, owed];
    };
    const children = ['应纳', '实纳', '欠缴'];
    expect(read('taxPaid', { parent: '纳税情况（万元）', children, of }).columns).toEqual([1]);
  });

  it('the mean of years is no year', () => {
    const of = (one: Enterprise) => {
      const years = [rounded(one.tax * (0.7 + vary(one, 'a'))), rounded(one.tax * (0.7 + vary(one, 'b'))), one.tax];
      return [...years, rounded(years.reduce((sum, own) => sum + own, 0) / 3)];
    };
    const children = ['2022年', '2023年', '2024年', '年均'];
    expect(read('taxPaid', { parent: '近三年入库税收（万元）', children, of }).columns).toEqual([2]);
  });

  it('land in use goes before what papers say, and beside what is measured it is asked about', () => {
    const of = (one: Enterprise) => [rounded(one.land * 0.9), one.land, rounded(one.land * 1.05)];
    const on = (children: readonly string[]) => read('landArea', { parent: '面积（亩）', children, of }).columns;
    expect(on(['证载面积', '实际占用面积', '图斑面积'])).toEqual([1]);
    expect(on(['证载面积', '实际占用面积', '评价面积'])).toBeUndefined();
  });

  it('what is only planned is no rival of what there is', () => {
    const of = (one: Enterprise) => [rounded(one.land * 1.4), one.land];
    expect(read('landArea', { parent: '用地（亩）', children: ['计划用地', '已供地'], of }).columns).toEqual([1]);
  });
});
