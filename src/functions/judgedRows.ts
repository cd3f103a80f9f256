import { definedOnly } from '../engine/column/index';
import { readLedger, type HeaderMatch, type Ledger, type Rows } from '../engine/ledger/index';
import {
  columnsNamed,
  fieldsRead,
  judge,
  type AppliedPolicy,
  type AssessContext,
  type Judgement,
} from '../engine/assess/index';
import { functionText } from '../text/functions';
import type { Argument } from './arguments';
import { notAvailable } from './failure';
import { headersOf, rowsUnder } from './headersArgument';
import { policyOf } from './policyArgument';

/** The rows as a policy's measures read them; the rows are the cohort that is ranked. #N/A without a policy. */
export function measuredRows(given: Omit<Arguments, 'cohort'>): { ledger: Ledger; context: AssessContext } {
  const applied = policyOf(given.policy, given.asOf);
  const wanted = columnsNamed(applied.pack);
  const headers = headersOf(given.headers, wanted);
  const ledger = ledgerOf(headers, rowsUnder(headers, given.rows, 'rows'), applied);
  return { ledger, context: { policy: applied, ...(ledger.rows > 1 ? { cohort: ledger } : {}) } };
}

interface Arguments {
  readonly headers: Argument;
  readonly rows: Argument;
  readonly policy: Argument;
  readonly asOf: Argument;
  readonly cohort: Argument;
}

/** The paths of the rows; #N/A without a policy or where it has no paths, #VALUE! for ranges that do not fit. */
export function judgedRows(given: Arguments): Judgement {
  const applied = policyOf(given.policy, given.asOf);
  const { pack } = applied;
  const wanted = columnsNamed(pack);
  const headers = headersOf(given.headers, wanted);
  const ledger = ledgerOf(headers, rowsUnder(headers, given.rows, 'rows'), applied);
  const cohort = cohortOf(given.cohort, { headers, ledger, applied });
  const judgement = judge(ledger, { policy: applied, ...definedOnly({ cohort }) }, 'paths');
  if (!judgement) throw notAvailable(functionText('noPaths', { policy: pack.short }));
  return judgement;
}

function ledgerOf(headers: HeaderMatch, rows: Rows, { pack }: AppliedPolicy): Ledger {
  return readLedger(headers, rows, { fields: fieldsRead(pack), zeroIsBlank: true });
}

/** Left out, the cohort is the rows themselves, except that one row alone has none. */
function cohortOf(
  argument: Argument,
  { headers, ledger, applied }: { headers: HeaderMatch; ledger: Ledger; applied: AppliedPolicy },
): Ledger | undefined {
  const rows = rowsUnder(headers, argument, 'cohort');
  if (rows.length > 0) return ledgerOf(headers, rows, applied);
  return ledger.rows > 1 ? ledger : undefined;
}
