import { locateTables, readLedger, type Cell } from '../../src/engine/ledger/index';
import { sampleLedger } from '../../test/support/sample/sampleLedger';
import { bestOf } from './time';

/** Cells of a sheet into typed columns, beside the plainest thing that could be done: every cell through Number or a Map. */
export function benchEncode(rows = 20_000): string {
  const ledger = sampleLedger({ rows, seed: 1 });
  const [table] = locateTables(ledger.headers);
  const headers = table?.headers ?? locateTables([...ledger.headers, ...ledger.rows.slice(0, 50)])[0]?.headers;
  if (!headers) throw new Error('the sample ledger has no headers');
  const fields = [...headers.byField.keys()];
  const ours = bestOf(5, () => readLedger(headers, ledger.rows, { fields, zeroIsBlank: false }));
  const peer = bestOf(5, () => plainColumns(ledger.rows, headers.columns.length));
  const cells = rows * fields.length;
  const all = rows * headers.columns.length;
  const each = (ms: number, count: number) => ((ms * 1e6) / count).toFixed(0);
  return `encoding ${rows.toLocaleString('en-US')} x ${fields.length}: ours ${each(ours, cells)} ns a cell (units, ticks, marks, row kinds), plain numbers and words ${each(peer, all)} ns a cell; ${(ours / cells / (peer / all)).toFixed(1)}x`;
}

/** Knows nothing of ledgers: a number where Number gives one, else a word by dictionary. */
function plainColumns(rows: readonly (readonly Cell[])[], columns: number): unknown[] {
  return Array.from({ length: columns }, (_, column) => {
    const values = new Float64Array(rows.length);
    const codes = new Uint32Array(rows.length);
    const words = new Map<string, number>();
    rows.forEach((row, index) => {
      const cell = row[column];
      const value = typeof cell === 'number' ? cell : Number(cell);
      values[index] = value;
      if (typeof cell !== 'string' || !Number.isNaN(value)) return;
      let code = words.get(cell);
      if (code === undefined) words.set(cell, (code = words.size + 1));
      codes[index] = code;
    });
    return { values, codes, words };
  });
}
