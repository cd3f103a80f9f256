import type { Judged } from '../../src/engine/assess/judge';
import { readingColumns } from '../../src/engine/report/verdict/readingColumns';
import type { Table } from './duckDb';

/** The data rows of a ledger, and what a policy reads of them as a table for a query. */
export function readingRows(judged: Judged, name: string): { readonly rows: readonly number[]; readonly table: Table } {
  const rows = judged.ledger.kinds.flatMap((kind, row) => (kind === 'data' ? [row] : []));
  const columns = readingColumns(judged);
  return { rows, table: { name, columns, rows: rows.map((row) => columns.map(({ at }) => at(row))) } };
}
