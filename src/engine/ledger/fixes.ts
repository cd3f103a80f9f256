import { eachRow, finish, type Steps } from '../../steps/steps';
import { dayOfText } from '../quantity/day';
import { daySerial } from '../quantity/daySerial';
import { cellText, type Rows } from './cell';
import { checkCreditCode } from './creditCode';
import { readDate } from './date';
import { inWrittenUnit } from './inspect';
import type { ColumnMatch } from './matchHeaders';
import { isBareNumber, readNumber, unitOfCell } from './number';
import { columnUnit, dimensionOf } from './readColumn';
import type { Ledger } from './readLedger';

/** What a fix does to a cell. */
export type FixKind = 'numberText' | 'unitInCell' | 'dayText' | 'periodText' | 'codeText' | 'spareBlanks';

/** A cell that can be tidied without a change of meaning; it is changed only on a person's word. */
export interface Fix {
  readonly kind: FixKind;
  readonly row: number;
  readonly column: number;
  readonly field: string;
  readonly before: string | number;
  readonly after: string | number;
  /** How the new value must be shown, where the cell's own format will not do. */
  readonly numberFormat?: string;
}

type Proposal = Pick<Fix, 'kind' | 'after' | 'numberFormat'>;

const AMOUNTS: readonly string[] = ['area', 'floor', 'money', 'perMu', 'number'];
/** Chinese and plain letters and digits, as most words are. */
const TIDY = /^[\w\u4e00-\u9fff（）()、·-]*$/;
const DAY_FORMAT = 'yyyy-mm-dd';
const MOST_KNOWN = 500;

/**
 * What could be tidied in the data cells of the columns understood: numbers and dates kept as text, units beside numbers,
 * codes kept as numbers or with stray characters, blanks around words. Nothing is proposed where something would be lost
 * (约120, 3.5%, 15人, a damaged code).
 */
export function proposedFixes(ledger: Ledger, rows: Rows): Fix[] {
  return finish(proposedFixesSteps(ledger, rows));
}

/** The same in steps, a column each. */
export function* proposedFixesSteps({ headers, kinds }: Ledger, rows: Rows): Steps<Fix[]> {
  const fixes: Fix[] = [];
  for (const match of headers.byField.values()) {
    const propose = proposerFor(match);
    if (!propose) continue;
    for (const fix of yield* fixesOf(rows, match, kinds, propose)) fixes.push(fix);
    yield;
  }
  return fixes;
}

type Propose = (cell: string | number) => Proposal | undefined;

function* fixesOf(rows: Rows, { column, field }: ColumnMatch, kinds: Ledger['kinds'], propose: Propose): Steps<Fix[]> {
  const fixes: Fix[] = [];
  // A column of words says the same few things over and over; names do not, and numbers are tidied in codes alone.
  const known = new Map<string | number, Proposal | null>();
  const hasNumbers = field.id === 'creditCode';
  yield* eachRow(rows, (row, index) => {
    const before = kinds[index] === 'data' ? row[column] : undefined;
    if ((typeof before !== 'string' && !(hasNumbers && typeof before === 'number')) || before === '') return;
    let proposal = known.get(before);
    if (proposal === undefined) {
      proposal = propose(before) ?? null;
      if (known.size < MOST_KNOWN) known.set(before, proposal);
    }
    if (proposal && proposal.after !== before) fixes.push({ ...proposal, row: index, column, field: field.id, before });
  });
  return fixes;
}

function proposerFor(match: ColumnMatch): Propose | undefined {
  const { id, kind } = match.field;
  if (AMOUNTS.includes(kind)) return (cell) => numberFix(cell, match);
  if (kind === 'date') return dateFix;
  if (id === 'creditCode') return codeFix;
  if (id === 'remark' || id === 'sequence') return undefined;
  return ['text', 'choice', 'yesNo', 'code'].includes(kind) ? blanksFix : undefined;
}

function numberFix(cell: string | number, match: ColumnMatch): Proposal | undefined {
  if (typeof cell !== 'string' || !isBareNumber(cell)) return undefined;
  const own = unitOfCell(cell);
  const reading = readNumber(cell, own ? columnUnit(match) : undefined, dimensionOf(match.field));
  // 15人, 85分: what the word says would be lost.
  if (!own && /[^\d.,，\s'‘’`+()（）E-]/i.test(cellText(cell))) return undefined;
  if (reading.kind !== 'value') return undefined;
  if (!own) return { kind: 'numberText', after: reading.value };
  // Floors are read in ㎡ whatever the text behind them says, so only the number itself is kept.
  if (match.field.kind === 'floor') return undefined;
  return { kind: 'unitInCell', after: Number(inWrittenUnit(reading.value, match).toPrecision(15)) };
}

function dateFix(cell: string | number): Proposal | undefined {
  if (typeof cell !== 'string') return undefined;
  const reading = readDate(cell);
  if (reading.kind !== 'value') return undefined;
  const kind = dayOfText(cell) === reading.value.day ? 'dayText' : 'periodText';
  return { kind, after: daySerial(reading.value.day), numberFormat: DAY_FORMAT };
}

/** 9 and 15 digits kept as numbers, and codes with blanks, marks or small letters: only where a whole code comes of it. */
function codeFix(cell: string | number): Proposal | undefined {
  const text = cellText(cell)
    .toUpperCase()
    .replace(/^['‘’`]/, '')
    .replace(/[-—]/g, '');
  const { kind } = checkCreditCode(text);
  const whole = kind === 'valid' || kind === 'taxNumber' || kind === 'organisationCode';
  return whole ? { kind: 'codeText', after: text, numberFormat: '@' } : undefined;
}

/** Full-width letters and digits become half width; brackets stay, for 甲（集团）公司 is written so. */
function blanksFix(cell: string | number): Proposal | undefined {
  if (typeof cell !== 'string' || TIDY.test(cell)) return undefined;
  const after = cell
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/[\u00a0\u3000\t\r\n]+/g, ' ')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (one) => one.normalize('NFKC'))
    .trim();
  return after === '' ? undefined : { kind: 'spareBlanks', after };
}
