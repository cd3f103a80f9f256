import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wordAt } from '../../../src/engine/column/index';
import { locateTables, readLedger, withUnitNotes, type Cell, type Ledger } from '../../../src/engine/ledger/index';
import { rowsOf, styleOf, writeLedger, type CanonicalRow } from '../../support/writtenLedger';

const FIELDS = ['enterprise', 'creditCode', 'township', 'landArea', 'taxPaid', 'grade', 'obsoleteCapacity', 'deadline'];

function readBack(cells: readonly (readonly Cell[])[]): Ledger {
  const [table] = locateTables(cells);
  if (!table) throw new Error('no table found');
  const rows = cells
    .slice(table.firstRow, table.firstRow + table.rows)
    .map((row) => row.slice(table.firstColumn, table.firstColumn + table.columns));
  return readLedger(withUnitNotes(table.headers, table.unitNotes), rows, { fields: FIELDS, zeroIsBlank: false });
}

function rowAt(ledger: Ledger, row: number): (string | number | null)[] {
  return FIELDS.map((field) => {
    const column = ledger.columns.get(field);
    if (column?.kind === 'word') return wordAt(column, row) ?? null;
    const value = column?.values[row] ?? NaN;
    return Number.isNaN(value) ? null : Number(value.toPrecision(10));
  });
}

function expected(row: CanonicalRow): (string | number | null)[] {
  const { name, code, township, landUnits, taxUnits, grade, obsolete, deadline } = row;
  const day = deadline && new Date(Date.UTC(deadline[0], deadline[1], 0)).toISOString().slice(0, 10);
  const rounded = (value: number | undefined, unit: number) =>
    value === undefined ? null : Number((value * unit).toPrecision(10));
  const word = obsolete === undefined ? null : obsolete ? '是' : '否';
  return [name, code, township, rounded(landUnits, 0.03), rounded(taxUnits, 0.01), grade ?? null, word, day ?? null];
}

it('a ledger written from canonical rows in any style is read as these rows', () => {
  fc.assert(
    fc.property(rowsOf, styleOf, (rows, style) => {
      const ledger = readBack(writeLedger(rows, style));
      const data = ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
      expect(data.map((row) => rowAt(ledger, row))).toEqual(rows.map(expected));
    }),
    { numRuns: 300 },
  );
});

it('reading leaves the cells as they are', () => {
  fc.assert(
    fc.property(rowsOf, styleOf, (rows, style) => {
      const cells = writeLedger(rows, style);
      const before = structuredClone(cells);
      readBack(cells);
      expect(cells).toEqual(before);
    }),
    { numRuns: 30 },
  );
});
