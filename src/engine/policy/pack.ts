import type { ConditionTree } from '../rule/tree';
import type { Day } from '../quantity/day';

/** Where a document says it, and its words to the letter. */
export interface Citation {
  readonly place: string;
  readonly quote: string;
}

/** What a value or a rule stands on. There is no room for one that stands on nothing. */
export type Basis =
  | { readonly kind: 'cited'; readonly citation: Citation; readonly assumption?: string }
  | { readonly kind: 'assumed'; readonly assumption: string }
  | { readonly kind: 'reported'; readonly source: string; readonly seen: string; readonly note: string };

/** A value over a period: `from` inclusive, `until` exclusive. */
export interface DatedValue {
  readonly value: number;
  readonly from: Day;
  readonly until?: Day;
  readonly basis: Basis;
}

export interface PackValue {
  readonly name: string;
  readonly unit: string;
  readonly dated: readonly DatedValue[];
}

/** How a pack reads a field. `whenBlank` is a word; 'unknown' = 待核实; 'blank' = neither yes nor no, and not missing. */
export interface PackField {
  readonly name: string;
  readonly field: string;
  readonly whenBlank: string;
  readonly derive?: 'ageOfBuilding' | 'idleRule' | 'outputLevel';
  readonly assumption?: string;
}

/** A line of a decision table: the answer when its condition is the first to hold. */
export interface PackRule {
  readonly answer: string;
  readonly when: string;
  readonly condition: ConditionTree;
  readonly basis: Basis;
}

/** Lines that depend on a group of clusters: two readings, `floor` and `ceiling`, take the values of the row's group. */
export interface PackBands {
  /** The pack's name of the field that tells the group. */
  readonly field: string;
  readonly floor: string;
  readonly ceiling: string;
  readonly groups: readonly BandGroup[];
}

/** A group by its name or any member's; `floor` and `ceiling` are names of the pack's values. */
export interface BandGroup {
  readonly name: string;
  readonly members: readonly string[];
  readonly floor: string;
  readonly ceiling: string;
}

export type PackStatus = 'issued' | 'draft';

/** One instrument as data (design.md, Policy packs). `until` is exclusive. */
export interface PolicyPack {
  readonly id: string;
  readonly title: string;
  readonly short: string;
  readonly place: string;
  readonly aliases: readonly string[];
  readonly status: PackStatus;
  readonly published: Day;
  readonly from?: Day;
  readonly until?: Day;
  readonly source: string;
  /** In the order in which missing fields are named. */
  readonly fields: readonly PackField[];
  readonly values: ReadonlyMap<string, PackValue>;
  readonly tiers?: readonly PackRule[];
  /** What a reader of a tier must know: whose target the line is. */
  readonly tierNote?: string;
  readonly bands?: PackBands;
  readonly paths?: readonly PackRule[];
  /** What a waiver of the extra land price rests on. */
  readonly waiver?: Basis;
}
