import { textAt } from '../../column/verbs';
import type { Ledger } from '../../ledger/readLedger';
import type { ListLine } from './listInput';

/** A code or name as it is compared: half width, capitals, no blanks. */
export function comparedName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** Everything a row may be known by on another list: credit code, parcel, name. */
export function namesOf(ledger: Ledger, row: number): readonly string[] {
  return ['creditCode', 'parcelId', 'enterprise'].flatMap((field) => {
    const word = textAt(ledger, field, row);
    return word === undefined ? [] : [comparedName(word)];
  });
}

/** The key of each row: parcel code first, for land is what is listed; a number tells rows of one key apart. */
export function rowKeys(ledger: Ledger, rows: readonly number[]) {
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const key = keyOf(ledger, row, ['parcelId', 'creditCode', 'enterprise']);
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return [row, times === 1 ? key : `${key}#${String(times)}`];
    }),
  );
}

function keyOf(ledger: Ledger, row: number, fields: readonly string[]): string {
  const word = fields.map((field) => textAt(ledger, field, row)).find((own) => own !== undefined && own !== '');
  return word === undefined ? `第${String(row + 1)}行` : comparedName(word);
}

/** One line a row. */
export function rowLines(ledger: Ledger, rows: readonly number[]): ListLine[] {
  return [...rowKeys(ledger, rows)].map(([row, key]) => ({ key, rows: [row] }));
}

/** One line an enterprise: rows of one credit code (else one parcel, else one name) together, in the order they first come. */
export function enterpriseLines(ledger: Ledger, rows: readonly number[]): ListLine[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(ledger, row, ['creditCode', 'parcelId', 'enterprise']);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, own]) => ({ key, rows: own }));
}
