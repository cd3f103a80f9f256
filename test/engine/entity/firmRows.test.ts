import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAt } from '../../../src/engine/column/index';
import { EVERY_ROW_ITSELF, NO_FIRMS, unitsOf } from '../../../src/engine/entity/index';
import {
  firmAnswers,
  firmRows,
  matchHeaders,
  readLedger,
  rowsOfKind,
  sumRows,
  type Cell,
} from '../../../src/engine/ledger/index';

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

describe('rows that seem to be one enterprise’s, once a person has called them so', () => {
  const parcels = (rows: readonly (readonly Cell[])[], landOnce = false) => {
    const found = firmRows(rows, matchHeaders([HEADERS]));
    const leads = new Map(found.flatMap((group) => group.map((row) => [row, group[0] ?? row] as const)));
    const match = matchHeaders([HEADERS]);
    const ledger = readLedger(match, rows, { fields: [...match.byField.keys()], zeroIsBlank: false });
    const made = unitsOf(ledger, EVERY_ROW_ITSELF, {
      ...NO_FIRMS,
      leads,
      spare: sumRows(rows, match, found),
      landOnce,
    });
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
      'a tax each',
      [
        ['甲有限公司', '', 'P1', 10, 40, '', '', ''],
        ['甲有限责任公司', '', 'P2', 20, 3, '', '', ''],
      ],
      [0, 0],
    ],
    [
      'one code under two names',
      [
        ['甲有限公司', A, 'P1', 10, 40, '', '', ''],
        ['乙有限公司', A, 'P2', 20, 3, '', '', ''],
      ],
      [0, 0],
    ],
    [
      'phases and plants',
      [
        ['越州甲机械有限公司（一期）', '', '', 10, 40, '', '', ''],
        ['越州甲机械有限公司二期', '', '', 20, 3, '', '', ''],
        ['越州甲机械有限公司（北厂区）', '', '', 5, '', '', '', ''],
        ['越州甲机械有限公司临江分公司', '', '', 5, 1, '', '', ''],
      ],
      [0, 0, 0, 0],
    ],
    [
      'another enterprise between them',
      [
        ['甲', '', 'P1', 10, 40, '', '', ''],
        ['乙', '', 'P3', 5, 7, '', '', ''],
        ['甲', '', 'P2', 20, '', '', '', ''],
      ],
      [0, 1, 0],
    ],
    [
      'a code on the first alone',
      [
        ['甲', A, 'P1', 10, 40, '', '', ''],
        ['甲', '', 'P2', 20, '', '', '', ''],
      ],
      [0, 0],
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
      'no land and no tax',
      [
        ['甲', '', 'P1', 10, 40, '', '', ''],
        ['甲', '', 'P2', '', '', '', '', ''],
      ],
      [0, 1],
    ],
    [
      'names that end in a place or a kind of company',
      [
        ['甲五金厂（普通合伙）', '', 'P1', 10, 40, '', '', ''],
        ['甲五金厂（越州）', '', 'P2', 20, 9, '', '', ''],
      ],
      [0, 1],
    ],
  ])('%s: which rows are one', (_, rows, lead) => {
    expect(parcels(rows).lead).toEqual(lead);
  });

  it('a land that each row repeats is counted once where a person says so, and likelier than a sum', () => {
    const rows: Cell[][] = [
      ['甲', A, '', 10, 40, '', '', ''],
      ['甲', A, '', 10, 3, '', '', ''],
      ['乙', B, '', 5, 7, '', '', ''],
      ['乙', B, '', 5, 8, '', '', ''],
    ];
    const match = matchHeaders([HEADERS]);
    expect(firmAnswers(rows, match, firmRows(rows, match))).toEqual(['landOnce', 'together', 'first', 'apart']);
    expect(parcels(rows, true).amounts).toEqual([
      [10, 43],
      [5, 15],
    ]);
    expect(parcels(rows).amounts).toEqual([
      [20, 43],
      [10, 15],
    ]);
  });

  it('a row that is the sum of the others of its enterprise is not added to them', () => {
    const rows: Cell[][] = [
      ['甲', A, '', 10, 40, '', '', ''],
      ['甲', A, '', '', 3, '', '', ''],
      ['甲', A, '', '', 43, '', '', ''],
      ['乙', B, '', 5, 7, '', '', ''],
    ];
    expect(parcels(rows).amounts).toEqual([
      [10, 43],
      [5, 7],
    ]);
  });

  it('a line that says 小计 and is the land of the others is not added to them, nor taken for one where it is not', () => {
    const rows: Cell[][] = [
      ['甲', A, 'P1', 10.31, 40, '', '', ''],
      ['甲', A, 'P2', 20.4, '', '', '', ''],
      ['甲', A, '小 计', 30.71, '', '', '', ''],
      ['乙', B, 'P3', 5, 7, '', '', ''],
      ['乙', B, 'P4', 6, '', '', '', ''],
      ['乙', B, 'P5', 11, '', '', '', ''],
    ];
    expect(parcels(rows).amounts).toEqual([
      [30.71, 40],
      [22, 7],
    ]);
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
