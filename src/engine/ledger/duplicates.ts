import { eachRow, type Steps } from '../../steps/steps';
import { cellText, isMissingMark, type Cell, type Rows } from './cell';
import type { Discrepancy, DiscrepancyCode } from './discrepancy';
import type { ColumnMatch, HeaderMatch } from './matchHeaders';
import { amountsOf } from './amounts';
import { plainText } from './normalise';
import type { RowKind } from './rowKind';

interface Given {
  readonly headers: HeaderMatch;
  readonly kinds: readonly RowKind[];
}

/**
 * Rows that share a credit code (one enterprise with several parcels, or a tax counted twice) or a parcel code, names that
 * changed under one code, and one name under several codes (domain/ledgers.md, quirks 11, 18, 19 and 29). Nothing is merged: a person decides. In steps.
 */
export function* duplicates(rows: Rows, { headers, kinds }: Given): Steps<Discrepancy[]> {
  const credit = headers.byField.get('creditCode');
  const parcel = headers.byField.get('parcelId');
  const tax = headers.byField.get('taxPaid');
  const name = headers.byField.get('enterprise');
  const taxes = tax && credit && amountsOf(rows, tax).values;
  yield;
  const enterprises = credit ? yield* groupsBy(rows, kinds, credit) : [];
  const parcels = parcel ? yield* groupsBy(rows, kinds, parcel) : [];
  return [
    ...(credit ? enterprises.flatMap((group) => reported(rows, credit, { group, code: codeOf(group, taxes) })) : []),
    ...(parcel ? parcels.flatMap((group) => reported(rows, parcel, { group, code: 'sameParcel' })) : []),
    ...(name ? renamed(rows, name, enterprises) : []),
    ...(credit && name ? yield* otherCodes(rows, kinds, { name, credit }) : []),
  ];
}

/** One code under two names: the enterprise was renamed, or one of the codes is wrong. */
function renamed(rows: Rows, name: ColumnMatch, enterprises: readonly number[][]): Discrepancy[] {
  const nameAt = (row: number) => nameOf(rows[row]?.[name.column]);
  return enterprises
    .filter((group) => new Set(group.map(nameAt).filter((text) => text !== '')).size > 1)
    .flatMap((group) => reported(rows, name, { group, code: 'otherName' }));
}

/** One name under two whole codes: they are not merged. */
function* otherCodes(
  rows: Rows,
  kinds: readonly RowKind[],
  { name, credit }: { readonly name: ColumnMatch; readonly credit: ColumnMatch },
): Steps<Discrepancy[]> {
  const byName = new Map<string, number[]>();
  yield* eachRow(kinds, (kind, row) => {
    const key = nameOf(rows[row]?.[name.column]);
    if (kind !== 'data' || key === '' || codeKey(rows[row]?.[credit.column]) === undefined) return;
    const group = byName.get(key);
    if (group) group.push(row);
    else byName.set(key, [row]);
  });
  return [...byName.values()]
    .filter(({ length }) => length > 1)
    .filter((group) => new Set(group.map((row) => codeKey(rows[row]?.[credit.column]))).size > 1)
    .flatMap((group) => reported(rows, name, { group, code: 'otherCode' }));
}

/** A name for comparing: half width, no blanks, one kind of brackets. */
function nameOf(cell: Cell): string {
  const text = cellText(cell);
  return isMissingMark(text) ? '' : plainText(text);
}

function* groupsBy(rows: Rows, kinds: readonly RowKind[], { column }: ColumnMatch): Steps<number[][]> {
  // Nearly every code stands once, and needs no list.
  const first = new Map<string, number>();
  const groups = new Map<number, number[]>();
  yield* eachRow(kinds, (kind, row) => {
    const key = kind === 'data' ? codeKey(rows[row]?.[column]) : undefined;
    if (key === undefined) return;
    const lead = first.get(key);
    const group = lead === undefined ? undefined : groups.get(lead);
    if (lead === undefined) first.set(key, row);
    else if (group) group.push(row);
    else groups.set(lead, [lead, row]);
  });
  return [...groups.values()].toSorted(([a = 0], [b = 0]) => a - b);
}

/** What a credit or parcel code is told by. None for one that Excel cut to 15 digits or that is masked: it may stand for several. */
export function codeKey(cell: Cell): string | undefined {
  const text = cellText(cell).toUpperCase();
  if (isMissingMark(text) || /[*＊…]|^\d(?:\.\d+)?E\+?\d+$/.test(text)) return undefined;
  return typeof cell === 'number' && text.length > 15 ? undefined : text;
}

function codeOf(group: readonly number[], taxes: Float64Array | undefined): DiscrepancyCode {
  const known = group.map((row) => taxes?.[row] ?? NaN);
  if (known.some(Number.isNaN)) return 'sameCode';
  return known.every((value) => value === known[0]) ? 'sameCodeSameTax' : 'sameCodeOtherTax';
}

function reported(
  rows: Rows,
  { column, field }: ColumnMatch,
  { group, code }: { readonly group: readonly number[]; readonly code: DiscrepancyCode },
): Discrepancy[] {
  return group.map((row) => {
    const other = group.find((candidate) => candidate !== row);
    const text = cellText(rows[row]?.[column]);
    return { code, row, column, field: field.id, text, ...(other === undefined ? {} : { sameAs: other }) };
  });
}
