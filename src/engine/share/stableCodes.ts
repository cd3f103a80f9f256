import { withoutBlanks, type RowKeys } from './sharedLedger';

/** Codes given so far, by what they stand for. Kept in the home workbook only: it is the way back from a mask to a name. */
export interface CodeBook {
  /** 行码 by the key of a row. */
  readonly rows: Readonly<Record<string, string>>;
  /** By field, then by the text masked. */
  readonly masks: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const EMPTY_CODES: CodeBook = { rows: {}, masks: {} };

/** A code for every data row ('' for others), old ones kept: the same row has the same code in every copy and every year. */
export function codesOfRows(
  keys: readonly (RowKeys | undefined)[],
  book: CodeBook,
): { readonly codes: readonly string[]; readonly book: CodeBook } {
  const rows: Record<string, string> = Object.assign(Object.create(null), book.rows) as Record<string, string>;
  const seen = new Map<string, number>();
  let next = Object.keys(rows).length;
  const codes = keys.map((own, index) => {
    if (!own) return '';
    const identity = identityOf(own, index);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const key = count === 1 ? identity : `${identity}#${count}`;
    return (rows[key] ??= `H${String(++next).padStart(4, '0')}`);
  });
  return { codes, book: { ...book, rows: { ...rows } } };
}

function identityOf({ parcel, creditCode, name }: RowKeys, index: number): string {
  if (parcel !== undefined) return `parcel:${parcel}`;
  if (creditCode !== undefined) return `credit:${creditCode}`;
  return name === undefined ? `row:${index}` : `name:${name}`;
}

const PREFIXES: Readonly<Record<string, string>> = { enterprise: '企业', creditCode: '代码', parcelId: '地块' };

/** The mask of a text of a field: 企业0001, counted in the order in which texts were first masked, never made from the text. */
export class Masker {
  private readonly masks: Record<string, Record<string, string>>;

  constructor(private readonly book: CodeBook) {
    this.masks = Object.fromEntries(
      Object.entries(book.masks).map(([field, texts]) => [
        field,
        Object.assign(Object.create(null), texts) as Record<string, string>,
      ]),
    );
  }

  mask(field: string, text: string): string {
    const known = (this.masks[field] ??= Object.create(null) as Record<string, string>);
    const count = Object.keys(known).length;
    return (known[text] ??= `${PREFIXES[field] ?? '编号'}${String(count + 1).padStart(4, '0')}`);
  }

  codes(): CodeBook {
    const masks = Object.fromEntries(Object.entries(this.masks).map(([field, texts]) => [field, { ...texts }]));
    return { ...this.book, masks };
  }
}

/** Keys with the row code. */
export function withRowCode(keys: RowKeys | undefined, rowCode: string): RowKeys | undefined {
  return keys && withoutBlanks({ ...keys, rowCode: rowCode === '' ? undefined : rowCode });
}
