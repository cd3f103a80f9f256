import { eachRow, finish, type Steps } from '../../steps/steps';
import { fieldOf } from '../ledger/fields';
import { isMissingMark, type Cell, type Rows } from '../ledger/cell';
import { NameFinder, plainName } from './nameFinder';
import { isFirmName, isPersonalColumn } from './sensitivity';
import type { SentBatch } from './sentBatch';
import type { CopyColumn, CopyPart } from './split';
import type { Masker } from './stableCodes';

/** The cells of a ledger, and the field and title of every column. */
export interface MaskedSource {
  readonly rows: Rows;
  readonly isData: (row: number) => boolean;
  readonly fields: readonly string[];
  readonly titles: readonly string[];
}

/** A batch as what copies are masked from. */
export function maskedSource({ rows, rowCodes, fields, titles }: SentBatch): MaskedSource {
  return { rows, isData: (row) => rowCodes[row] !== '', fields, titles };
}

/** What stands for a number or a remark that the recipient may not see. */
export const HIDDEN = '已隐去';
/** Fields whose texts get a code of their own; other masked cells are just 已隐去, but for names of enterprises. */
const CODED: readonly string[] = ['enterprise', 'creditCode', 'parcelId'];
/** Numbers of fewer digits stand in too many places to be told from others. */
const SHORTEST_NUMBER = 4;

/**
 * The cells of a copy, row by row, columns as in the part: masked ones by their codes. A name that is masked in its own column, or
 * whose column of people is left out, is masked in every other text too, for remarks name them.
 */
export function* cellsOfPart(ledger: MaskedSource, { rows, columns }: CopyPart, masker: Masker): Steps<Cell[][]> {
  const hide = yield* textMaskerSteps(ledger, { columns }, masker);
  const cells: Cell[][] = [];
  yield* eachRow(rows, (row) => {
    const line = columns.map(({ column, role }) => {
      const cell = ledger.rows[row]?.[column] ?? '';
      if (role === 'masked') return maskedCell(ledger, column, { cell, masker });
      return typeof cell === 'string' ? hide(cell, ledger.fields[column]) : cell;
    });
    cells.push(line);
  });
  return cells;
}

/** How a copy writes any text, a title or a name of a sheet or file among them: without what the copy masks or leaves out. */
export function textMasker(ledger: MaskedSource, part: Pick<CopyPart, 'columns'>, masker: Masker) {
  return finish(textMaskerSteps(ledger, part, masker));
}

function* textMaskerSteps(
  ledger: MaskedSource,
  { columns }: Pick<CopyPart, 'columns'>,
  masker: Masker,
): Steps<(text: string, field?: string) => string> {
  const names = yield* maskedNames(ledger, columns, masker);
  const all = new NameFinder(names);
  const long = new NameFinder(new Map([...names].filter(([name]) => name.length > SHORTEST_NUMBER - 1)));
  // In a column of choices, amounts or townships a name of two signs is a word.
  const isProse = (field = '') => field === '' || (fieldOf(field).kind === 'text' && field !== 'township');
  return (text: string, field?: string): string => (isProse(field) ? all : long).masked(text);
}

function maskedCell(
  { fields }: MaskedSource,
  column: number,
  { cell, masker }: { readonly cell: Cell; readonly masker: Masker },
): Cell {
  return (cell ?? '') === '' ? '' : maskOf(fields[column] ?? '', String(cell).trim(), masker);
}

function maskOf(field: string, text: string, masker: Masker): string {
  if (CODED.includes(field)) return masker.mask(field, text);
  return isFirmName(text) ? masker.mask('enterprise', text) : HIDDEN;
}

/** Every text to be hidden, of the whole ledger: a row may name an enterprise of another township. By its plain spelling. */
function* maskedNames(
  ledger: MaskedSource,
  columns: readonly CopyColumn[],
  masker: Masker,
): Steps<Map<string, string>> {
  const names = new Map<string, string>();
  const shown = new Set(columns.flatMap(({ column, role }) => (role === 'masked' ? [] : [column])));
  const masked = new Set(columns.flatMap(({ column, role }) => (role === 'masked' ? [column] : [])));
  const gather = (column: number) => {
    const field = ledger.fields[column] ?? '';
    return eachRow(ledger.rows, (row, index) => {
      const text = String(row[column] ?? '').trim();
      const plain = plainName(text);
      if (!ledger.isData(index) || isMissingMark(plain) || plain.length < shortest(plain) || names.has(plain)) return;
      names.set(plain, maskOf(field, text, masker));
    });
  };
  for (const [column, title] of ledger.titles.entries()) {
    const isLeftOut = !shown.has(column) && isPersonalColumn(title, ledger.fields[column]);
    if (masked.has(column) || isLeftOut) yield* gather(column);
  }
  return names;
}

function shortest(plain: string): number {
  return /^[\d.,%+-]*$/.test(plain) ? SHORTEST_NUMBER : 2;
}
