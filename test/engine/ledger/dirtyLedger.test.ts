import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/engine/ledger/cell';
import { locateTables } from '../../../src/engine/ledger/locateTables';
import { readLedger } from '../../../src/engine/ledger/readLedger';
import { withUnitNotes } from '../../../src/engine/ledger/unitNotes';

const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/dirty_ledger_fixture.json', import.meta.url), 'utf8'),
) as {
  cells: Cell[][];
};
const [table] = locateTables(fixture.cells);
if (!table) throw new Error('no table found');
const headers = withUnitNotes(table.headers, table.unitNotes);
const rows = fixture.cells.slice(table.firstRow, table.firstRow + table.rows);
const FIELDS = ['landArea', 'ownedArea', 'rentedInArea', 'taxPaid', 'revenue', 'taxPerMu', 'township'];
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
