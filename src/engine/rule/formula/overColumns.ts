import type { FormulaValue } from './formulaTree';

/** One criterion of SUMIFS or COUNTIFS: a column, and what its cells must be. */
export interface ColumnCriterion {
  readonly column: string;
  readonly wanted: FormulaValue;
}

/** What was found in the columns of a sheet, kept so that a thousand rows that ask the same, or of one group, look once. */
export class ColumnLooks {
  private readonly totals = new Map<string, number>();
  private readonly groups = new Map<string, ReadonlyMap<string, readonly number[]>>();
  private readonly ordered = new Map<string, Float64Array>();

  constructor(private readonly range: (name: string) => readonly FormulaValue[]) {}

  /** Σ of a column over the rows that meet every criterion; how many they are without a column. */
  total(summed: string | undefined, criteria: readonly ColumnCriterion[]): number {
    const key = JSON.stringify([summed, criteria]);
    const known = this.totals.get(key) ?? this.look(summed, criteria);
    this.totals.set(key, known);
    return known;
  }

  /** The least or the most of a column's numbers; 0 where it has none, as a spreadsheet gives. */
  end(name: 'MIN' | 'MAX', column: string): number {
    const key = `${name} ${column}`;
    const known = this.totals.get(key);
    if (known !== undefined) return known;
    let end: number | undefined;
    for (const value of this.range(column)) {
      if (typeof value !== 'number') continue;
      if (end === undefined || (name === 'MIN' ? value < end : value > end)) end = value;
    }
    this.totals.set(key, end ?? 0);
    return end ?? 0;
  }

  private look(summed: string | undefined, criteria: readonly ColumnCriterion[]): number {
    const first = criteria.find(({ wanted }) => lineOf(wanted) === undefined);
    const others = criteria.filter((one) => one !== first);
    const rows = first ? this.group(first) : undefined;
    const [only, ...more] = others;
    const line = only && lineOf(only.wanted);
    if (summed === undefined && first && only && line !== undefined && more.length === 0) {
      return this.above(first, only.column, line);
    }
    return this.added(summed, others, rows ?? this.range(criteria[0]?.column ?? summed ?? '').map((_, row) => row));
  }

  private added(summed: string | undefined, criteria: readonly ColumnCriterion[], rows: readonly number[]): number {
    const tests = criteria.map(({ column, wanted }) => testOf(this.range(column), wanted));
    const column = summed === undefined ? undefined : this.range(summed);
    let total = 0;
    for (const row of rows) {
      if (!tests.every((test) => test(row))) continue;
      const value = column?.[row] ?? 0;
      total += column ? (typeof value === 'number' ? value : 0) : 1;
    }
    return total;
  }

  /** How many numbers of a group are above a line: each row of a ranking asks for another line. */
  private above(first: ColumnCriterion, column: string, line: number): number {
    const key = JSON.stringify([first, column]);
    let ordered = this.ordered.get(key);
    if (!ordered) {
      const values = this.range(column);
      const numbers = this.group(first).flatMap((row) => (typeof values[row] === 'number' ? [values[row]] : []));
      this.ordered.set(key, (ordered = Float64Array.from(numbers).sort()));
    }
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ordered[middle] as number) <= line) low = middle + 1;
      else high = middle;
    }
    return ordered.length - low;
  }

  private group({ column, wanted }: ColumnCriterion): readonly number[] {
    let groups = this.groups.get(column);
    if (!groups) {
      const made = new Map<string, number[]>();
      this.range(column).forEach((value, row) => {
        const key = plain(value);
        const own = made.get(key);
        if (own) own.push(row);
        else made.set(key, [row]);
      });
      this.groups.set(column, (groups = made));
    }
    return groups.get(plain(wanted)) ?? [];
  }
}

/** A criterion as ours are: `>0` of numbers, or a text that is none of the signs a criterion gives a meaning to. */
function testOf(column: readonly FormulaValue[], wanted: FormulaValue): (row: number) => boolean {
  const line = lineOf(wanted);
  if (line === undefined) return (row) => plain(column[row] ?? '') === plain(wanted);
  return (row) => {
    const value = column[row];
    return typeof value === 'number' && value > line;
  };
}

function lineOf(wanted: FormulaValue): number | undefined {
  const above = /^>(-?[\d.]+(?:E[+-]?\d+)?)$/i.exec(String(wanted));
  return above ? Number(above[1]) : undefined;
}

function plain(value: FormulaValue): string {
  return String(value).toUpperCase();
}
