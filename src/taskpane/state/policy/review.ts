import {
  findPack,
  policyDifferences,
  readParameterTable,
  readPolicyEdits,
  type Day,
  type EditProblem,
  type PolicyDifference,
  type PolicyPack,
} from '../../../engine/index';
import { located, type LocatedCell, type RangeCells } from './policyTables';
import type { AcceptedEdits, LocatedDifference, Review } from './policyWork';

/** The two ranges of the workbook's own policy; the rules may be missing. */
export interface PolicyRanges {
  readonly parameters: RangeCells;
  readonly decisions?: RangeCells;
}

/** The policy that a 政策参数 table names, or undefined where it names none that is built in. */
export function packOfTable({ parameters }: PolicyRanges): PolicyPack | undefined {
  const table = readParameterTable(parameters.cells);
  return 'code' in table || table.policy === undefined ? undefined : findPack(table.policy);
}

/** Reads the workbook's own policy over a pack: what is broken, or what is different, each with its cell. */
export function reviewOf(pack: PolicyPack, ranges: PolicyRanges, asOf: Day | undefined): Review {
  const { parameters, decisions = parameters } = ranges;
  const edits = readPolicyEdits(pack, parameters.cells, decisions.cells);
  if ('problems' in edits) {
    return { kind: 'broken', problems: edits.problems.map((problem) => ({ problem, at: placeOf(problem, ranges) })) };
  }
  const { values, lines } = policyDifferences(pack, edits, asOf);
  const differences = [
    ...values.map((one) => locatedDifference(one, parameters)),
    ...lines.map((one) => locatedDifference(one, decisions)),
  ];
  return { kind: 'changes', accepted: { packId: pack.id, edits, parameters, differences } };
}

function placeOf(problem: EditProblem, { parameters, decisions = parameters }: PolicyRanges): LocatedCell {
  const own = problem.problem;
  if (problem.in === 'decisions') return located(decisions, problem.problem.place);
  if ('row' in own) return located(parameters, { row: own.row - 1, column: own.code === 'noHeader' ? 0 : 1 });
  return located(parameters, own.place);
}

function locatedDifference(difference: PolicyDifference, range: RangeCells): LocatedDifference {
  return 'place' in difference ? { difference, at: located(range, difference.place) } : { difference };
}

/** What tells one set of edits from another, kept in the workbook: only edits that were looked at are taken up again. */
export function fingerprint({ packId, differences }: AcceptedEdits): string {
  return JSON.stringify([packId, differences.map(({ difference }) => ({ ...difference, place: undefined }))]);
}
