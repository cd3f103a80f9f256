import type { Units } from '../../../engine/entity/index';
import { JUDGED_BY, type Ledger, type MergedSpan } from '../../../engine/ledger/index';

/** A ledger without the amounts that stand for several enterprises at once: until it is decided whose they are, none has them. */
export function withoutShared(ledger: Ledger, amounts: readonly MergedSpan[], lead: Units['lead']): Ledger {
  const columns = new Map(ledger.columns);
  for (const span of amounts) {
    const leads = new Set(
      Array.from({ length: span.rows }, (_, index) => lead[span.row + index] ?? -1).filter((row) => row >= 0),
    );
    if (leads.size < 2) continue;
    for (const [field, match] of ledger.headers.byField) {
      const column = columns.get(field);
      if (match.column !== span.column || column?.kind !== 'number') continue;
      const values = column.values.slice();
      for (const row of leads) values[row] = NaN;
      columns.set(field, { kind: 'number', values });
    }
  }
  return { ...ledger, columns };
}

/** A ledger in which some rows have nothing to be judged by. */
export function withoutRows(ledger: Ledger, rows: readonly number[]): Ledger {
  const columns = new Map(ledger.columns);
  for (const field of JUDGED_BY) {
    const column = columns.get(field);
    if (column?.kind !== 'number') continue;
    const values = column.values.slice();
    for (const row of rows) values[row] = NaN;
    columns.set(field, { kind: 'number', values });
  }
  return { ...ledger, columns };
}
