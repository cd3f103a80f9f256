import { readLedger, type Cell, type HeaderMatch, type Ledger } from '../engine/ledger/index';
import { fieldsRead, judge, verdictAt, type AppliedPolicy, type Judgement } from '../engine/assess/index';
import { functionText, unresolvedText } from '../text/functions';
import { headerNotes } from '../text/headerNotes';
import type { Argument, Matrix } from './arguments';
import { notAvailable } from './failure';
import { headersOf, rowsUnder } from './headersArgument';
import { policyOf } from './policyArgument';
import { whyRows } from './whyRows';

/**
 * RENEWAL_PATH: the path of each row, one column. `headers` has 1 to 3 rows and says which column is which and its unit.
 * Rows that are not data answer ''. Missing data is 待核实：缺 …; #N/A without a policy; #VALUE! for ranges that do not fit.
 */
export function renewalPath(
  headers: Argument,
  rows: Argument,
  policy: Argument,
  asOf?: Argument,
  cohort?: Argument,
): string[][] {
  const judgement = judged({ headers, rows, policy, asOf, cohort });
  const answers = Array.from({ length: judgement.ledger.rows }, (_, row) => [pathText(judgement, row)]);
  return answers.length > 0 ? answers : [['']];
}

/** MUJUN_RENEWAL_WHY: reason, 万元 to the next line, clause and status, one row for each row. */
export function mujunRenewalWhy(
  headers: Argument,
  rows: Argument,
  policy: Argument,
  asOf?: Argument,
  cohort?: Argument,
): Cell[][] {
  const judgement = judged({ headers, rows, policy, asOf, cohort });
  return whyRows(judgement, headerNotes(judgement.ledger.headers, fieldsRead(judgement.context.policy.pack)));
}

interface Arguments {
  readonly headers: Argument;
  readonly rows: Argument;
  readonly policy: Argument;
  readonly asOf: Argument;
  readonly cohort: Argument;
}

function judged(given: Arguments): Judgement {
  const applied = policyOf(given.policy, given.asOf);
  const { pack } = applied;
  const wanted = pack.fields.map((field) => field.field);
  const headers = headersOf(given.headers, wanted);
  const ledger = ledgerOf(headers, rowsUnder(headers, given.rows, 'rows'), applied);
  const cohort = cohortOf(given.cohort, { headers, ledger, applied });
  const judgement = judge(ledger, { policy: applied, ...(cohort ? { cohort } : {}) }, 'paths');
  if (!judgement) throw notAvailable(functionText('noPaths', { policy: pack.short }));
  return judgement;
}

function ledgerOf(headers: HeaderMatch, rows: Matrix, { pack }: AppliedPolicy): Ledger {
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

function pathText(judgement: Judgement, row: number): string {
  const verdict = verdictAt(judgement, row);
  if (verdict.kind === 'notData') return '';
  return verdict.kind === 'answer' ? verdict.answer : unresolvedText(verdict.missing);
}
