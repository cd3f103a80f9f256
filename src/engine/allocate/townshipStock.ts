import type { Day } from '../quantity/day';
import type { StockRow } from './targetStock';

/** A period of days, both included; without a first day everything up to the last. */
export interface DayPeriod {
  readonly from?: Day;
  readonly to: Day;
}

/** What a township brings to the target sheet: parcels, 亩 and 万元 of its inefficient land. */
export interface TownshipStock {
  readonly name: string;
  readonly count: number;
  readonly area: number;
  /** Tax, and the area of the parcels whose tax is known: what 亩均税收 divides. */
  readonly tax: number;
  readonly taxedArea: number;
  /** Tax that is short of the line, over parcels with both numbers; 0 without a line. */
  readonly gap: number;
  /** Closed out in the period that counts, and in the year before it. */
  readonly done: number;
  readonly doneBefore: number;
  /** The department that leads most of its parcels, '' where the ledger names none. */
  readonly leadDepartment: string;
}

/** Which closings count, those of the year before, and the line (万元/亩, NaN for none) that a parcel's gap is taken to. */
export interface StockQuestion {
  readonly counting: DayPeriod;
  readonly before: DayPeriod;
  readonly line: (row: StockRow) => number;
}

/** Stock, gaps and results by township, in the order of the ledger; parcels without a township come last, under ''. */
export function townshipStock(rows: readonly StockRow[], question: StockQuestion): TownshipStock[] {
  const listed = new Map<string, StockRow[]>();
  for (const row of rows) {
    if (row.counted !== true || !(row.area > 0)) continue;
    const own = listed.get(row.township);
    if (own) own.push(row);
    else listed.set(row.township, [row]);
  }
  const names = [...listed.keys()].filter((name) => name !== '');
  if (listed.has('')) names.push('');
  return names.map((name) => ofTownship(name, listed.get(name) ?? [], question));
}

function ofTownship(name: string, rows: readonly StockRow[], { counting, before, line }: StockQuestion): TownshipStock {
  const taxed = rows.filter(({ tax }) => !Number.isNaN(tax));
  const areaOf = (some: readonly StockRow[]) => some.reduce((sum, { area }) => sum + area, 0);
  return {
    name,
    count: rows.length,
    area: areaOf(rows),
    tax: taxed.reduce((sum, { tax }) => sum + tax, 0),
    taxedArea: areaOf(taxed),
    gap: taxed.reduce((sum, row) => sum + Math.max(0, line(row) * row.area - row.tax || 0), 0),
    done: areaOf(rows.filter((row) => isClosedIn(row, counting))),
    doneBefore: areaOf(rows.filter((row) => isClosedIn(row, before))),
    leadDepartment: mostFrequent(rows.map(({ leadDepartment }) => leadDepartment)),
  };
}

/** Whether a parcel was closed out within a period. */
export function isClosedIn({ closing }: StockRow, { from, to }: DayPeriod): boolean {
  return closing.kind === 'day' && closing.day <= to && (from === undefined || closing.day >= from);
}

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
