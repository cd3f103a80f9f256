import type { DuckDBValue } from '@duckdb/node-api';
import type { Column } from '../../engine/column/index';
import { fieldOf, type Finding, type Ledger } from '../../engine/ledger/index';

/** Kinds of fields whose cells are numbers; all others are words. */
const NUMBERS: readonly string[] = ['number', 'area', 'floor', 'money', 'perMu', 'percent', 'year'];

/** Whether a field's column is one of numbers. */
export const isNumbers = (id: string): boolean => NUMBERS.includes(fieldOf(id).kind);

/**
 * Rows of a table that `mujun read` wrote, as a ledger: all of them enterprises, in the units of a ledger. `values` are the columns
 * of the fields in their order, undefined where the table has none; the last are the fields that could not be read.
 */
export function ledgerOfRows(
  fields: readonly string[],
  values: readonly (readonly DuckDBValue[] | undefined)[],
  unread: readonly DuckDBValue[],
): Ledger {
  const rows = unread.length;
  return {
    rows,
    kinds: Array.from({ length: rows }, () => 'data' as const),
    headers: { columns: [], byField: new Map(), doubts: [], apart: new Map(), texts: [], units: [], rows: [] },
    columns: new Map(fields.map((id, at) => [id, isNumbers(id) ? numbers(values[at], rows) : words(values[at], rows)])),
    findings: unread.flatMap(findingsOf),
    zeroIsBlank: false,
  };
}

function numbers(values: readonly DuckDBValue[] | undefined, rows: number): Column {
  return { kind: 'number', values: Float64Array.from({ length: rows }, (_, row) => numberOf(values?.[row])) };
}

function numberOf(value: DuckDBValue | undefined): number {
  return value === null || value === undefined ? NaN : Number(value);
}

function words(values: readonly DuckDBValue[] | undefined, rows: number): Column {
  const known = new Map<string, number>();
  const codes = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const value = values?.[row];
    if (value === null || value === undefined) continue;
    const word = String(value);
    const code = known.get(word) ?? known.size + 1;
    known.set(word, code);
    codes[row] = code;
  }
  return { kind: 'word', codes, words: [...known.keys()] };
}

function findingsOf(value: DuckDBValue, row: number): Finding[] {
  if (value === null) return [];
  const cells = JSON.parse(String(value)) as [string, string][];
  return cells.map(([field, text]) => ({ code: 'unreadable', row, column: 0, field, text }));
}
