import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt } from '../../../src/engine/column/index';
import { EVERY_ROW_ITSELF, unitsOf } from '../../../src/engine/entity/index';
import { firmRows, matchHeaders, readLedger, rowsOfKind, type Cell } from '../../../src/engine/ledger/index';

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
const A = '91330683MA2TEST01A';
const B = '91330683MA2TEST02B';

describe('rows of one name with a tax on the first alone, once a person has called them one enterprise', () => {
  const parcels = (rows: readonly (readonly Cell[])[]) => {
    const found = firmRows(rows, matchHeaders([HEADERS]));
    const firms = found.flatMap(({ row, rows: count }) =>
      Array.from({ length: count }, (_, at) => [row + at, row] as const),
    );
    const match = matchHeaders([HEADERS]);
    const ledger = readLedger(match, rows, { fields: [...match.byField.keys()], zeroIsBlank: false });
    const made = unitsOf(ledger, EVERY_ROW_ITSELF, new Map(firms));
    const amounts = rowsOfKind(made.ledger.kinds, 'data').map((row) =>
      ['landArea', 'taxPaid'].map((id) => numberAt(made.ledger, id, row)),
    );
    return { lead: [...made.lead], amounts };
  };

  it('its land on each row, its tax on the first alone: land added up, and a parcel that is said twice once', () => {
    const made = parcels([
      ['甲（越州）厂', '', 'P1', 10, 40, '', '', 1],
      ['甲(越州)厂', '', 'P2', 20, '', '', '', 2],
      ['甲(越州)厂', '', 'P2', 20, '', '', '', 2],
      ['乙', '', 'P3', 5, 7, '', '', ''],
    ]);
    expect(made).toMatchObject({ lead: [0, 0, 0, 3] });
    expect(made.amounts).toEqual([
      [30, 40],
      [5, 7],
    ]);
  });

  it.each<[string, readonly (readonly Cell[])[], number[]]>([
    [
      'a tax of its own',
      [
        ['甲', '', 'P1', 10, 40, '', '', ''],
        ['甲', '', 'P2', 20, 3, '', '', ''],
      ],
      [0, 1],
    ],
    [
      'a tax that cannot be read',
      [
        ['甲', '', 'P1', 10, 40, '', '', ''],
        ['甲', '', 'P2', 20, '约3', '', '', ''],
      ],
      [0, 1],
    ],
    [
      'another code',
      [
        ['甲', A, 'P1', 10, 40, '', '', ''],
        ['甲', B, 'P2', 20, '', '', '', ''],
      ],
      [0, 1],
    ],
    [
      'no land',
      [
        ['甲', '', 'P1', 10, 40, '', '', ''],
        ['甲', '', 'P2', '', '', '', '', ''],
      ],
      [0, 1],
    ],
    [
      'another enterprise between them',
      [
        ['甲', '', 'P1', 10, 40, '', '', ''],
        ['乙', '', 'P3', 5, 7, '', '', ''],
        ['甲', '', 'P2', 20, '', '', '', ''],
      ],
      [0, 1, 2],
    ],
    [
      'no tax on the first either',
      [
        ['甲', '', 'P1', 10, '', '', '', ''],
        ['甲', '', 'P2', 20, '', '', '', ''],
      ],
      [0, 1],
    ],
  ])('a row with %s is a row by itself', (_, rows, lead) => {
    expect(parcels(rows).lead).toEqual(lead);
  });

  it('any firms in any parcels are found, and make as many units as firms, no land and no tax lost or counted twice', () => {
    const firm = fc.record({
      tax: fc.integer({ min: 0, max: 999 }),
      lands: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(firm, { minLength: 1, maxLength: 12 }), (firms) => {
        const rows = firms.flatMap(({ tax, lands }, at) =>
          lands.map((land, nth): Cell[] => [`企业${at}`, '', `P${at}-${nth}`, land, nth === 0 ? tax : '', '', '', '']),
        );
        const sums = firms.map(({ tax, lands }) => [lands.reduce((sum, land) => sum + land, 0), tax]);
        expect(parcels(rows).amounts).toEqual(sums);
      }),
    );
  });
});
