import { definedOnly } from '../engine/column/index';
import { parseDay, type Day } from '../engine/quantity/index';
import {
  builtInPacks,
  findPack,
  isWholePolicy,
  PackError,
  readParameterTable,
  readPolicyEdits,
  reading,
  type PolicyPack,
} from '../engine/policy/index';
import { applyPolicy, type AppliedPolicy } from '../engine/assess/index';
import { functionText } from '../text/functions';
import { packErrorText } from '../text/packErrors';
import { problemText } from '../text/policyTable';
import { matrixOf, scalarOf, type Argument } from './arguments';
import { invalid, notAvailable } from './failure';

/** The policy that the arguments `policy` and `asOf` ask for. Left out it is #N/A: no county's rules are ever assumed. */
export function policyOf(policy: Argument, asOf: Argument): AppliedPolicy {
  const day = asOfDay(asOf);
  const matrix = matrixOf(policy, 'policy');
  const isTable = matrix.length > 1 || (matrix[0]?.length ?? 0) > 1;
  if (!isTable) return applyPolicy(packNamed(scalarOf(policy, 'policy')), day === undefined ? {} : { asOf: day });
  if (isWholePolicy(matrix)) return applyPolicy(wholeIn(matrix), day === undefined ? {} : { asOf: day });
  const pack = packNamed(namedIn(matrix));
  const edits = readPolicyEdits(pack, matrix, matrix, { zeroIsBlank: true });
  if ('problems' in edits) throw invalid(problemText(edits.problems[0], pack));
  return applyPolicy(edits.pack, { overlay: edits.overlay, ...definedOnly({ asOf: day }) });
}

/** A whole policy in cells; refused with the first cell that cannot be used. */
function wholeIn(matrix: ReturnType<typeof matrixOf>): PolicyPack {
  try {
    return reading().wholePolicyOf(matrix);
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    throw invalid(packErrorText(error));
  }
}

/** The policy that the table itself names; a table that cannot be read is refused before anything is said of its policy. */
function namedIn(matrix: ReturnType<typeof matrixOf>): string | undefined {
  const table = readParameterTable(matrix, { zeroIsBlank: true });
  if ('code' in table) throw invalid(problemText({ in: 'parameters', problem: table }));
  return table.policy;
}

const NAME_ERROR = '#NAME?';

function packNamed(name: string | number | undefined): PolicyPack {
  if (name === undefined) throw notAvailable(functionText('noPolicy', {}));
  // Between Chinese quotes a name is no text to Excel but a name it does not know.
  if (name === NAME_ERROR) throw invalid(functionText('chineseQuotes', {}));
  const pack = findPack(String(name));
  if (!pack) throw invalid(functionText('unknownPolicy', { name: String(name), known: knownPolicies() }));
  return pack;
}

function knownPolicies(): string {
  return builtInPacks()
    .map((pack) => `"${pack.short}"`)
    .join('、');
}

/** The base date that an argument gives, undefined where left out; #VALUE! where it is no date. */
export function asOfDay(asOf: Argument): Day | undefined {
  const value = scalarOf(asOf, 'asOf');
  if (value === undefined) return undefined;
  const day = parseDay(value);
  if (day === undefined) throw invalid(functionText('badDay', { name: String(value) }));
  return day;
}
