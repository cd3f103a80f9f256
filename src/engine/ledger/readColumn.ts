import { numberColumn, WordBuilder, type Column } from '../column/column';
import { eachRow, finish, type Steps } from '../../steps/steps';
import { convert, type UnitDimension, type Unit } from '../quantity/unit';
import { askedOfField } from './askedField';
import { cellText, isBlank, UNREADABLE, type Cell, type Rows, type Reading } from './cell';
import { readDate } from './date';
import type { Field, FieldKind } from './fields';
import type { ColumnMatch } from './matchHeaders';
import { readNumber, unitOfCell } from './number';
import type { RowDoubt } from './rows/kinds';
import { isOwnField } from './ownField';
import { FRACTION, percentStyle, readPercent, type PercentHints } from './percent';
import { readChoice, readText, readYear, readYesNo, type WordOptions } from './word';

/** Something in the sheet that a person should look at. `row` and `column` count from 0 in the rows read. */
export interface Finding {
  readonly code: 'unreadable' | 'areaNotPositive' | 'negativeTax' | 'zeroTax' | RowDoubt['code'];
  readonly row: number;
  readonly column: number;
  readonly field: string;
  readonly text: string;
}

/** A field's cells as a typed column in 亩, ㎡ (floors), 万元 or 万元/亩, and what was odd about them. */
export interface FieldColumn {
  readonly column: Column;
  readonly findings: readonly Finding[];
}

/** How cells are read: blanks of formula arguments arrive as 0; only data rows are looked at. */
export interface ReadOptions {
  readonly zeroIsBlank: boolean;
  readonly isData: readonly boolean[];
}

type Report = (code: Finding['code'], row: number, cell: Cell, column?: number) => void;

/** Reads one matched column. Unreadable cells are missing and reported, never 0. */
export function readColumn(rows: Rows, match: ColumnMatch, options: ReadOptions): FieldColumn {
  return finish(readColumnSteps(rows, match, options));
}

/** The same in steps. */
export function* readColumnSteps(rows: Rows, match: ColumnMatch, options: ReadOptions): Steps<FieldColumn> {
  const findings: Finding[] = [];
  const report: Report = (code, row, cell, column = match.column) => {
    findings.push({ code, row, column, field: match.field.id, text: String(cell) });
  };
  const { kind } = match.field;
  const numeric = !['yesNo', 'choice', 'text', 'code', 'date'].includes(kind);
  const column = yield* readerOf(match, numeric)(rows, match, options, report);
  return { column, findings };
}

function readerOf({ plus }: ColumnMatch, isNumeric: boolean): typeof readNumbers {
  if (!isNumeric) return readWords;
  return plus ? readSums : readNumbers;
}

/** Several columns added up, some taken off. A part that cannot be read leaves the whole missing; blank parts are nothing. */
function* readSums(rows: Rows, match: ColumnMatch, options: ReadOptions, report: Report): Steps<Column> {
  const column = numberColumn(rows.length);
  const read = numberReader(match, options);
  const parts = [{ column: match.column, sign: 1 }, ...(match.plus ?? [])];
  yield* eachRow(rows, (row, index) => {
    if (options.isData[index] !== true) return;
    let sum = NaN;
    for (const part of parts) {
      const cell = row[part.column];
      const reading = read(cell);
      if (reading.kind === 'unreadable') {
        report('unreadable', index, cell, part.column);
        return;
      }
      if (reading.kind === 'value') sum = (Number.isNaN(sum) ? 0 : sum) + part.sign * reading.value;
    }
    if (Number.isNaN(sum)) return;
    const code = doubtful(match.field.id, sum, options.zeroIsBlank && sum === 0);
    if (code) report(code, index, sum);
    if (code === undefined || code === 'negativeTax') column.values[index] = sum;
  });
  return column;
}

const MOST_KNOWN = 500;
const SQUARE_METRES: Unit = { text: '㎡', dimension: 'area', times: 1, over: 1 };

/** Floor areas stay in ㎡: 万㎡ is 10,000 of them, and 亩 (rare) 2000/3. */
function floorUnit(unit: Unit | undefined): Unit {
  return unit ? { ...unit, times: unit.times * 2000, over: unit.over * 3 } : SQUARE_METRES;
}

function* readNumbers(rows: Rows, match: ColumnMatch, options: ReadOptions, report: Report): Steps<Column> {
  const column = numberColumn(rows.length);
  const read = match.field.kind === 'percent' ? percentReader(rows, match, options) : numberReader(match, options);
  const plain = plainReader(match);
  const keep = (index: number, cell: Cell, value: number) => {
    const code = doubtful(match.field.id, value, options.zeroIsBlank && cell === 0);
    if (code) report(code, index, cell);
    if (code === undefined || code === 'negativeTax') column.values[index] = value;
  };
  yield* eachRow(rows, (row, index) => {
    if (options.isData[index] !== true) return;
    const cell = row[match.column];
    // A formula's argument may deliver a blank as 0; tax and area are doubted in words of their own.
    if (options.zeroIsBlank && cell === 0 && !DOUBTED.includes(match.field.id)) return;
    if (plain && typeof cell === 'number' && Number.isFinite(cell)) {
      keep(index, cell, plain(cell));
      return;
    }
    const reading = read(cell);
    if (reading.kind === 'unreadable') report('unreadable', index, cell);
    if (reading.kind === 'value') keep(index, cell, reading.value);
  });
  return column;
}

const DOUBTED: readonly string[] = ['landArea', 'taxPaid'];

/** What `numberReader` makes of a finite number, without the wrapping; undefined where it asks more than the unit. */
export function plainReader(match: ColumnMatch): ((value: number) => number) | undefined {
  const { kind } = match.field;
  if (kind === 'year' || kind === 'percent') return undefined;
  const unit = columnUnit(match);
  return unit ? (value) => convert(value, unit) : (value) => value;
}

/** What a column's plain numbers are multiplied by: the unit of its header, for floors towards ㎡. */
export function columnUnit({ field, unit }: ColumnMatch): Unit | undefined {
  return field.kind === 'floor' ? floorUnit(unit) : unit;
}

const DIMENSIONS: Partial<Record<FieldKind, UnitDimension>> = {
  area: 'area',
  floor: 'area',
  money: 'money',
  perMu: 'perMu',
  number: 'other',
  percent: 'other',
};

/** What the cells of a field measure: a unit of another kind in a cell is a note, not its number. */
export function dimensionOf({ kind }: Field): UnitDimension | undefined {
  return DIMENSIONS[kind];
}

/** How the cells of a number column are read: into 亩, ㎡ (floors), 万元 or 万元/亩. */
export function numberReader(
  match: ColumnMatch,
  options: Pick<ReadOptions, 'zeroIsBlank'>,
): (cell: Cell) => Reading<number> {
  if (match.field.kind === 'year') return readYear;
  const unit = columnUnit(match);
  const dimension = dimensionOf(match.field);
  if (match.field.kind === 'number') {
    const blank = options.zeroIsBlank ? 0 : undefined;
    return (cell) => (cell === blank ? { kind: 'missing' } : readCount(cell, unit));
  }
  if (match.field.kind !== 'floor') return (cell) => readNumber(cell, unit, dimension);
  return (cell) => readFloor(cell, unit);
}

/** What the header of a column of shares says of how they are written. */
export function percentHints({ field, unit }: ColumnMatch): PercentHints {
  return {
    named: unit?.text === '%',
    isFraction: unit?.text === FRACTION,
    passesWhole: field.id === 'completionRate',
    isOpen: isOwnField(field.id),
  };
}

/** Shares are fractions; how the column writes them is judged over all of its data cells. */
function percentReader(
  rows: Rows,
  match: ColumnMatch,
  { isData, zeroIsBlank }: ReadOptions,
): (cell: Cell) => Reading<number> {
  const cells = rows.filter((_, row) => isData[row] === true).map((row) => row[match.column]);
  const style = percentStyle(cells, percentHints(match));
  return (cell) => (zeroIsBlank && cell === 0 ? { kind: 'missing' } : readPercent(cell, style));
}

/** A count or a ratio may carry its unit (15人, 85分), but 120% is no 120. */
function readCount(cell: Cell, unit: Unit | undefined): Reading<number> {
  return typeof cell === 'string' && /[%‰％]/.test(cell) ? UNREADABLE : readNumber(cell, unit, 'other');
}

/** "8,000㎡" in a floor column is 8,000, not 12 亩; a unit beside the number counts, whatever the column's is. */
function readFloor(cell: Cell, unit: Unit | undefined): Reading<number> {
  const own = typeof cell === 'string' ? unitOfCell(cell) : undefined;
  if (typeof cell !== 'string' || own?.dimension !== 'area') return readNumber(cell, unit, 'area');
  // By way of 亩 the last binary digit might be lost.
  if (own.text === '㎡') return readNumber(cell.replace(/(?:㎡|m2|m²|m\^2|平方米|平米|平方公尺|平方)\s*$/i, ''));
  const inMu = readNumber(cell);
  return inMu.kind === 'value' ? { kind: 'value', value: (inMu.value * 2000) / 3 } : inMu;
}

/** Area 0 or below is missing; a negative tax is a refund and stands; a tax of 0 in an argument may be a blank. */
function doubtful(field: string, value: number, maybeBlank: boolean): Finding['code'] | undefined {
  if (field === 'landArea' && value <= 0) return 'areaNotPositive';
  if (field !== 'taxPaid') return undefined;
  if (maybeBlank) return 'zeroTax';
  return value < 0 ? 'negativeTax' : undefined;
}

function* readWords(rows: Rows, match: ColumnMatch, options: ReadOptions, report: Report): Steps<Column> {
  const { kind, id } = match.field;
  const words: WordOptions = { zeroIsBlank: options.zeroIsBlank, negated: match.negated };
  const builder = new WordBuilder(rows.length);
  // A column of words says the same few things over and over; names and codes do not, and are read as fast as remembered.
  const codes = new Map<Cell, number>();
  const readsFast = kind === 'text' || kind === 'code';
  yield* eachRow(rows, (row, index) => {
    if (options.isData[index] !== true) return;
    const cell = row[match.column];
    const isFull = codes.size >= MOST_KNOWN;
    const known = isFull && readsFast ? undefined : codes.get(cell);
    if (known !== undefined) {
      builder.setCode(index, known);
      return;
    }
    const reading = readWord(cell, kind, id, words);
    if (reading.kind === 'unreadable') report('unreadable', index, cell);
    else {
      const code = reading.kind === 'value' ? builder.set(index, reading.value) : 0;
      if (!isFull) codes.set(cell, code);
    }
  });
  return builder.build();
}

function readWord(cell: Cell, kind: string, id: string, options: WordOptions): Reading<string> {
  if (askedOfField(id)) return readWritten(cell, options);
  if (kind === 'choice') return readChoice(cell, id, options);
  if (kind === 'date') return readDay(cell, options);
  if (id === 'creditCode') return readCode(cell, options);
  if (kind !== 'yesNo') return readText(cell, options);
  const reading = readYesNo(cell, options);
  return reading.kind === 'value' ? { kind: 'value', value: reading.value ? '是' : '否' } : reading;
}

/** What a cell says, marks for nothing too: a policy may have a word for them. */
function readWritten(cell: Cell, { zeroIsBlank }: WordOptions): Reading<string> {
  return isBlank(cell) || (cell === 0 && zeroIsBlank) ? { kind: 'missing' } : { kind: 'value', value: cellText(cell) };
}

/** Credit codes have no small letters: 91330402667499460f is the same enterprise. */
function readCode(cell: Cell, options: WordOptions): Reading<string> {
  const reading = readText(cell, options);
  const isSmall = reading.kind === 'value' && /[a-z]/.test(reading.value);
  return isSmall ? { kind: 'value', value: reading.value.toUpperCase() } : reading;
}

/** A day as ISO text; a period is its last day. */
function readDay(cell: Cell, { zeroIsBlank }: WordOptions): Reading<string> {
  if (cell === 0 && zeroIsBlank) return { kind: 'missing' };
  const reading = readDate(cell);
  return reading.kind === 'value' ? { kind: 'value', value: reading.value.day } : reading;
}
