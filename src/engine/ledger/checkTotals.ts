import { amountsOf, roundingOf, type Amounts } from './amounts';
import type { Steps } from '../../steps/steps';
import type { Cell, Rows } from './cell';
import type { Discrepancy } from './discrepancy';
import type { ColumnMatch } from './matchHeaders';
import type { TotalRow } from './totalRows';

const SUMMED_KINDS: readonly string[] = ['area', 'floor', 'money'];
const SUMMED_FIELDS: readonly string[] = ['staff', 'energy', 'electricity', 'water', 'emission'];

/** Total and subtotal cells of columns that add up against the sums of the rows they cover, in steps (domain/ledgers.md, quirks 7 and 9). */
export function* checkTotals(
  rows: Rows,
  columns: readonly (ColumnMatch | undefined)[],
  totals: readonly TotalRow[],
): Steps<Discrepancy[]> {
  if (totals.length === 0) return [];
  const summed = columns.filter((match) => match !== undefined && addsUp(match)) as ColumnMatch[];
  const found: Discrepancy[] = [];
  for (const match of summed) {
    const amounts = amountsOf(rows, match);
    yield;
    for (const total of totals) found.push(...checkTotal(rows[total.row]?.[match.column], { match, amounts, total }));
    yield;
  }
  return found;
}

function addsUp({ field }: ColumnMatch): boolean {
  return SUMMED_KINDS.includes(field.kind) || SUMMED_FIELDS.includes(field.id);
}

interface Given {
  readonly match: ColumnMatch;
  readonly amounts: Amounts;
  readonly total: TotalRow;
}

function checkTotal(cell: Cell, { match, amounts, total }: Given): Discrepancy[] {
  const shown = amounts.values[total.row] ?? NaN;
  if (Number.isNaN(shown)) return [];
  const agrees = (sum: number) => Math.abs(shown - sum) <= roundingOf(cell, sum);
  const sums = total.covers.map((cover) => sumOf(amounts, cover));
  const [expected = NaN] = sums;
  if (sums.some(agrees)) return [];
  // SUM over numbers kept as text leaves them out without a word.
  const skips = total.covers.some((cover) =>
    agrees(
      sumOf(
        amounts,
        cover.filter((row) => amounts.typed[row] === 0),
      ),
    ),
  );
  const { row, label } = total;
  const { column, field } = match;
  const code = skips ? 'totalSkipsText' : 'totalDiffers';
  return [{ code, row, column, field: field.id, text: String(cell), expected, label }];
}

function sumOf({ values }: Amounts, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + (values[row] || 0), 0);
}
