import type { Day } from '../../engine/quantity/index';
import type { EditProblem, PackError, PolicyDifference, PolicyEdits, WholeDifference } from '../../engine/policy/index';
import type { Migration } from '../../engine/assess/index';
import type { Assessment } from '../model/verdict/assessment';
import type { OwnPolicy } from './ownPolicies';
import type { FormulaDoubt } from '../model/policy/formulaUnits';
import type { LocatedCell, RangeCells } from '../model/policy/policyTables';

/** The workbook's own policy in force in the pane, over the built-in one of this id. */
export interface AcceptedEdits {
  readonly packId: string;
  readonly edits: PolicyEdits;
  /** The range that 亩均政策 stands for, as it was read: what formulas will get. */
  readonly parameters: RangeCells;
  readonly differences: readonly LocatedDifference[];
}

export interface LocatedDifference {
  readonly difference: PolicyDifference | WholeDifference;
  readonly at?: LocatedCell;
}

export interface LocatedProblem {
  readonly problem: EditProblem | { readonly in: 'whole'; readonly problem: PackError };
  readonly at: LocatedCell;
}

/** Something to be noted about an edited policy, with its cell where it has one. */
export interface LocatedFinding {
  readonly text: string;
  readonly at?: LocatedCell;
}

/** What was found when the two sheets were read back: cells that cannot be used, or changes to be looked at. */
export type Review =
  | { readonly kind: 'broken'; readonly problems: readonly LocatedProblem[] }
  | { readonly kind: 'changes'; readonly accepted: AcceptedEdits; readonly findings?: readonly LocatedFinding[] };

/** The same ledger under two policies or days. */
export interface PolicyComparison {
  readonly policyId: string;
  readonly asOf?: Day;
  readonly before: Assessment;
  readonly after: Assessment;
  readonly tiers?: Migration;
  readonly paths?: Migration;
  readonly grades?: Migration;
  /** From the grades that the ledger has to those that the other policy gives. */
  readonly ledgerGrades?: Migration;
}

/** What the screen 政策 works on. */
export interface PolicyWork {
  /** Policies that were loaded into this workbook. */
  readonly own: readonly OwnPolicy[];
  readonly accepted?: AcceptedEdits;
  readonly review?: Review;
  /** The sheets that hold the workbook's own policy, and whether somebody edited them since they were read. */
  readonly sheetIds: readonly string[];
  readonly edited: boolean;
  readonly comparison?: PolicyComparison;
  /** 万元/亩 around a line within which a reading counts as near. */
  readonly margin: number;
  readonly doubts?: readonly FormulaDoubt[];
}

/** Nothing read, nothing compared; near is half a 万元/亩. */
export function initialPolicyWork(): PolicyWork {
  return { own: [], sheetIds: [], edited: false, margin: 0.5 };
}
