import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchHeaders, readLedger, type Cell, type Ledger } from '../../../src/engine/ledger/index';
import { EVERY_ROW_ITSELF, ruleEffects, unitsOf, type EntityRules } from '../../../src/engine/entity/index';
import { takesPart } from '../../../src/engine/entity/status';

const HEADERS = [
  '企业名称',
  '统一社会信用代码',
  '地块编码',
  '用地面积(亩)',
  '税收(万元)',
  '企业状态',
  '落后产能',
  '容积率',
];

function read(rows: readonly (readonly Cell[])[], headers: readonly Cell[] = HEADERS): Ledger {
  const match = matchHeaders([headers]);
  return readLedger(match, rows, { fields: [...match.byField.keys()], zeroIsBlank: false });
}

function units(rows: readonly (readonly Cell[])[], rules: Partial<EntityRules>) {
  const made = unitsOf(read(rows), { ...EVERY_ROW_ITSELF, ...rules });
  const at = (id: string) => {
    const column = made.ledger.columns.get(id);
    return column?.kind === 'number' ? [...column.values] : [];
  };
  const counted = made.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const amounts = counted.map((row) => [at('landArea')[row], at('taxPaid')[row]]);
  return { ...made, counted, amounts, lead: [...made.lead] };
}

const A = '91330683MA2TEST01A';
const B = '91330683MA2TEST02B';
const C = '91330683MA2TEST03C';

describe('rows as units', () => {
  it('every row is its own unless a person says otherwise', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['甲', A, 'P2', 20, 40, '', '', ''],
    ];
    expect(units(rows, {})).toMatchObject({
      counted: [0, 1],
      lead: [0, 1],
      amounts: [
        [10, 40],
        [20, 40],
      ],
    });
  });

  it('one enterprise on several parcels: land added, a repeated tax once', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['乙', B, 'P3', 5, 7, '', '', ''],
      ['甲', A, 'P2', 20, 40, '', '', ''],
    ];
    const made = units(rows, { mergeEnterprises: true });
    expect(made).toMatchObject({
      counted: [0, 1],
      lead: [0, 1, 0],
      amounts: [
        [30, 40],
        [5, 7],
      ],
    });
    expect(made.told).toEqual({ merged: 1, taxTakenOnce: 1, taxAdded: 0, conflicts: 0 });
  });

  it('different taxes of one enterprise are added', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['甲', A, 'P2', 20, 50, '', '', ''],
    ];
    const made = units(rows, { mergeEnterprises: true });
    expect([made.amounts, made.told.taxAdded]).toEqual([[[30, 90]], 1]);
  });

  it('a parcel that one enterprise names twice is its land once', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['甲', A, 'P1', 10, 40, '', '', ''],
    ];
    expect(units(rows, { mergeEnterprises: true }).amounts).toEqual([[10, 40]]);
  });

  it('the tax on the first of an enterprise’s rows is its tax; no tax at all stays unknown', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['甲', A, 'P2', 20, '', '', '', ''],
      ['乙', B, 'P3', 5, '/', '', '', ''],
      ['乙', B, 'P4', 5, '', '', '', ''],
    ];
    expect(units(rows, { mergeEnterprises: true }).amounts).toEqual([
      [30, 40],
      [10, NaN],
    ]);
  });

  it('several enterprises on one parcel share it and the answer (遂昌)', () => {
    const rows = [
      ['甲', A, 'P1', 30, 40, '', '', ''],
      ['乙', B, 'P1', 30, 20, '', '', ''],
      ['丙', C, 'P2', 5, 1, '', '', ''],
    ];
    const made = units(rows, { shareParcels: true });
    expect(made).toMatchObject({
      counted: [0, 2],
      lead: [0, 0, 2],
      amounts: [
        [30, 60],
        [5, 1],
      ],
    });
  });

  it('parts of a parcel that differ are added', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['乙', B, 'P1', 20, 20, '', '', ''],
    ];
    expect(units(rows, { shareParcels: true }).amounts).toEqual([[30, 60]]);
  });

  it('both together: an enterprise of two parcels, one of them shared', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['甲', A, 'P2', 20, 40, '', '', ''],
      ['乙', B, 'P2', 20, 5, '', '', ''],
    ];
    expect(units(rows, { mergeEnterprises: true, shareParcels: true })).toMatchObject({
      lead: [0, 0, 0],
      amounts: [[30, 45]],
    });
  });

  it('tenants without land follow the owner of the parcel, their tax aside (江山)', () => {
    const rows = [
      ['房东', A, 'P1', 10, 40, '', '', ''],
      ['租户', B, 'P1', '', 9, '', '', ''],
      ['租户二', C, 'P9', '', 9, '', '', ''],
    ];
    const made = units(rows, { tenantsFollowOwner: true });
    expect(made).toMatchObject({
      counted: [0, 2],
      lead: [0, 0, 2],
      amounts: [
        [10, 40],
        [NaN, 9],
      ],
    });
  });

  it('land is own and rented in less rented out; nothing left is missing', () => {
    const headers = [
      '企业名称',
      '统一社会信用代码',
      '用地面积(亩)',
      '自有用地(亩)',
      '租入用地(亩)',
      '出租用地(亩)',
      '税收(万元)',
    ];
    const rows = [
      ['甲', A, 30, 30, 5, 10, 40],
      ['乙', B, 12, '', '', 2, 40],
      ['丙', C, 8, 8, '', 8, 40],
      ['丁有限公司', '', 9, '', '', '', 40],
    ];
    const { ledger } = unitsOf(read(rows, headers), { ...EVERY_ROW_ITSELF, netRented: true });
    const column = ledger.columns.get('landArea');
    expect(column?.kind === 'number' && [...column.values]).toEqual([25, 10, NaN, 9]);
  });

  it('repeats of a row count once', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['甲', A, 'P1', 10, 40, '', '', ''],
      ['甲', A, 'P1', 11, 40, '', '', ''],
    ];
    expect(units(rows, { dropRepeats: true })).toMatchObject({ counted: [0, 2], lead: [0, 0, 2] });
  });

  it('enterprises that are not 正常 stay out by default, and come back on a word', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '正常', '', ''],
      ['乙', B, 'P2', 10, 40, '注销', '', ''],
      ['丙', C, 'P3', 10, 40, '', '', ''],
    ];
    expect(units(rows, {})).toMatchObject({ counted: [0, 2], lead: [0, -1, 2], grouping: { leftOut: [1] } });
    expect(units(rows, { leaveOutInactive: false }).counted).toEqual([0, 1, 2]);
  });

  it('a damaged, masked or missing code joins nothing', () => {
    const rows = [
      ['甲', 913306830000000000, 'P1', 1, 1, '', '', ''],
      ['乙', 913306830000000000, 'P2', 1, 1, '', '', ''],
      ['丙', '9133****', '', 1, 1, '', '', ''],
      ['丁', '9133****', '', 1, 1, '', '', ''],
      ['戊', '无', '', 1, 1, '', '', ''],
      ['己', '无', '', 1, 1, '', '', ''],
    ];
    expect(units(rows, { mergeEnterprises: true }).counted).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('fields on which the rows disagree are unknown, not 否', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '', '是', 1],
      ['甲', A, 'P2', 20, 40, '', '否', 2],
    ];
    const { ledger, told } = units(rows, { mergeEnterprises: true });
    expect(ledger.findings).toMatchObject([{ code: 'unreadable', row: 0, field: 'obsoleteCapacity', text: '是、否' }]);
    const ratio = ledger.columns.get('plotRatio');
    expect([told.conflicts, ratio?.kind === 'number' && ratio.values[0]]).toEqual([1, NaN]);
  });

  it('tells what each rule does to 户数, 亩 and 税收', () => {
    const rows = [
      ['甲', A, 'P1', 10, 40, '正常', '', ''],
      ['甲', A, 'P2', 20, 40, '正常', '', ''],
      ['乙', B, 'P3', 10, 7, '迁出', '', ''],
    ];
    const effects = new Map(ruleEffects(read(rows), EVERY_ROW_ITSELF).map((effect) => [effect.rule, effect]));
    expect(effects.get('leaveOutInactive')).toMatchObject({
      off: { units: 3, area: 40, tax: 87 },
      on: { units: 2, area: 30, tax: 80 },
    });
    expect(effects.get('mergeEnterprises')).toMatchObject({
      off: { units: 2, area: 30, tax: 80 },
      on: { units: 1, area: 30, tax: 40 },
    });
  });

  it('whatever the rules, every row counted once leads itself, and followers lead to a counted row', () => {
    const row = fc.tuple(
      fc.constant('某'),
      fc.constantFrom(A, B, C, '', '无'),
      fc.constantFrom('P1', 'P2', 'P3', ''),
      fc.constantFrom<Cell>(1, 2, 3, '', 0),
      fc.constantFrom<Cell>(1, 2, '', -1),
      fc.constantFrom('', '正常', '注销'),
      fc.constantFrom('', '是', '否'),
      fc.constantFrom<Cell>('', 1, 2),
    );
    const rules = fc.record(Object.fromEntries(Object.keys(EVERY_ROW_ITSELF).map((rule) => [rule, fc.boolean()])));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), rules, (rows, chosen) => {
        const made = units(rows, chosen);
        made.lead.forEach((lead, index) => {
          const kind = made.ledger.kinds[index];
          if (kind === 'data') expect(lead).toBe(index);
          if (kind === 'merged') expect(made.ledger.kinds[lead]).toBe('data');
          if (kind === 'leftOut') expect(lead).toBe(-1);
        });
      }),
    );
  });

  it('joining rows loses no land and no tax that differ (brute force)', () => {
    const amounts = fc.array(
      fc.tuple(fc.constantFrom(A, B, C), fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 1e6 })),
      {
        minLength: 1,
        maxLength: 10,
      },
    );
    fc.assert(
      fc.property(amounts, (list) => {
        const rows = list.map(([code, area, tax], index) => ['某', code, `P${String(index)}`, area, tax, '', '', '']);
        const made = units(rows, { mergeEnterprises: true });
        const expected = [...new Set(list.map(([code]) => code))].map((code) => {
          const own = list.filter(([other]) => other === code);
          const taxes = own.map(([, , tax]) => tax);
          const tax = new Set(taxes).size === 1 ? taxes[0] : taxes.reduce((sum, one) => sum + one, 0);
          return [own.reduce((sum, [, area]) => sum + area, 0), tax];
        });
        expect(made.amounts).toEqual(expected);
      }),
    );
  });
});

describe('statuses', () => {
  it.each(['正常', '存续', '在业', '在营（开业）', '正常生产', '正常经营', '开业', '投产', '二期在建', undefined])(
    '%s takes part',
    (status) => {
      expect(takesPart(status)).toBe('active');
    },
  );
  // The land of an enterprise that rests is still there, and an unknown word drops nobody.
  it.each(['停产', '半停产', '停业整顿', '季节性', '季节性停产', '技改停产', '新办', '招商中', '租赁'])(
    '%s takes part, and is told',
    (status) => {
      expect(takesPart(status)).toBe('other');
    },
  );
  it.each([
    ...[
      '注销',
      '迁出',
      '非本街道',
      '迁入保护',
      '纳税小于3万',
      '吊销',
      '不正常',
      '非正常户',
      '未投产',
      '拟注销',
      '停产待注销',
    ],
    ...['已搬迁', '破产清算', '在建', '不参评', '关停', '税收低于5万元', '作废'],
  ])('%s does not', (status) => {
    expect(takesPart(status)).toBe('out');
  });
});
