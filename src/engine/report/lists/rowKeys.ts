import { textAt } from '../../column/verbs';
import type { Ledger } from '../../ledger/readLedger';
import type { Line } from './listInput';

/** A code or name as it is compared: half width, capitals, no blanks. */
export function plainName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

function keyFields(ledger: Ledger, row: number): string[] {
  return ['creditCode', 'parcelId', 'enterprise'].flatMap((field) => {
    const word = textAt(ledger, field, row);
    return word === undefined ? [] : [plainName(word)];
  });
}

/** Everything a row may be known by on another list: credit code, parcel, name. */
export function namesOf(ledger: Ledger, row: number): readonly string[] {
  return keyFields(ledger, row);
}

/** The key of each row: parcel code first, for land is what is listed; a number tells rows of one key apart. */
export function rowKeys(ledger: Ledger, rows: readonly number[], first: 'parcelId' | 'creditCode' = 'parcelId') {
  const fields = first === 'parcelId' ? ['parcelId', 'creditCode'] : ['creditCode', 'parcelId'];
  const seen = new Map<string, number>();
  return new Map(
    rows.map((row) => {
      const key = keyOf(ledger, row, [...fields, 'enterprise']) ?? `第${String(row + 1)}行`;
      const times = (seen.get(key) ?? 0) + 1;
      seen.set(key, times);
      return [row, times === 1 ? key : `${key}#${String(times)}`];
    }),
  );
}

function keyOf(ledger: Ledger, row: number, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const word = textAt(ledger, field, row);
    if (word !== undefined && word !== '') return plainName(word);
  }
  return undefined;
}

/** One line a row. */
export function rowLines(ledger: Ledger, rows: readonly number[]): Line[] {
  return [...rowKeys(ledger, rows)].map(([row, key]) => ({ key, rows: [row] }));
}

/** One line an enterprise: rows of one credit code (else one parcel, else one name) together, in the order they first come. */
export function enterpriseLines(ledger: Ledger, rows: readonly number[]): Line[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(ledger, row, ['creditCode', 'parcelId', 'enterprise']) ?? `第${String(row + 1)}行`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups].map(([key, own]) => ({ key, rows: own }));
}
