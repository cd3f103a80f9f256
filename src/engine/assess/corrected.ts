import { WordBuilder, type Column } from '../column/column';
import { askedOfField } from '../ledger/askedField';
import type { Ledger } from '../ledger/readLedger';

/** A ledger as it would be with one cell corrected: numbers in 亩 and 万元, words in the policy's spelling. */
export function correctedLedger(
  ledger: Ledger,
  row: number,
  cell: { readonly field: string; readonly value: number | string },
): Ledger {
  const column = ledger.columns.get(cell.field);
  if (!column) return ledger;
  const columns = new Map(ledger.columns).set(cell.field, correctedColumn(column, row, cell.value));
  // What the cell said before stands no more.
  for (const [id, written] of ledger.columns) {
    if (askedOfField(id)?.field === cell.field) columns.set(id, correctedColumn(written, row, cell.value));
  }
  const findings = ledger.findings.filter((finding) => finding.row !== row || finding.field !== cell.field);
  return { ...ledger, columns, findings };
}

function correctedColumn(column: Column, row: number, value: number | string): Column {
  if (column.kind === 'number') {
    const values = column.values.slice();
    values[row] = typeof value === 'number' ? value : NaN;
    return { ...column, values };
  }
  const builder = new WordBuilder(column);
  builder.set(row, String(value));
  return builder.build();
}

/** One row of a ledger as a ledger of its own: what is asked of one enterprise need not be asked of all. */
export function rowLedger(ledger: Ledger, row: number): Ledger {
  const columns = new Map([...ledger.columns].map(([id, column]) => [id, rowColumn(column, row)] as const));
  const findings = ledger.findings.filter((finding) => finding.row === row).map((finding) => ({ ...finding, row: 0 }));
  return { ...ledger, rows: 1, kinds: ledger.kinds.slice(row, row + 1), columns, findings };
}

function rowColumn(column: Column, row: number): Column {
  if (column.kind === 'number') return { ...column, values: column.values.slice(row, row + 1) };
  return { ...column, codes: column.codes.slice(row, row + 1) };
}
