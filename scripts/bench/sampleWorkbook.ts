import type { Cell } from '../../src/engine/ledger/index';
import { sampleLedger } from '../../test/support/sample/sampleLedger';
import { createPackage } from '../../src/package/createPackage';
import type { CellChange } from '../../src/package/model';

/** The made-up ledger as an .xlsx file: title, two header rows from row 3 on, data from row 5 on; its first columns alone, if asked. */
export function sampleWorkbook(rows: number, seed = 1, width = Infinity): Uint8Array {
  const { title, headers, rows: data } = sampleLedger({ rows, seed });
  const whole: readonly (readonly Cell[])[] = [[title], [], ...headers, ...data];
  const lines = whole.map((line) => line.slice(0, width));
  const cells = new Map(lines.map((line, row) => [row, cellsOf(line)] as const));
  const columns = Math.min(width, headers[0]?.length ?? 1);
  const merges = [{ row: 0, column: 0, rows: 1, columns }];
  const sheet = { id: 'new-1', added: { name: '示例台账' }, cells, merges, freeze: { rows: 4, columns: 2 } };
  return createPackage({ sheets: [sheet] });
}

function cellsOf(line: readonly Cell[]): Map<number, CellChange> {
  const filled = line
    .map((cell, column) => [column, cell] as const)
    .filter(([, cell]) => cell !== '' && cell !== null && cell !== undefined);
  return new Map(
    filled.map(([column, cell]) => [
      column,
      { value: cell as string | number, type: typeof cell === 'number' ? 'number' : 'string' },
    ]),
  );
}
