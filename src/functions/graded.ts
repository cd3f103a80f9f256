import { readLedger, type Ledger } from '../engine/ledger/index';
import { columnsNamed, fieldsRead, grade, type Grades } from '../engine/assess/index';
import { functionText } from '../text/functions';
import type { Argument } from './arguments';
import { notAvailable } from './failure';
import { headersOf, rowsUnder } from './headersArgument';
import { policyOf } from './policyArgument';

/** A whole cohort with its grades; #N/A without a policy and where the policy does not grade. */
export function graded(
  headers: Argument,
  cohort: Argument,
  policy: Argument,
  asOf: Argument,
): { readonly ledger: Ledger; readonly grades: Grades } {
  const applied = policyOf(policy, asOf);
  const { pack } = applied;
  const match = headersOf(headers, columnsNamed(pack));
  const ledger = readLedger(match, rowsUnder(match, cohort, 'cohort'), { fields: fieldsRead(pack), zeroIsBlank: true });
  const grades = grade(ledger, { policy: applied, cohort: ledger });
  if (!grades) throw notAvailable(functionText('noGrading', { policy: pack.short }));
  return { ledger, grades };
}
