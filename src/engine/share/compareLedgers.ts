import { numberAt, textAt } from '../column/verbs';
import type { Cell } from '../ledger/cell';
import type { Ledger } from '../ledger/readLedger';
import { columnsFound } from './homeSide';
import { matchRows, type RowMatching } from './matchRows';
import { columnTitles, fieldsOf, keysOfRows, sameCell, type SharedLedger } from './sharedLedger';

/** One side of a comparison: its cells, and as columns for the sums. */
export interface ComparedSide {
  readonly shared: SharedLedger;
  readonly ledger: Ledger;
}

export interface LedgerDifference {
  /** Rows of the newer side, and of the older one. */
  readonly row: number;
  readonly baseRow: number;
  readonly title: string;
  readonly before: Cell;
  readonly after: Cell;
}

/** Σ by township of both sides: rows, 亩 and 万元; NaN where nothing is known. */
export interface TownshipComparison {
  readonly township: string;
  readonly rows: readonly [before: number, after: number];
  readonly area: readonly [before: number, after: number];
  readonly tax: readonly [before: number, after: number];
}

export interface LedgerComparison {
  readonly differences: readonly LedgerDifference[];
  readonly matching: RowMatching;
  /** Columns that only one side has. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  readonly townships: readonly TownshipComparison[];
}

/** Two ledgers, of two files or two years, row by row by their keys. Columns are the same by their field, else by their name. */
export function compareLedgers(before: ComparedSide, after: ComparedSide): LedgerComparison {
  const [old, now] = [before.shared, after.shared];
  const pairs = columnPairs(old, now);
  const keyed = ({ shared }: ComparedSide, columns: readonly number[]) => ({
    keys: keysOfRows(shared.rows, (row) => shared.kinds[row] === 'data', fieldsOf(shared.headers)),
    cells: shared.rows.map((row) => columns.map((column) => row[column])),
  });
  const matching = matchRows(
    keyed(
      before,
      pairs.map(([from]) => from),
    ),
    keyed(
      after,
      pairs.map(([, to]) => to),
    ),
  );
  const titles = [columnTitles(old.headerRows), columnTitles(now.headerRows)] as const;
  const differences = [...matching.pairs]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([row, { base }]) =>
      pairs.flatMap(([from, to]): LedgerDifference[] => {
        const [was, is] = [old.rows[base]?.[from], now.rows[row]?.[to]];
        return sameCell(was, is) ? [] : [{ row, baseRow: base, title: titles[1][to] ?? '', before: was, after: is }];
      }),
    );
  const lone = (side: 0 | 1) =>
    titles[side].filter((title, column) => title !== '' && !pairs.some((pair) => pair[side] === column));
  return { differences, matching, onlyBefore: lone(0), onlyAfter: lone(1), townships: townshipsOf(before, after) };
}

/** The same field goes before the same name: 2023年税收 and 2024年税收 are one column in two years. Row numbers are no data. */
function columnPairs(old: SharedLedger, now: SharedLedger): (readonly [from: number, to: number])[] {
  const byName = columnsFound(columnTitles(old.headerRows), columnTitles(now.headerRows));
  const fields = [...old.headers.byField].flatMap(([field, { column }]) => {
    const to = now.headers.byField.get(field)?.column;
    return to === undefined || field === 'sequence' ? [] : [[column, to] as const];
  });
  const used = new Set(fields.flatMap(([from, to]) => [`a${from}`, `b${to}`]));
  const sequence = [old.headers.byField.get('sequence')?.column, now.headers.byField.get('sequence')?.column];
  const named = [...byName].filter(
    ([from, to]) => !used.has(`a${from}`) && !used.has(`b${to}`) && from !== sequence[0] && to !== sequence[1],
  );
  return [...fields, ...named].toSorted(([a], [b]) => a - b);
}

function townshipsOf(before: ComparedSide, after: ComparedSide): TownshipComparison[] {
  const [was, is] = [sumsOf(before.ledger), sumsOf(after.ledger)];
  const none = { rows: 0, area: NaN, tax: NaN };
  return [...new Set([...was.keys(), ...is.keys()])].map((township) => {
    const [old, now] = [was.get(township) ?? none, is.get(township) ?? none];
    return { township, rows: [old.rows, now.rows], area: [old.area, now.area], tax: [old.tax, now.tax] };
  });
}

function sumsOf(ledger: Ledger): Map<string, { rows: number; area: number; tax: number }> {
  const plus = (sum: number, value: number) => (Number.isNaN(value) ? sum : (Number.isNaN(sum) ? 0 : sum) + value);
  const sums = new Map<string, { rows: number; area: number; tax: number }>();
  for (let row = 0; row < ledger.rows; row++) {
    if (ledger.kinds[row] !== 'data') continue;
    const township = textAt(ledger, 'township', row) ?? '';
    const sum = sums.get(township) ?? { rows: 0, area: NaN, tax: NaN };
    sum.rows += 1;
    sum.area = plus(sum.area, numberAt(ledger, 'landArea', row));
    sum.tax = plus(sum.tax, numberAt(ledger, 'taxPaid', row));
    sums.set(township, sum);
  }
  return sums;
}
