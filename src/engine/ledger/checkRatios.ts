import { eachRow, type Steps } from '../../steps/steps';
import { amountsOf, inColumnUnit, roundingOf } from './amounts';
import { cellText, type Cell, type Rows } from './cell';
import type { Discrepancy, DiscrepancyCode } from './discrepancy';
import type { ColumnMatch, HeaderMatch } from './matchHeaders';
import type { RowKind } from './rowKind';
import type { TotalRow } from './totalRows';

const RATIOS: readonly (readonly [ratio: string, money: string])[] = [
  ['taxPerMu', 'taxPaid'],
  ['revenuePerMu', 'revenue'],
  ['valueAddedPerMu', 'valueAdded'],
  ['investmentIntensity', 'fixedInvestment'],
];
/** Domain/ledgers.md, quirk 21: a difference above 1 % is listed. */
const TOLERATED = 0.01;
const OTHER_YEAR = /上年|上一年|前年|三年/;
const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/;

interface Given {
  readonly headers: HeaderMatch;
  readonly kinds: readonly RowKind[];
  readonly totals: readonly TotalRow[];
  /** Land in 亩 by row where the ledger has no column of its own for it: own and rented in less rented out. */
  readonly landOfParts?: Float64Array;
}

interface Ratio {
  readonly match: ColumnMatch;
  readonly cells: readonly Cell[];
  readonly shown: Float64Array;
  readonly money: Float64Array;
  readonly area: Float64Array;
}

/** 亩均 columns against money over land: row by row, and in total rows against Σ money over Σ land (quirks 8 and 21), in steps. */
export function* checkRatios(rows: Rows, { headers, kinds, totals, landOfParts }: Given): Steps<Discrepancy[]> {
  const found: Discrepancy[] = [];
  for (const pair of RATIOS) {
    const ratio = yield* ratioOf(rows, { headers, landOfParts }, pair);
    if (!ratio) continue;
    yield* eachRow(kinds, (kind, row) => {
      if (kind === 'data') found.push(...checkRow(ratio, row));
    });
    for (const total of totals) found.push(...checkTotal(ratio, total, totals));
    yield;
  }
  return found;
}

function* ratioOf(
  rows: Rows,
  { headers, landOfParts }: { readonly headers: HeaderMatch; readonly landOfParts: Float64Array | undefined },
  [ratioId, moneyId]: readonly [string, string],
): Steps<Ratio | undefined> {
  const [match, money, land] = [ratioId, moneyId, 'landArea'].map((id) => headers.byField.get(id));
  if (!match || !money || OTHER_YEAR.test(match.header)) return undefined;
  const area = land ? canonical(rows, land) : landOfParts;
  if (!area) return undefined;
  if (match.year !== undefined && money.year !== undefined && match.year !== money.year) return undefined;
  yield;
  const cells = rows.map((row) => row[match.column]);
  const shown = amountsOf(rows, match).values;
  yield;
  return { match, cells, shown, money: canonical(rows, money), area };
}

/** 万元 or 亩. */
function canonical(rows: Rows, match: ColumnMatch): Float64Array {
  const one = inColumnUnit(1, match);
  return amountsOf(rows, match).values.map((value) => value / one);
}

function checkRow(ratio: Ratio, row: number): Discrepancy[] {
  const [cell, shown] = [ratio.cells[row], ratio.shown[row] ?? NaN];
  const isError = typeof cell === 'string' && ERROR.test(cellText(cell));
  const expected = quotient(ratio, [row]);
  if (!isError && Number.isNaN(shown)) return [];
  if (Number.isNaN(expected)) return shown === 0 || isError ? [at(ratio, row, { code: 'perMuOfBlank' })] : [];
  if (isError || (shown === 0 && expected !== 0)) return [at(ratio, row, { code: 'perMuBroken', expected })];
  return differs(cell, shown, expected) ? [at(ratio, row, { code: 'perMuDiffers', expected })] : [];
}

function checkTotal(ratio: Ratio, total: TotalRow, totals: readonly TotalRow[]): Discrepancy[] {
  const [cell, shown] = [ratio.cells[total.row], ratio.shown[total.row] ?? NaN];
  // Where the rows have no land of their own, the total row's own money and land must do.
  const covers = [...total.covers, [total.row]];
  const expected = covers.map((cover) => quotient(ratio, cover)).filter((value) => !Number.isNaN(value));
  const [likeliest] = expected;
  if (Number.isNaN(shown) || likeliest === undefined) return [];
  if (expected.some((value) => !differs(cell, shown, value))) return [];
  const subtotals = totals.filter((other) => !other.isWhole && other.row < total.row).map(({ row }) => row);
  const parts = [...total.covers, subtotals].map((rows) => rows.map((row) => ratio.shown[row] ?? NaN));
  const code = wrongTotal(shown, parts);
  const ofOwnRow = quotient(ratio, [total.row]);
  const own = Number.isNaN(ofOwnRow) ? {} : { ofOwnRow };
  return [at(ratio, total.row, { code, expected: likeliest, label: total.label, ...own })];
}

/** How a wrong total came about: ratios added, or their plain mean. */
function wrongTotal(shown: number, parts: readonly (readonly number[])[]): DiscrepancyCode {
  const known = parts.map((part) => part.filter((value) => !Number.isNaN(value))).filter(({ length }) => length > 1);
  const isNear = (value: number) => Math.abs(shown - value) <= 0.001 * Math.abs(value);
  if (known.some((part) => isNear(sum(part)))) return 'ratioSummed';
  return known.some((part) => isNear(sum(part) / part.length)) ? 'ratioAveraged' : 'ratioDiffers';
}

/** Σ money over Σ land of the rows that have both, as the column writes it; NaN where none has. */
function quotient({ match, money, area }: Ratio, rows: readonly number[]): number {
  const both = rows.filter((row) => (area[row] ?? NaN) > 0 && !Number.isNaN(money[row] ?? NaN));
  const land = sum(both.map((row) => area[row] ?? NaN));
  return land > 0 ? inColumnUnit(sum(both.map((row) => money[row] ?? NaN)) / land, match) : NaN;
}

function differs(cell: Cell, shown: number, expected: number): boolean {
  return Math.abs(shown - expected) > Math.max(TOLERATED * Math.abs(expected), roundingOf(cell, expected));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

type Found = Pick<Discrepancy, 'code' | 'expected' | 'ofOwnRow' | 'label'>;

function at({ match, cells }: Ratio, row: number, found: Found): Discrepancy {
  return { ...found, row, column: match.column, field: match.field.id, text: String(cells[row]) };
}
