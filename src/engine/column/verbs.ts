import { wordAt, type Column } from './column';

/** Columns by the id of their field, with their number of rows: a ledger, or what was made of one. */
export interface Columns {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** A field's numbers, all missing where it is no column of numbers. */
export function numbersOf({ columns, rows }: Columns, field: string): Float64Array {
  const column = columns.get(field);
  return column?.kind === 'number' ? column.values : new Float64Array(rows).fill(NaN);
}

/** The different words of a field, in their order of first use; none where it is no column of words. */
export function differentWords({ columns }: Columns, field: string): readonly string[] {
  const column = columns.get(field);
  return column?.kind === 'word' ? column.words : [];
}

/** A row's number in a field, NaN where it is missing: 亩, 万元, ㎡. */
export function numberAt({ columns }: Columns, field: string, row: number): number {
  const column = columns.get(field);
  return column?.kind === 'number' ? (column.values[row] ?? NaN) : NaN;
}

/** A row's word in a field, or undefined. */
export function textAt({ columns }: Columns, field: string, row: number): string | undefined {
  const column = columns.get(field);
  return column?.kind === 'word' ? wordAt(column, row) : undefined;
}
