import { finish, type Steps } from '../../steps/steps';
import type { Rows } from './cell';
import { checkRatios } from './checkRatios';
import { checkTotals } from './checkTotals';
import type { Discrepancy } from './discrepancy';
import { duplicates } from './duplicates';
import type { Ledger } from './readLedger';
import { sameNames } from './sameNames';
import { totalRows } from './totalRows';

/**
 * Holds a ledger's cells against one another: totals, 亩均 columns, codes that occur twice. It changes nothing. `starts` are the
 * first rows of its tables.
 */
export function reconcile(ledger: Ledger, rows: Rows, starts?: readonly number[]): Discrepancy[] {
  return finish(reconcileSteps(ledger, rows, starts));
}

/** The same in steps. */
export function* reconcileSteps(
  { headers, kinds, columns }: Ledger,
  rows: Rows,
  starts?: readonly number[],
): Steps<Discrepancy[]> {
  const totals = totalRows(rows, kinds, starts);
  const land = headers.byField.has('landArea') ? undefined : columns.get('landArea');
  const hasParts = ['ownedArea', 'rentedInArea'].some((id) => headers.byField.has(id));
  const parts = hasParts && land?.kind === 'number' ? land.values : undefined;
  const found: Discrepancy[] = yield* checkTotals(rows, headers.columns, totals);
  for (const one of yield* checkRatios(rows, { headers, kinds, totals, ...(parts ? { landOfParts: parts } : {}) })) {
    found.push(one);
  }
  for (const one of yield* duplicates(rows, { headers, kinds })) found.push(one);
  for (const one of yield* sameNames(rows, { headers, kinds })) found.push(one);
  return found;
}
