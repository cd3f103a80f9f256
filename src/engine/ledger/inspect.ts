import { eachRow, finish, type Steps } from '../../steps/steps';
import { convert } from '../quantity/unit';
import { cellText, type Cell, type Rows } from './cell';
import { checkCreditCode, type CreditCode } from './creditCode';
import { readDate } from './date';
import type { ColumnMatch } from './matchHeaders';
import { medianOfColumn, valueOfCell } from './median';
import { isAbout, readNumber, unitOfCell } from './number';
import { percentStyle } from './percent';
import { readRange } from './range';
import { columnUnit, percentHints } from './readColumn';
import type { Ledger } from './readLedger';
import { amountsInRemark } from './remark';

/** What may be wrong with a cell besides being unreadable. */
export type InspectionCode =
  | 'errorCell'
  | 'range'
  | 'ownUnit'
  | 'about'
  | 'tooLarge'
  | 'percentMixed'
  | 'twoMonths'
  | 'remarkAmount'
  | 'codeDamaged'
  | 'codeLost'
  | 'codeCheck'
  | 'codeOrganisation'
  | 'codeTaxNumber'
  | 'codeLength'
  | 'codeCharacters';

/** A cell to look at. `row` and `column` count from 0 in the rows read. */
export interface Inspection {
  readonly code: InspectionCode;
  readonly row: number;
  readonly column: number;
  readonly field: string;
  readonly text: string;
  /** What it may have meant: candidates for a code, the other month, the amount a remark names. */
  readonly meant?: string;
}

type Found = Pick<Inspection, 'code' | 'meant'>;

const SQUARE_METRES = { times: 3, over: 2000 };
const PLAIN_NUMBER = /^[\d.]*$/;
const ERROR = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!)$/;
const AMOUNTS: readonly string[] = ['area', 'floor', 'money', 'perMu', 'number', 'percent'];

/**
 * Looks at every data cell of the columns understood: errors, ranges, units of their own, numbers that are only about right or far
 * too large for their column, shares written in two ways, 2021.1 that may be October, damaged codes, remarks that hold amounts.
 */
export function inspect(ledger: Ledger, rows: Rows): Inspection[] {
  return finish(inspectSteps(ledger, rows));
}

/** The same in steps, a column each. */
export function* inspectSteps({ headers, kinds }: Ledger, rows: Rows): Steps<Inspection[]> {
  const found: Inspection[] = [];
  const given = { rows, kinds, data: rows.filter((_, row) => kinds[row] === 'data') };
  for (const match of headers.byField.values()) {
    for (const one of yield* inspectColumn(match, given)) found.push(one);
    yield;
  }
  return found;
}

interface Given {
  readonly rows: Rows;
  readonly kinds: Ledger['kinds'];
  /** The rows that are data. */
  readonly data: Rows;
}

function* inspectColumn(match: ColumnMatch, { rows, kinds, data }: Given): Steps<Inspection[]> {
  const { column, field } = match;
  const look = lookerFor(match, data);
  const inspected: Inspection[] = [];
  yield* eachRow(rows, (line, row) => {
    const cell = line[column];
    if (kinds[row] !== 'data' || cell === '' || cell === null || cell === undefined) return;
    const isError = typeof cell === 'string' && cell.startsWith('#') && ERROR.test(cell);
    const found = isError ? { code: 'errorCell' as const } : look(cell);
    if (found) inspected.push({ ...found, row, column, field: field.id, text: String(cell) });
  });
  return inspected;
}

function lookerFor(match: ColumnMatch, data: Rows): (cell: Cell) => Found | undefined {
  const { id, kind } = match.field;
  if (id === 'creditCode') return creditFound;
  if (id === 'remark') return remarkFound;
  if (kind === 'date') return dateFound;
  if (kind === 'percent') return percentFound(match, data);
  if (id === 'landArea') return largeAreaFound(match, data);
  return AMOUNTS.includes(kind) ? (cell) => amountFound(cell, match) : () => undefined;
}

function amountFound(cell: Cell, match: ColumnMatch): Found | undefined {
  if (typeof cell !== 'string' || PLAIN_NUMBER.test(cell)) return undefined;
  if (readRange(cell)) return { code: 'range' };
  const own = unitOfCell(cell);
  const unit = columnUnit(match);
  // A floor column without a unit is in ㎡, and columns keep their floors in ㎡.
  const isFloor = match.field.kind === 'floor';
  const written = isFloor ? (match.unit ?? SQUARE_METRES) : unit;
  const same = own && own.times === (written?.times ?? 1) && own.over === (written?.over ?? 1);
  if (own && !same) return { code: 'ownUnit', meant: own.text };
  return isAbout(cell) && readNumber(cell).kind === 'value' ? { code: 'about' } : undefined;
}

/** A parcel of thousands of 亩 among parcels of tens was written in ㎡ (domain/ledgers.md, quirk 3). */
function largeAreaFound(match: ColumnMatch, data: Rows): (cell: Cell) => Found | undefined {
  const unit = columnUnit(match);
  const median = medianOfColumn(data, match.column, unit);
  return (cell) => {
    const area = valueOfCell(cell, unit);
    if (area > 2000 && area > 300 * median) return { code: 'tooLarge', meant: squareMetres(area, unit) };
    return amountFound(cell, match);
  };
}

function squareMetres(area: number, unit: ColumnMatch['unit']): string {
  const written = unit ? (area * unit.over) / unit.times : area;
  return String((written * 3) / 2000);
}

function percentFound(match: ColumnMatch, data: Rows): (cell: Cell) => Found | undefined {
  const { mixed } = percentStyle(
    data.map((row) => row[match.column]),
    percentHints(match),
  );
  return (cell) => {
    if (readRange(cell)) return { code: 'range' };
    const bare = mixed && !/[%‰]$/.test(cellText(cell)) && readNumber(cell).kind === 'value';
    return bare ? { code: 'percentMixed' } : undefined;
  };
}

function dateFound(cell: Cell): Found | undefined {
  const reading = readDate(cell);
  const other = reading.kind === 'value' ? reading.value.other : undefined;
  return other === undefined ? undefined : { code: 'twoMonths', meant: other };
}

function remarkFound(cell: Cell): Found | undefined {
  const amounts = amountsInRemark(cell);
  return amounts.length === 0 ? undefined : { code: 'remarkAmount', meant: amounts.map(({ text }) => text).join('、') };
}

const CREDIT: Readonly<Record<CreditCode['kind'], InspectionCode | undefined>> = {
  blank: undefined,
  valid: undefined,
  wrongCheck: 'codeCheck',
  damaged: 'codeDamaged',
  lost: 'codeLost',
  organisationCode: 'codeOrganisation',
  taxNumber: 'codeTaxNumber',
  wrongLength: 'codeLength',
  wrongCharacters: 'codeCharacters',
};

function creditFound(cell: Cell): Found | undefined {
  const checked = checkCreditCode(cell);
  const code = CREDIT[checked.kind];
  if (!code) return undefined;
  return checked.kind === 'damaged' ? { code, meant: checked.candidates.join('、') } : { code };
}

/** A column's number in the unit that the column is written in: "10亩" in a ㎡ column is 6,666.67. */
export function inWrittenUnit(value: number, match: ColumnMatch): number {
  const unit = columnUnit(match);
  return unit ? convert(value, { ...unit, times: unit.over, over: unit.times }) : value;
}
