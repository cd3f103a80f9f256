import { cellText, type Cell, type Rows } from './cell';
import { rowsOfKind, type RowKind } from './rowKind';

/** A total row and the data rows it may cover, likeliest first. */
export interface TotalRow {
  readonly row: number;
  readonly label: string;
  readonly isWhole: boolean;
  readonly covers: readonly (readonly number[])[];
}

/** 其中 names a part of what is summed already, and an average is no sum. */
const PART = /其中|平均|均值|人均/;
const WHOLE = /合计|总计|共计|累计|[Σ∑]/;
/** 合计 of the whole table, not of a township. */
const PLAIN_WHOLE = /^(?:全\S{1,3}|本表|总)?(?:合计|总计|共计|累计)/;
const WORD = /合计|小计|总计|累计|共计|平均|均值|人均|其中|[Σ∑]/;

interface Marked {
  readonly row: number;
  readonly label: string;
}

/**
 * The sums of a ledger with the rows they cover: a subtotal those since the last total, a grand total all of its table, or of all
 * tables that are read together; `starts` are the tables' first rows.
 */
export function totalRows(rows: Rows, kinds: readonly RowKind[], starts: readonly number[] = [0]): TotalRow[] {
  const totals = rowsOfKind(kinds, 'total').map((row): Marked => ({ row, label: labelOf(rows[row]) }));
  const sums = totals.filter(({ label }) => !PART.test(label));
  const data = rowsOfKind(kinds, 'data');
  return starts.flatMap((start, at) => {
    const isInside = (row: number) => row >= start && row < (starts[at + 1] ?? Infinity);
    const own = { sums: sums.filter(({ row }) => isInside(row)), data: data.filter(isInside) };
    const others = starts.length > 1 ? [data] : [];
    return own.sums.flatMap((total, index): TotalRow[] => {
      const covers = [...coversOf(total, { ...own, index }), ...others].filter(({ length }) => length > 0);
      return covers.length === 0 ? [] : [{ ...total, isWhole: WHOLE.test(total.label), covers }];
    });
  });
}

function labelOf(row: readonly Cell[] = []): string {
  return row.map((cell) => (typeof cell === 'string' ? cellText(cell) : '')).find((text) => WORD.test(text)) ?? '';
}

interface Around {
  readonly sums: readonly Marked[];
  readonly index: number;
  readonly data: readonly number[];
}

function coversOf({ row, label }: Marked, { sums, index, data }: Around): (readonly number[])[] {
  const between = (from: number, to: number) => data.filter((at) => at > from && at < to);
  const since = between(sums[index - 1]?.row ?? -1, row);
  const first = data[0] ?? 0;
  // Sums that stand above their rows: the first one has nothing before it.
  const leads = (sums[0]?.row ?? first) < first;
  const following = between(row, sums[index + 1]?.row ?? Infinity);
  const block = leads ? following : since;
  if (label === '') return [block, data, following];
  if (!WHOLE.test(label)) return [block];
  const lastWhole = sums.slice(0, index).findLast((sum) => WHOLE.test(sum.label));
  const sinceWhole = between(lastWhole?.row ?? -1, row);
  const endsTable = leads ? row < first : (data.at(-1) ?? 0) < row;
  return PLAIN_WHOLE.test(label) && endsTable ? [data, sinceWhole, block] : [block, sinceWhole, between(-1, row), data];
}
