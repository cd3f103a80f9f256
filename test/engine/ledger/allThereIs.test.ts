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

  it('whether land in use counts or what papers say is asked about', () => {
    const of = (one: Enterprise) => [rounded(one.land * 0.9), one.land, rounded(one.land * 1.05)];
    const on = (children: readonly string[]) => read('landArea', { parent: '面积（亩）', children, of }).columns;
    expect(on(['证载面积', '实际占用面积', '图斑面积'])).toBeUndefined();
    expect(on(['证载面积', '实际占用面积', '评价面积'])).toBeUndefined();
  });

  it('what is only planned is no rival of what there is', () => {
    const of = (one: Enterprise) => [rounded(one.land * 1.4), one.land];
    expect(read('landArea', { parent: '用地（亩）', children: ['计划用地', '已供地'], of }).columns).toEqual([1]);
  });
});

describe('money that is no tax', () => {
  const headed = (heads: readonly string[]) => {
    const cells: Cell[][] = [
      ['受让人', '出让面积（亩）', ...heads],
      ...MADE.map((one): Cell[] => [
        one.name,
        one.land,
        ...heads.map((head) => rounded(one.tax * (0.2 + vary(one, head)))),
      ]),
    ];
    const { byField, doubts } = locateTables(cells)[0]?.headers ?? {};
    const doubt = doubts?.find(({ field }) => field.id === 'taxPaid');
    const asked = doubt?.against === true ? 'none found' : doubt?.columns.map(({ header }) => header);
    return { tax: byField?.get('taxPaid')?.header, asked };
  };

  it.each([
    [['契税（万元）']],
    [['契税（万元）', '土地增值税（万元）']],
    [['欠税（万元）']],
    [['协议年税收（万元）']],
    [['达产后预计税收（万元）']],
    [['应缴出让金（万元）', '已缴出让金（万元）', '闲置费（万元）']],
  ])('leaves a ledger without a tax, and none of it is offered: %s', (heads) => {
    expect(headed(heads)).toEqual({ tax: undefined, asked: 'none found' });
  });

  it('is none where it only was intended; what came in is offered, whatever stands over it', () => {
    const headers = locateTables([
      ['受让人', '出让面积（亩）', '达产复核（2024年度）', ''],
      ['', '', '实际入库税收（万元）', '复核结论'],
      ...MADE.map((one): Cell[] => [one.name, one.land, one.tax, '达标']),
    ])[0]?.headers;
    const doubt = headers?.doubts.find(({ field }) => field.id === 'taxPaid');
    expect(doubt?.columns.map(({ header }) => header)).toEqual(['达产复核（2024年度）/实际入库税收（万元）']);
    expect(doubt?.guessed).toBeUndefined();
  });

  it('is no rival of the tax that is paid, and what is due alone is asked about', () => {
    expect(headed(['契税（万元）', '2024年实缴税收（万元）']).tax).toBe('2024年实缴税收（万元）');
    expect(headed(['应缴税费（万元）']).asked).toEqual(['应缴税费（万元）']);
  });

  it('已缴 beside 应缴违约金 is of the fine', () => {
    const of = (one: Enterprise) => [rounded(one.tax / 7), rounded(one.tax / 9)];
    const beside = [['2024年实缴税收（万元）', ({ tax }: Enterprise) => tax]] as const;
    const children = ['应缴违约金（万元）', '已缴（万元）'];
    expect(read('taxPaid', { parent: '违约责任', children, of, beside }).columns).toEqual([-1]);
  });
});

describe('land with what is rented and without what is let', () => {
  it('is the column that the rows show to be just that', () => {
    const of = (one: Enterprise) => {
      const [rented, out] = [rounded(one.land / 5), rounded(one.land / 8)];
      return [rounded(one.land - rented + out), rented, out, one.land];
    };
    const children = ['自有', '租入', '租出', '实际用地'];
    expect(read('landArea', { parent: '用地面积（亩）', children, of }).columns).toEqual([3]);
  });
});

describe('two columns of companies', () => {
  const names = (heads: readonly [string, string], second: (at: number) => string) => {
    const cells: Cell[][] = [
      ['序号', ...heads, '面积（亩）', '2024年实缴税收（万元）'],
      ...MADE.map((one, at): Cell[] => [at + 1, one.name, second(at), one.land, one.tax]),
    ];
    const { byField, doubts } = locateTables(cells)[0]?.headers ?? {};
    const open = doubts?.find(({ field }) => field.id === 'enterprise')?.columns.map(({ header }) => header);
    return { name: byField?.get('enterprise')?.header, open };
  };
  const other = (at: number) => `越州${MADE[(at + 3) % MADE.length]?.name.slice(2) ?? ''}`;

  it.each([[['出租企业', '承租企业']], [['出租单位', '承租单位']], [['被执行人', '买受人']]] as const)(
    'that differ one for one are asked about: %s',
    (heads) => {
      const { name, open } = names(heads, other);
      expect(name).toBeUndefined();
      expect(open?.slice(0, 2).toSorted()).toEqual([...heads].sort());
    },
  );
});
