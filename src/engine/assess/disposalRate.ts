import { numbersOf, textAt } from '../column/verbs';
import type { Cell, Rows } from '../ledger/cell';
import { readDate, type DateReading } from '../ledger/date';
import type { HeaderMatch } from '../ledger/matchHeaders';
import { readLedger, type Ledger } from '../ledger/readLedger';
import { readChoice } from '../ledger/word';
import type { Day } from '../quantity/day';

/** Which land of a list is counted, as of which day (left out: whatever has a closing date), and how blanks arrive. */
export interface RateQuestion {
  /** A word of the field 存量类型, or undefined for the whole list. */
  readonly stockType: string | undefined;
  readonly asOf?: Day;
  readonly zeroIsBlank: boolean;
}

/** The rate and its areas in 亩, or what keeps it from being told; `row` counts from 0 in the rows. */
export type DisposalRate =
  | { readonly kind: 'rate'; readonly rate: number; readonly disposedArea: number; readonly listedArea: number }
  | { readonly kind: 'noColumn'; readonly field: 'landArea' | 'stockType' | 'closedOutOn' }
  | {
      readonly kind: 'unreadable';
      readonly field: 'landArea' | 'closedOutOn';
      readonly row: number;
      readonly text: string;
    }
  | { readonly kind: 'ambiguousDate'; readonly row: number; readonly text: string; readonly date: DateReading }
  | { readonly kind: 'nothingListed' };

/** Lists without 存量类型 tell these kinds of land by a yes/no column of their own. */
const FLAGS: Readonly<Record<string, string>> = { 低效: 'inefficient', 闲置: 'idle' };

/**
 * 处置率: Σ面积 closed out by the day ÷ Σ面积 of all such land on the list, by area and unrounded (domain/paths.md, xuchang-2021;
 * model.md equation 10). Rows without an area count nowhere. A date that cannot be read, or whose two readings disagree about the
 * day, is told and never guessed.
 */
export function disposalRate(headers: HeaderMatch, rows: Rows, question: RateQuestion): DisposalRate {
  const flag = FLAGS[question.stockType ?? ''];
  const field = headers.byField.has('stockType') || flag === undefined ? 'stockType' : flag;
  const closedOutOn = headers.byField.get('closedOutOn')?.column;
  if (closedOutOn === undefined) return { kind: 'noColumn', field: 'closedOutOn' };
  if (question.stockType !== undefined && !headers.byField.has(field)) return { kind: 'noColumn', field: 'stockType' };
  const ledger = readLedger(headers, rows, { fields: ['landArea', field], zeroIsBlank: question.zeroIsBlank });
  if (!hasArea(headers)) return { kind: 'noColumn', field: 'landArea' };
  const wanted = field === 'stockType' ? question.stockType : '是';
  const listed = listedRows(ledger, field, wanted);
  const problem = ledger.findings.find((one) => one.code === 'unreadable' && one.field === 'landArea');
  if (problem && listed.includes(problem.row)) {
    return { kind: 'unreadable', field: 'landArea', row: problem.row, text: problem.text };
  }
  return rateOf(numbersOf(ledger, 'landArea'), listed, (row) => rows[row]?.[closedOutOn], question.asOf);
}

function hasArea({ byField }: HeaderMatch): boolean {
  return ['landArea', 'ownedArea', 'rentedInArea'].some((id) => byField.has(id));
}

function listedRows(ledger: Ledger, field: string, wanted: string | undefined): number[] {
  const isListed = (row: number) =>
    ledger.kinds[row] === 'data' && (wanted === undefined || textAt(ledger, field, row) === wanted);
  return ledger.kinds.map((_, row) => row).filter(isListed);
}

function rateOf(
  area: Float64Array,
  listed: readonly number[],
  closing: (row: number) => Cell,
  asOf: Day | undefined,
): DisposalRate {
  let [disposedArea, listedArea] = [0, 0];
  for (const row of listed) {
    const mu = area[row] ?? NaN;
    if (!(mu > 0)) continue;
    listedArea += mu;
    const date = readDate(closing(row));
    const text = String(closing(row));
    if (date.kind === 'unreadable') return { kind: 'unreadable', field: 'closedOutOn', row, text };
    if (date.kind === 'missing') continue;
    const { day, other } = date.value;
    if (other !== undefined && asOf !== undefined && day <= asOf !== other <= asOf) {
      return { kind: 'ambiguousDate', row, text, date: date.value };
    }
    if (asOf === undefined || day <= asOf) disposedArea += mu;
  }
  if (listedArea === 0) return { kind: 'nothingListed' };
  return { kind: 'rate', rate: disposedArea / listedArea, disposedArea, listedArea };
}

/** The word of 存量类型 that a text means, or undefined. */
export function stockTypeOf(text: Cell): string | undefined {
  const word = readChoice(text, 'stockType', { zeroIsBlank: false });
  return word.kind === 'value' ? word.value : undefined;
}
