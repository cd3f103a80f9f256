import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cell } from '../../src/engine/ledger/index';
import { createPackage } from '../../src/package/createPackage';
import type { CellChange } from '../../src/package/model';
import { openWorkbench, type OpenWorkbench } from './support/openWorkbench';

interface UnseenLedger {
  readonly policy: string | Cell[][];
  readonly asOf?: string | number;
  readonly headers: Cell[][];
  readonly rows: Cell[][];
  readonly expected: (string | null)[];
}

const FOLDER = new URL('../fixtures/unseen/', import.meta.url);
/** Ledgers of an independent script (test/fixtures/unseen/README.md) whose policy is a name: one sheet each, in one workbook. */
const LEDGERS = readdirSync(FOLDER)
  .filter((name) => /^(?:shengzhou|taicang|jiading|xuchang)-.*\.json$/.test(name))
  .map((name) => [name, JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as UnseenLedger] as const)
  .filter(([, ledger]) => typeof ledger.policy === 'string')
  .filter((_, index) => index % 3 === 0);

function workbook(): Uint8Array {
  const sheets = LEDGERS.map(([name, { headers, rows }], index) => ({
    id: `new-${index + 1}`,
    added: { name: name.replace('.json', '') },
    cells: new Map([...headers, ...rows].map((line, row) => [row, cellsOf(line)] as const)),
  }));
  return createPackage({ sheets });
}

function cellsOf(line: readonly Cell[]): Map<number, CellChange> {
  const cells = new Map<number, CellChange>();
  line.forEach((value, column) => {
    if (value === '' || value === null || value === undefined) return;
    const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string';
    cells.set(column, { value, type });
  });
  return cells;
}

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

describe.each(['zero', 'null', 'empty'])('ledgers never seen before, in cells, blanks as %s', (blank) => {
  let bench: OpenWorkbench;
  beforeAll(async () => {
    bench = await openWorkbench({ query: `?blank=${blank}` });
    await bench.openFile('没见过的台账.xlsx', workbook());
  });
  afterAll(() => bench.close());

  it.each(LEDGERS)('%s', async (name, { policy, asOf, headers, rows, expected }) => {
    const sheet = name.replace('.json', '');
    const last = letters(Math.max(...headers.map((line) => line.length)) - 1);
    const top = headers.length;
    const at = `${letters(Math.max(...headers.map((line) => line.length)) + 1)}${top + 1}`;
    const day = asOf === undefined ? '' : `,${JSON.stringify(asOf)}`;
    const range = `A1:${last}${top},A${top + 1}:${last}${top + rows.length}`;
    await bench.putFormulas(sheet, at, [[`=RENEWAL_PATH(${range},"${String(policy)}"${day})`]]);
    const column = at.replace(/\d+/, '');
    const answers = await bench.values(sheet, `${column}${top + 1}:${column}${top + rows.length}`);
    const wrong = expected.filter((wanted, row) => wanted !== null && wanted !== String(answers[row]?.[0] ?? ''));
    expect(expected.length).toBeGreaterThan(50);
    expect(wrong).toEqual([]);
  });
});
