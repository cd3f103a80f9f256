import type { Day } from '../quantity/day';
import type { Ledger } from '../ledger/readLedger';
import type { PolicyPack } from '../policy/pack';

/** A policy as it is to be applied: values already those of the day, with a workbook's own values over them. */
export interface AppliedPolicy {
  readonly pack: PolicyPack;
  readonly asOf?: Day;
  readonly values: ReadonlyMap<string, number>;
  /** 产出线 by 区镇 in 万元/亩, and the general one under ''. */
  readonly outputLines: ReadonlyMap<string, number>;
  /** A workbook's own values or rules stand in place of the document's. */
  readonly edited?: boolean;
  /** The policy's numbers that a formula's argument gave as 0, which may be a blank: the policy's own stand. */
  readonly zeros?: readonly string[];
}

/** What a ledger is judged by: the policy, and the rows that averages are taken over (none for a single row). */
export interface AssessContext {
  readonly policy: AppliedPolicy;
  readonly cohort?: Ledger;
}
