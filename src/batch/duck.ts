import type * as Library from '@duckdb/node-api';
import { Told } from './told';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';

/** A column to be put into a table: what it is called, what it holds, and its value in a row; null is NULL. */
export interface TableColumn {
  readonly name: string;
  readonly type: 'DOUBLE' | 'VARCHAR' | 'INTEGER';
  readonly at: (row: number) => number | string | null;
}

/** DuckDB takes so many rows at a time. */
const CHUNK = 2048;

/** A name between quotes, as DuckDB takes it. */
export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`;
/** A text between quotes. */
export const quotedText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** It is optional: where npm could not install it, the rest of the product works. */
async function fetched(): Promise<typeof Library> {
  try {
    return await import('@duckdb/node-api');
  } catch {
    throw new Told(
      '这台电脑上没有装上 DuckDB，读入和判定成批的表要用它。请在项目目录里运行 npm ci，看它为什么没有装上',
    );
  }
}

/** A database of a command: in memory, or in a file of its own where it may outgrow it. */
export class Duck {
  private constructor(
    private readonly duckDb: typeof Library,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
  ) {}

  /** DuckDB is fetched when it is first needed: whoever only applies a policy does without. */
  static async open(file = ':memory:', settings: Readonly<Record<string, string>> = {}): Promise<Duck> {
    const duckDb = await fetched();
    const instance = await duckDb.DuckDBInstance.create(file, settings);
    return new Duck(duckDb, instance, await instance.connect());
  }

  async run(sql: string): Promise<void> {
    await this.connection.run(sql);
  }

  /** The rows of a small answer. */
  async rows(sql: string): Promise<DuckDBValue[][]> {
    return (await this.connection.runAndReadAll(sql)).getRows();
  }

  /** A large answer, column by column, as many rows at a time as DuckDB gives. */
  async *columns(sql: string): AsyncGenerator<DuckDBValue[][]> {
    const result = await this.connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getColumns();
    }
  }

  /** The names of what a query gives, without its rows. */
  async names(sql: string): Promise<Map<string, string>> {
    const described = await this.rows(`DESCRIBE ${sql}`);
    return new Map(described.map(([name, type]) => [String(name), String(type)]));
  }

  async create(table: string, columns: readonly Omit<TableColumn, 'at'>[]): Promise<void> {
    await this.run(
      `CREATE TABLE ${quotedName(table)} (${columns.map(({ name, type }) => `${quotedName(name)} ${type}`).join(', ')})`,
    );
  }

  /** Adds rows to a table whose columns are these. */
  async append(table: string, columns: readonly TableColumn[], count: number): Promise<void> {
    const { DuckDBDataChunk, DOUBLE, VARCHAR, INTEGER } = this.duckDb;
    const types = columns.map(({ type }) => ({ DOUBLE, VARCHAR, INTEGER })[type]);
    const appender = await this.connection.createAppender(table);
    for (let from = 0; from < count; from += CHUNK) {
      const rows = Math.min(CHUNK, count - from);
      const chunk = DuckDBDataChunk.create(types, rows);
      columns.forEach(({ at }, index) => {
        chunk.setColumnValues(
          index,
          Array.from({ length: rows }, (_, row) => at(from + row)),
        );
      });
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  close(): void {
    this.connection.closeSync();
    this.instance.closeSync();
  }
}
