import { cellText, type Cell, type Rows } from '../ledger/cell';
import { codeKey } from '../ledger/duplicates';
import { headerPaths, type HeaderMatch } from '../ledger/matchHeaders';
import { plainText } from '../ledger/normalise';
import type { RowKind } from '../ledger/rowKind';
import type { WhereCellsStand } from '../../sheet/whereCellsStand';

/** A ledger as it stands in its workbook, and the name that its sheet has in copies. */
export interface SharedLedger {
  readonly sheetName: string;
  readonly headerRows: Rows;
  readonly rows: Rows;
  readonly headers: HeaderMatch;
  readonly kinds: readonly RowKind[];
  readonly standing: WhereCellsStand;
  /** By body cell, '' for a constant; absent where formulas were not read. */
  readonly formulas?: readonly (readonly string[])[];
}

/** What a row is recognised by, each as far as it has it. */
export interface RowKeys {
  readonly parcel?: string;
  readonly creditCode?: string;
  readonly name?: string;
  /** The code of our own that copies carry (行码). */
  readonly rowCode?: string;
}

/**
 * The name of every column, by which it is recognised when it comes back: its bottom text, with its parents before it only where
 * two columns have the same one.
 */
export function columnTitles(headerRows: Rows): string[] {
  const paths = headerPaths(headerRows).map((path) => path.map((text) => text.trim()));
  const bottoms = paths.map((path) => plainTitle(path.at(-1) ?? ''));
  const counts = new Map<string, number>();
  for (const bottom of bottoms) counts.set(bottom, (counts.get(bottom) ?? 0) + 1);
  return paths.map((path, column) => (counts.get(bottoms[column] ?? '') === 1 ? (path.at(-1) ?? '') : path.join('/')));
}

/** A column's name for comparing: brackets, blanks and width do not matter. */
export function plainTitle(title: string): string {
  return title === '' ? '' : plainText(title);
}

/** The field of every column that is the best one for it, '' for the others. */
export function fieldsOf({ texts, byField }: HeaderMatch): string[] {
  const fields = texts.map(() => '');
  for (const [id, { column }] of byField) fields[column] = id;
  return fields;
}

/** The keys of every data row; undefined for totals, notes and blank rows. */
export function keysOfRows(rows: Rows, isData: (row: number) => boolean, fields: readonly string[]) {
  const columnOf = (id: string) => (fields.includes(id) ? fields.indexOf(id) : undefined);
  const [parcel, creditCode, name] = [columnOf('parcelId'), columnOf('creditCode'), columnOf('enterprise')];
  return rows.map((row, index): RowKeys | undefined => {
    if (!isData(index)) return undefined;
    const at = (column: number | undefined) => (column === undefined ? undefined : row[column]);
    return withoutBlanks({ parcel: codeKey(at(parcel)), creditCode: codeKey(at(creditCode)), name: nameKey(at(name)) });
  });
}

function nameKey(cell: Cell): string | undefined {
  const text = plainText(cellText(cell));
  return text === '' ? undefined : text;
}

/** Keys without those that are not known. */
export function withoutBlanks(keys: Readonly<Record<keyof RowKeys, string | undefined>> | object): RowKeys {
  return Object.fromEntries(Object.entries(keys).filter(([, key]) => key !== undefined));
}

/**
 * Whether two cells hold the same. Numbers agree to fourteen digits (other programs write the last ones differently) and with their
 * own digits kept as text; texts but for line ends and blanks around them, which programs add; a blank is a blank in every form.
 */
export function sameCell(left: Cell, right: Cell): boolean {
  const [a, b] = [left ?? '', right ?? ''];
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-14 * Math.max(Math.abs(a), Math.abs(b));
  if (typeof a === 'boolean' || typeof b === 'boolean') return false;
  return plainCell(a) === plainCell(b);
}

function plainCell(cell: string | number): string {
  return typeof cell === 'number' ? String(cell) : cell.replaceAll('\r\n', '\n').trim();
}
