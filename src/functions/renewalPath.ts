import {
  fieldOf,
  fieldsRead,
  judge,
  matchHeaders,
  readLedger,
  unitsInNote,
  verdictAt,
  withoutUnitNotes,
  withUnitNotes,
  type AppliedPolicy,
  type Cell,
  type HeaderMatch,
  type Judgement,
  type Ledger,
} from '../engine/index';
import { functionText, unresolvedText } from '../text/functions';
import { headerNotes } from '../text/headerNotes';
import { matrixOf, withoutTail, type Argument, type Matrix } from './arguments';
import { invalid, notAvailable } from './failure';
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
  const headers = headersOf(given.headers, applied);
  const width = headers.columns.length;
  const rows = withoutTail(matrixOf(given.rows, 'rows'));
  const ledger = ledgerOf(headers, fitting(rows, width, 'widths'), applied);
  const cohort = cohortOf(given.cohort, { headers, ledger, applied });
  const judgement = judge(ledger, { policy: applied, ...(cohort ? { cohort } : {}) }, 'paths');
  if (!judgement) throw notAvailable(functionText('noPaths', { policy: pack.short }));
  return judgement;
}

function headersOf(argument: Argument, { pack }: AppliedPolicy): HeaderMatch {
  const matrix = matrixOf(argument, 'headers');
  if (matrix.length === 0) throw invalid(functionText('noHeaders', {}));
  if (matrix.length > 3) throw invalid(functionText('tooManyHeaders', { rows: String(matrix.length) }));
  const headers = withUnitNotes(matchHeaders(matrix.map(withoutUnitNotes)), unitsInNote(matrix.flat()));
  const wanted = pack.fields.map((field) => field.field);
  if (wanted.some((id) => headers.byField.has(id))) return headers;
  const labels = wanted.slice(0, 4).map((id) => fieldOf(id).label);
  throw invalid(functionText('headersUnknown', { wanted: labels.join('、') }));
}

function fitting(rows: Matrix, width: number, code: 'widths' | 'cohortWidths'): Matrix {
  const given = rows[0]?.length ?? width;
  if (given === width) return rows;
  throw invalid(functionText(code, { headers: String(width), rows: String(given) }));
}

function ledgerOf(headers: HeaderMatch, rows: Matrix, { pack }: AppliedPolicy): Ledger {
  return readLedger(headers, rows, { fields: fieldsRead(pack), zeroIsBlank: true });
}

/** Left out, the cohort is the rows themselves, except that one row alone has none. */
function cohortOf(
  argument: Argument,
  { headers, ledger, applied }: { headers: HeaderMatch; ledger: Ledger; applied: AppliedPolicy },
): Ledger | undefined {
  const matrix = withoutTail(matrixOf(argument, 'cohort'));
  if (matrix.length > 0) return ledgerOf(headers, fitting(matrix, headers.columns.length, 'cohortWidths'), applied);
  return ledger.rows > 1 ? ledger : undefined;
}

function pathText(judgement: Judgement, row: number): string {
  const verdict = verdictAt(judgement, row);
  if (verdict.kind === 'notData') return '';
  return verdict.kind === 'answer' ? verdict.answer : unresolvedText(verdict.missing);
}
