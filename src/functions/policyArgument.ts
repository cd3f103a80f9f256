import {
  applyPolicy,
  builtInPacks,
  findPack,
  parseDay,
  readParameterTable,
  type AppliedPolicy,
  type Day,
  type ParameterTable,
  type PolicyPack,
} from '../engine/index';
import { functionText } from '../text/functions';
import { matrixOf, scalarOf, type Argument } from './arguments';
import { invalid, notAvailable } from './failure';

/** The policy that the arguments `policy` and `asOf` ask for. Left out it is #N/A: no county's rules are ever assumed. */
export function policyOf(policy: Argument, asOf: Argument): AppliedPolicy {
  const day = dayOf(asOf);
  const matrix = matrixOf(policy, 'policy');
  const isTable = matrix.length > 1 || (matrix[0]?.length ?? 0) > 1;
  if (!isTable) return applyPolicy(packNamed(scalarOf(policy, 'policy')), day === undefined ? {} : { asOf: day });
  const overlay = tableOf(matrix);
  const pack = packNamed(overlay.policy);
  const unknown = [...overlay.values.keys()].find((name) => !pack.values.has(name));
  if (unknown !== undefined) throw invalid(functionText('unknownParameter', { name: unknown, policy: pack.short }));
  return applyPolicy(pack, { overlay, ...(day === undefined ? {} : { asOf: day }) });
}

function packNamed(name: string | number | undefined): PolicyPack {
  if (name === undefined) throw notAvailable(functionText('noPolicy', {}));
  const pack = findPack(String(name));
  if (!pack) throw invalid(functionText('unknownPolicy', { name: String(name), known: knownPolicies() }));
  return pack;
}

function knownPolicies(): string {
  return builtInPacks()
    .map((pack) => `"${pack.short}"`)
    .join('、');
}

function tableOf(matrix: ReturnType<typeof matrixOf>): ParameterTable {
  const read = readParameterTable(matrix);
  if (!('code' in read)) return read;
  throw invalid(functionText(read.code, { row: String(read.row), name: read.name }));
}

/** The base date that an argument gives, undefined where left out; #VALUE! where it is no date. */
export function dayOf(asOf: Argument): Day | undefined {
  const value = scalarOf(asOf, 'asOf');
  if (value === undefined) return undefined;
  const day = parseDay(value);
  if (day === undefined) throw invalid(functionText('badDay', { name: String(value) }));
  return day;
}
