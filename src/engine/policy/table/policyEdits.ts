import { definedOnly } from '../../column/definedOnly';
import type { Rows } from '../../ledger/cell';
import type { Day } from '../../quantity/day';
import type { PolicyPack } from '../pack';
import { readParameterTable, type ParameterProblem, type ParameterTable } from '../parameterTable';
import { withHead } from '../policyHead';
import { withIncludesLine } from '../includesLine';
import { parameterProblems, type ValueProblem } from './checkParameters';
import {
  conventionDifference,
  headDifferences,
  lineDifferences,
  valueDifferences,
  type PolicyDifference,
} from './differences';
import { readDecisionTable, type ReadTable, type TableProblem } from './readDecisionTable';

/** A workbook's own policy, as its two tables say it: the pack with the table's rules, and the values over it. */
export interface PolicyEdits {
  readonly pack: PolicyPack;
  readonly overlay: ParameterTable;
  readonly decisions?: ReadTable;
}

/** What keeps a workbook's own policy from being used; places are those of the range that `in` names. */
export type EditProblem =
  | { readonly in: 'parameters'; readonly problem: ParameterProblem | ValueProblem }
  | { readonly in: 'decisions'; readonly problem: TableProblem };

/** Reads a workbook's 政策参数 over a pack, and its 判定表 from a range of its own or from the same one. */
export function readPolicyEdits(
  pack: PolicyPack,
  parameters: Rows,
  decisions: Rows = parameters,
  options: { readonly zeroIsBlank?: boolean } = {},
): PolicyEdits | { readonly problems: readonly EditProblem[] } {
  const overlay = readParameterTable(parameters, options);
  const includesLine = 'code' in overlay ? undefined : overlay.includesLine;
  const base = includesLine === undefined ? pack : withIncludesLine(pack, includesLine);
  const table = readDecisionTable(decisions, base, options);
  const problems: EditProblem[] = [
    ...('code' in overlay ? [overlay] : parameterProblems(pack, overlay)).map((problem) => ({
      in: 'parameters' as const,
      problem,
    })),
    ...(table?.problems ?? []).map((problem) => ({ in: 'decisions' as const, problem })),
  ];
  if ('code' in overlay || problems.length > 0) return { problems };
  const edited = table ? { ...base, ...table.rules } : base;
  const named = overlay.head ? withHead(edited, base, overlay.head) : edited;
  return { pack: named, overlay, ...definedOnly({ decisions: table }) };
}

/** How a workbook's own policy differs from the pack it was made from. */
export function policyDifferences(
  pack: PolicyPack,
  { overlay, decisions }: PolicyEdits,
  asOf: Day | undefined,
): { readonly values: readonly PolicyDifference[]; readonly lines: readonly PolicyDifference[] } {
  return {
    values: [
      ...headDifferences(pack, overlay),
      ...conventionDifference(pack, overlay),
      ...valueDifferences(pack, overlay, asOf),
    ],
    lines: decisions ? lineDifferences(pack, decisions) : [],
  };
}
