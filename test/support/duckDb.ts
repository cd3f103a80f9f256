import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** A table of numbers and texts for DuckDB; null is NULL. */
export interface Table {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: 'DOUBLE' | 'VARCHAR' | 'DATE' }[];
  readonly rows: readonly (readonly (number | string | null)[])[];
}

/** What DuckDB gives in one column of a query over a table, row by row in the table's order. */
export async function askDuckDb({ name, columns, rows }: Table, query: string, wanted: string): Promise<unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mujun-duck-'));
  try {
    const file = join(folder, 'rows.csv');
    const quoted = (value: number | string | null) =>
      value === null ? '' : typeof value === 'number' ? String(value) : `"${value.replaceAll('"', '""')}"`;
    writeFileSync(file, rows.map((row, at) => [String(at), ...row.map(quoted)].join(',')).join('\n'));
    const types = [`'row': 'BIGINT'`, ...columns.map((one) => `'${one.name}': '${one.type}'`)].join(', ');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    // An unquoted blank is NULL, a quoted one an empty text.
    await connection.run(
      `CREATE TABLE "${name}" AS SELECT * FROM read_csv('${file}', header=false, columns={${types}}, nullstr='', allow_quoted_nulls=false)`,
    );
    const result = await connection.runAndReadAll(`SELECT "${wanted}" FROM (${query}) AS answers ORDER BY "row"`);
    const answers = result.getColumns()[0] ?? [];
    connection.closeSync();
    instance.closeSync();
    return [...answers];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
