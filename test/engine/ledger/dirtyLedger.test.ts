import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkCreditCode } from '../../../src/engine/ledger/creditCode';
import { inspect } from '../../../src/engine/ledger/inspect';
import { reconcile } from '../../../src/engine/ledger/reconcile';
import { amountsInRemark } from '../../../src/engine/ledger/remark';
import { unitsOf } from '../../../src/engine/entity/units';
import { EVERY_ROW_ITSELF } from '../../../src/engine/entity/rules';
import type { Cell } from '../../../src/engine/ledger/cell';
import { locateTables } from '../../../src/engine/ledger/locateTables';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { withUnitNotes } from '../../../src/engine/ledger/sheet/unitNotes';

const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/dirty_ledger_fixture.json', import.meta.url), 'utf8'),
) as {
  cells: Cell[][];
  expected: {
    header_rows: number[];
    data_rows: number[];
    total_rows: number[];
    blank_rows: number[];
    columns: Record<string, string>;
    unit_of: Record<string, string>;
    values: Record<string, number | string | null>;
    checks: { enterprise_乙_merged: { area_mu: string; tax: number; tax_per_mu: number } };
  };
};
const { expected } = fixture;
const [table] = locateTables(fixture.cells);
if (!table) throw new Error('no table found');
const headers = withUnitNotes(table.headers, table.unitNotes);
const rows = fixture.cells.slice(table.firstRow, table.firstRow + table.rows);
const FIELDS = [
  ...['landArea', 'ownedArea', 'rentedInArea', 'taxPaid', 'revenue', 'taxPerMu', 'township'],
  ...['creditCode', 'enterprise', 'rdIntensity'],
];
const ledger = readLedger(headers, rows, { fields: FIELDS, zeroIsBlank: false });

function numbers(id: string): (number | null)[] {
  const column = ledger.columns.get(id);
  if (column?.kind !== 'number') throw new Error(`no numbers in ${id}`);
  return [...column.values].map((value) => (Number.isNaN(value) ? null : value));
}

describe('a dirty ledger (made up, with what real ones have)', () => {
  it('has two header rows, four data rows, two totals and a blank row', () => {
    expect([table.headerRow + 1, table.headerRows]).toEqual([3, 2]);
    expect(ledger.kinds).toEqual(['data', 'data', 'data', 'total', 'blank', 'data', 'total']);
  });

  it('has its columns understood', () => {
    expect(headers.columns.map((match) => match?.field.id)).toEqual([
      'sequence',
      'enterprise',
      'creditCode',
      'township',
      'ownedArea',
      'rentedInArea',
      'taxPaid',
      'revenue',
      'rdIntensity',
      'taxPerMu',
      'aboveScale',
      'remark',
    ]);
    const units = ['ownedArea', 'rentedInArea', 'taxPaid', 'revenue'].map((id) => headers.byField.get(id)?.unit?.text);
    expect(units).toEqual(['㎡', '亩', '万元', '亿元']);
  });

  it('has its values read in 亩 and 万元', () => {
    // 20000.1 ㎡ is 30.00015 亩; the last bit is the binary product's.
    expect(numbers('ownedArea')).toEqual([60, expect.closeTo(30.00015, 12), null, null, null, 10, null]);
    expect(numbers('rentedInArea')).toEqual([null, 3, 6.5, null, null, null, null]);
    expect(numbers('taxPaid')).toEqual([480.5, 120, null, null, null, 30, null]);
    expect(numbers('revenue').slice(0, 2)).toEqual([12000, 3500]);
    expect(numbers('taxPerMu')[1]).toBe(4.5);
  });

  it('takes the area from own and rented land', () => {
    expect(numbers('landArea')).toEqual([60, expect.closeTo(33.00015, 12), 6.5, null, null, 10, null]);
  });
});

/** The fixture's names for our fields. */
const OURS: Readonly<Record<string, string>> = {
  seq: 'sequence',
  ent_name: 'enterprise',
  uscc: 'creditCode',
  district: 'township',
  land_owned: 'ownedArea',
  land_rented_in: 'rentedInArea',
  tax: 'taxPaid',
  revenue: 'revenue',
  rd_ratio: 'rdIntensity',
  tax_per_mu: 'taxPerMu',
  scale: 'aboveScale',
  remark: 'remark',
};
/** Where the fixture's cells are held in the ledger: E5_mu is the own land of sheet row 5. */
const CELL_FIELDS: Readonly<Record<string, string>> = {
  E: 'ownedArea',
  F: 'rentedInArea',
  G: 'taxPaid',
  H: 'revenue',
  I: 'rdIntensity',
  J: 'taxPerMu',
};
const sheetRowOf = (row: number) => table.firstRow + row + 1;
const sheetRows = (kind: string) => ledger.kinds.flatMap((own, row) => (own === kind ? [sheetRowOf(row)] : []));

describe('every expectation that comes with the dirty ledger', () => {
  it('rows', () => {
    expect([table.headerRow + 1, table.headerRow + table.headerRows]).toEqual(expected.header_rows);
    expect(sheetRows('data')).toEqual(expected.data_rows);
    expect(sheetRows('total')).toEqual(expected.total_rows);
    expect(sheetRows('blank')).toEqual(expected.blank_rows);
  });

  it.each(Object.entries(expected.columns))('column %s is %s', (letter, key) => {
    expect(headers.columns[letter.charCodeAt(0) - 65]?.field.id).toBe(OURS[key]);
  });

  it.each(Object.entries(expected.unit_of))('the unit of column %s is %s', (letter, unit) => {
    const match = headers.columns[letter.charCodeAt(0) - 65];
    if (unit === '%') {
      // Shares have no unit that converts: the column is judged as a whole (see the values I5, I6, I10).
      expect(match?.field.kind).toBe('percent');
      return;
    }
    expect(unit.startsWith(match?.unit?.text ?? '?')).toBe(true);
  });

  it.each(Object.entries(expected.values).filter(([key]) => key !== 'C5'))('%s is %j', (key, value) => {
    const [, letter = '', row = ''] = /^([A-Z])(\d+)/.exec(key) ?? [];
    const column = ledger.columns.get(CELL_FIELDS[letter] ?? '');
    if (column?.kind !== 'number') throw new Error(key);
    const read = column.values[Number(row) - table.firstRow - 1] ?? NaN;
    if (value === null) expect(read).toBeNaN();
    else expect(read).toBeCloseTo(Number(value), 9);
  });

  it('2％ is 0.02, by its own sign', () => {
    const column = ledger.columns.get('rdIntensity');
    expect(column?.kind === 'number' && [...column.values]).toEqual([0.035, 0.021, NaN, NaN, NaN, 0.02, NaN]);
    expect(
      inspect(ledger, rows)
        .filter(({ code }) => code === 'percentMixed')
        .map(({ row }) => sheetRowOf(row)),
    ).toEqual([6]);
  });

  it('C5 is a damaged code, to be restored', () => {
    const code = fixture.cells[4]?.[2];
    expect(checkCreditCode(code)).toMatchObject({ kind: 'damaged' });
    const found = inspect(ledger, rows).filter(({ field }) => field === 'creditCode');
    expect(found.map(({ code: kind, row }) => [kind, sheetRowOf(row)])).toEqual([
      ['codeDamaged', 5],
      // The made-up code of 乙 cannot be valid on purpose: there is no S in such codes.
      ['codeCharacters', 6],
      ['codeCharacters', 10],
    ]);
  });

  it('the remark of row 6 hides 5 亩, which are told and not subtracted', () => {
    const remark = fixture.cells[5]?.[11];
    const [amount] = amountsInRemark(remark);
    expect(amount).toMatchObject({ about: 'rentedOut', value: 5 });
    const [own, rentedIn] = [numbers('ownedArea')[1] ?? NaN, numbers('rentedInArea')[1] ?? NaN];
    expect(own + rentedIn - (amount?.value ?? NaN)).toBeCloseTo(28.00015, 9);
    expect(numbers('landArea')[1]).toBeCloseTo(33.00015, 9);
    expect(inspect(ledger, rows).filter(({ code }) => code === 'remarkAmount')).toMatchObject([
      { row: 1, meant: '出租5亩' },
    ]);
  });

  it('乙 is one enterprise on two parcels, once a person says so', () => {
    const { ledger: merged, lead } = unitsOf(ledger, { ...EVERY_ROW_ITSELF, mergeEnterprises: true });
    const at = (id: string) => {
      const column = merged.columns.get(id);
      return column?.kind === 'number' ? (column.values[1] ?? NaN) : NaN;
    };
    const { tax, tax_per_mu: perMu } = expected.checks['enterprise_乙_merged'];
    expect(at('landArea')).toBeCloseTo(43.00015, 9);
    expect(at('taxPaid')).toBe(tax);
    expect(at('taxPaid') / at('landArea')).toBeCloseTo(perMu, 5);
    expect([...lead]).toEqual([0, 1, 2, -1, -1, 1, -1]);
  });

  it('the total 13.5 in J11 adds ratios', () => {
    const [found] = reconcile(ledger, rows).filter(({ field, row }) => field === 'taxPerMu' && sheetRowOf(row) === 11);
    // Over the rows that have both: (480.5 + 120 + 30) / (60 + 33.00015 + 10).
    expect(found?.expected).toBeCloseTo(630.5 / 103.00015, 6);
    expect(found?.text).toBe('13.5');
  });
});
