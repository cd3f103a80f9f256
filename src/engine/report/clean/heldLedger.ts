import { textAt } from '../../column/verbs';
import type { Ledger } from '../../ledger/readLedger';
import { DECIDED } from './decisionColumns';
import type { Conclusion } from '../lists/listInput';
import type { HeldCells } from '../rerun/keepTyped';

/** A 标准台账 as it stands on a sheet: rows from 0, the heads of its columns, and its rows by key. */
export interface HeldLedger {
  readonly header: number;
  readonly heads: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  /** The first row after the table. */
  readonly end: number;
}

const KEY = '键';
/** The head of the mark of a row whose source has changed. */
export const CHANGED = '原表是否已变';

/** The table of a 标准台账 on a sheet, from A1 on; undefined where the sheet holds none. */
export function heldLedger(held: HeldCells): HeldLedger | undefined {
  const header = held.findIndex((line) => line[0] === KEY && line.includes(CHANGED));
  if (header < 0) return undefined;
  const heads = (held[header] ?? []).map(String);
  const rows = new Map<string, number>();
  let row = header + 1;
  const nth = counter();
  for (; String(held[row]?.[0] ?? '') !== ''; row++) rows.set(nth(String(held[row]?.[0])), row);
  return { header, heads, rows, end: row };
}

/** Tells rows of one key apart by their order. */
function counter(): (key: string) => string {
  const seen = new Map<string, number>();
  return (key) => {
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? key : `${key}#${String(times)}`;
  };
}

/** What people decided on a 标准台账, by the rows of the ledger that it was made from. */
export function conclusionsOn(held: HeldCells, ledger: Ledger): ReadonlyMap<number, Conclusion> {
  const table = heldLedger(held);
  if (!table) return new Map();
  const nth = counter();
  const decided = new Map<number, Conclusion>();
  ledger.kinds.forEach((kind, row) => {
    if (kind !== 'data') return;
    const key = codeOfRow(ledger, row);
    const line = key === undefined ? undefined : table.rows.get(nth(key));
    if (line === undefined) return;
    const word = (head: string) => String(held[line]?.[table.heads.indexOf(head)] ?? '');
    const own = { status: word(DECIDED.status), tier: word(DECIDED.tier), path: word(DECIDED.path) };
    if (Object.values(own).some((text) => text !== '')) decided.set(row, own);
  });
  return decided;
}

/** The code that 标准台账 has as a row's key; undefined where the row has none and is told by its place. */
export function codeOfRow(ledger: Ledger, row: number): string | undefined {
  return textAt(ledger, 'creditCode', row) ?? textAt(ledger, 'parcelId', row);
}
