import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locateTables, type Cell } from '../../src/engine/ledger/index';
import { mujunTier } from '../../src/functions/mujunTier';
import { renewalPath } from '../../src/functions/renewalPath';

/** A ledger made by a script that shares nothing with src (test/fixtures/unseen/README.md); null = not decided by the documents. */
interface UnseenLedger {
  readonly policy: string | Cell[][];
  readonly asOf?: Cell;
  /** The rows of the sheet above the header. */
  readonly above: Cell[][];
  readonly headers: Cell[][];
  readonly rows: Cell[][];
  /** One path per row. */
  readonly expected: (string | null)[];
  readonly firstColumn: number;
  readonly dataRows: number;
  /** Tax in 万元 and area in 亩; an answer of three is one per way of delivering blanks. */
  readonly tiers?: { tax: Cell[]; area: Cell[]; expected: (string | null | (string | null)[])[] };
}

interface ClusterCases {
  readonly policy: string;
  readonly cases: [tax: Cell, area: Cell, group: Cell, expected: string][];
}

/** Blank cells of an argument reach a function in one of three ways. */
const BLANKS: readonly (readonly [string, Cell])[] = [
  ['0', 0],
  ['null', null],
  ["''", ''],
];

const FOLDER = new URL('../fixtures/unseen/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'));
}

function delivered(cells: readonly (readonly Cell[])[], blank: Cell): Cell[][] {
  return cells.map((row) => row.map((cell) => (cell === '' ? blank : cell)));
}

/** Trailing blank rows are cut from an answer: no answer reads as ''. */
function disagreements(answers: string[][], expected: readonly (string | null)[], rows: readonly unknown[]) {
  return expected
    .map((wanted, index) => ({ row: rows[index], wanted, answer: answers[index]?.[0] ?? '' }))
    .filter(({ wanted, answer }) => wanted !== null && wanted !== answer);
}

const ledgers = FILES.filter((name) => !name.startsWith('clusters'));
const clusters = FILES.filter((name) => name.startsWith('clusters'));

describe.each(BLANKS)('ledgers never seen before, blanks delivered as %s', (label, blank) => {
  const way = BLANKS.findIndex(([name]) => name === label);

  it.each(ledgers)('RENEWAL_PATH: %s', (name) => {
    const { policy, asOf, headers, rows, expected } = read(name) as UnseenLedger;
    const answers = renewalPath.answer(delivered(headers, blank), delivered(rows, blank), policy, asOf);
    expect(disagreements(answers, expected, rows)).toEqual([]);
  });

  it.each(ledgers.filter((name) => name.startsWith('shengzhou')))('MUJUN_TIER: %s', (name) => {
    const { tiers } = read(name) as UnseenLedger;
    if (!tiers) throw new Error(`no tiers in ${name}`);
    const pairs = tiers.tax.map((tax, index) => [tax, tiers.area[index] ?? '']);
    const cells = delivered(pairs, blank);
    const answers = mujunTier.answer(
      cells.map(([tax]) => [tax]),
      cells.map(([, area]) => [area]),
      'shengzhou-2021',
    );
    const expected = tiers.expected.map((answer) => (Array.isArray(answer) ? (answer[way] ?? null) : answer));
    expect(disagreements(answers, expected, pairs)).toEqual([]);
  });

  it.each(clusters)('MUJUN_TIER by cluster: %s', (name) => {
    const { policy, cases } = read(name) as ClusterCases;
    const cells = delivered(cases, blank);
    const [tax, area, group] = [0, 1, 2].map((column) => cells.map((row) => [row[column] ?? null]));
    const answers = mujunTier.answer(tax, area, policy, group);
    const expected = cases.map((row) => row[3]);
    expect(disagreements(answers, expected, cases)).toEqual([]);
  });
});

describe('the table on a sheet never seen before', () => {
  it.each(ledgers)('is found whole: %s', (name) => {
    const { above, headers, rows, firstColumn, dataRows } = read(name) as UnseenLedger;
    const tables = locateTables([...above, ...headers, ...rows]);
    const found = tables.map((table) => [table.headerRow, table.headerRows, table.firstColumn, table.dataRows]);
    expect(found).toEqual([[above.length, headers.length, firstColumn, dataRows]]);
  });
});
