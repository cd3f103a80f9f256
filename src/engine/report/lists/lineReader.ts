import { verdictAt, type Judgement } from '../../assess/judge';
import { wordAt } from '../../column/column';
import { numberAt } from '../../column/verbs';
import type { Ledger } from '../../ledger/readLedger';
import { readDate } from '../../ledger/date';
import { daySerial } from '../../quantity/daySerial';
import type { SheetCell } from '../../../sheet/sheet';
import type { Conclusion, ListLine, ViewInput } from './listInput';

/** Reads the fields of a line's rows. Several rows give their different words, and amounts once where they repeat. */
export interface LineReader {
  readonly has: (field: string) => boolean;
  readonly word: (field: string, line: ListLine) => string;
  readonly number: (field: string, line: ListLine) => number;
  readonly day: (field: string, line: ListLine) => SheetCell;
  readonly isYes: (field: string, line: ListLine) => boolean;
  readonly verdict: (table: 'tiers' | 'paths', line: ListLine) => string;
}

/** The reader of a view's ledger. */
export function lineReader(input: ViewInput): LineReader {
  const { ledger } = input;
  const words = (field: string, { rows }: ListLine): string[] => {
    const column = ledger.columns.get(field);
    if (column?.kind !== 'word') return numbersAsWords(field, rows, ledger);
    return [...new Set(rows.flatMap((row) => wordAt(column, row) ?? []))];
  };
  return {
    has: (field) =>
      ledger.headers.byField.has(field) || (field === 'landArea' && ledger.headers.byField.has('ownedArea')),
    word: (field, line) => words(field, line).join('、'),
    number: (field, line) => numberOf(field, line, ledger),
    day: (field, line) => dayCell(words(field, line)),
    isYes: (field, line) => words(field, line).includes('是') || numberOf(field, line, ledger) > 0,
    verdict: (table, line) => verdictOf(input, input[table], line),
  };
}

function numbersAsWords(field: string, rows: readonly number[], ledger: Ledger): string[] {
  const known = rows.map((row) => numberAt(ledger, field, row));
  return [...new Set(known.filter((value) => !Number.isNaN(value)).map(String))];
}

/** Fields that add up over the rows of one enterprise; of others the first one known is told. */
const ADD_UP = new Set([
  'landArea',
  'taxPaid',
  'floorArea',
  'illegalArea',
  'revenue',
  'industrialFloorArea',
  'idleArea',
]);

function numberOf(field: string, { rows }: ListLine, ledger: Ledger): number {
  const known = rows.map((row) => numberAt(ledger, field, row)).filter((value) => !Number.isNaN(value));
  const [first = NaN] = known;
  // Land adds up row by row; money that repeats on every row of an enterprise is one payment (domain/ledgers.md, quirk 18).
  const repeats = field !== 'landArea' && known.every((value) => value === first);
  return !ADD_UP.has(field) || repeats ? first : known.reduce((sum, value) => sum + value, known.length > 0 ? 0 : NaN);
}

/** A true date where the words are one day, else the words themselves: 2021.1 may be October, and is not decided here. */
function dayCell(words: readonly string[]): SheetCell {
  const [only] = words;
  if (only === undefined) return '';
  const reading = words.length === 1 ? readDate(only) : undefined;
  return reading?.kind === 'value' && reading.value.other === undefined
    ? daySerial(reading.value.day)
    : words.join('、');
}

function verdictOf(input: ViewInput, judgement: Judgement | undefined, { rows }: ListLine): string {
  if (!judgement) return '';
  const { unresolved } = input;
  const words = rows.map((row) => {
    const verdict = verdictAt(judgement, leadRow(input, row));
    if (verdict.kind === 'answer') return verdict.answer;
    return verdict.kind === 'unresolved' ? unresolved(verdict.missing) : '';
  });
  return [...new Set(words)].filter((word) => word !== '').join('、');
}

/** The words that a table of the policy can answer, in its order. */
export function policyAnswers(judgement: Judgement | undefined): readonly string[] {
  return judgement?.answers ?? [];
}

/** What people decided about a line: the one word on its rows, or '' where there is none or they differ. */
export function decidedOf({ conclusions }: ViewInput, { rows }: ListLine, part: keyof Conclusion): string {
  const words = rows.map((row) => conclusions?.get(row)?.[part] ?? '').filter((word) => word !== '');
  return new Set(words).size === 1 ? (words[0] ?? '') : '';
}

/** The row whose answer a row has: its own unless rows were brought together. */
export function leadRow({ lead }: ViewInput, row: number): number {
  return lead ? (lead(row) ?? row) : row;
}
