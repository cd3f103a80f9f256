import type { ConditionTree, NumberTree } from '../rule/tree';
import type { Day } from '../quantity/day';
import type { Basis } from './citation';
import type { PolicyParts } from './parts';

export type { Basis, Citation } from './citation';

/** A value over a period: `from` inclusive, `until` exclusive. */
export interface DatedValue {
  readonly value: number;
  /** Where the number follows from other values of the pack. */
  readonly formula?: NumberTree;
  readonly from: Day;
  readonly until?: Day;
  readonly basis: Basis;
}

export interface PackValue {
  readonly name: string;
  readonly unit: string;
  /** The entry of the document that it comes from: SZ-05. */
  readonly rule?: string;
  readonly dated: readonly DatedValue[];
}

/**
 * How a pack reads a field. `whenBlank` is a word; 'unknown' = 待核实; 'blank' = neither yes nor no, and not missing; of a day: it
 * has not come, and is later than any.
 */
export interface PackField {
  readonly name: string;
  readonly field: string;
  readonly whenBlank: string;
  /** The words of a field of free text, each with what ledgers write for it. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  /** What the ledgers of its place call the column besides what everybody does. */
  readonly synonyms?: readonly string[];
  /** What the reading is made of besides the cell; `isBlank`: whether there is nothing in it, 是 or 否. */
  readonly derive?: 'ageOfBuilding' | 'idleRule' | 'outputLevel' | 'isBlank';
  readonly assumption?: string;
}

/** A line of a decision table: the answer when its condition is the first to hold. */
export interface PackRule {
  readonly answer: string;
  readonly when: string;
  readonly condition: ConditionTree;
  readonly basis: Basis;
  /** The entry of the document that it comes from: SZ-11. */
  readonly rule?: string;
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

/** A measure that enterprises are scored by. */
export interface Indicator {
  readonly name: string;
  readonly formula: NumberTree;
  /** The name of a value, or undefined for what `against` says. */
  readonly benchmark?: string;
  /** The cohort's own mean where left out, its highest or lowest; `points`: the reading is itself the points, up to the weight. */
  readonly against?: 'most' | 'least' | 'points';
  readonly times: number;
  /** Infinity where nothing limits it. */
  readonly cap: number;
  readonly lowerIsBetter?: boolean;
  /** What a missing reading gets: the cohort's mean as its reading, or so many points. Left out, the row stays open. */
  readonly whenMissing?: 'mean' | number;
  /** Its points are rounded to so many, half away from 0, before they are added up. */
  readonly decimals?: number;
  readonly basis: Basis;
}

/** Enterprises that are ranked among themselves. Quotas are given from the best grade down. */
export interface GradingCohort {
  readonly name: string;
  readonly condition: ConditionTree;
  readonly method: 'ratio' | 'minMax';
  readonly weights: ReadonlyMap<string, number>;
  readonly quotas: readonly Quota[];
  /** The pack's name of a column: ranked, and held against a mean, within each of its words. */
  readonly each?: string;
  /** How many a share of the cohort is, where it is no whole number; 'down' where left out. */
  readonly rounding?: Rounding;
  /** The quotas of a cohort of fewer members than that. */
  readonly small?: { readonly under: number; readonly quotas: readonly Quota[] };
  /** What the weights come to where the document leaves the rest to others; 100 where left out. */
  readonly outOf?: number;
  readonly basis: Basis;
}

export type Rounding = 'down' | 'nearest' | 'up';

/** A grade's share of its cohort: about as much, or a bound for this grade alone that no rounding passes. */
export interface Quota {
  readonly grade: string;
  readonly share: number;
  readonly bound?: 'atMost' | 'atLeast';
}

/** A grade put in place of the rank's, where that is one of `from` (any, where left out); it may ask for scores and ranks. */
export interface GradeCorrection extends PackRule {
  readonly from?: readonly string[];
}

/** A grade without a rank; `counts`: the row counts in its cohort's mean, highest and lowest all the same. */
export interface OutrightGrade extends PackRule {
  readonly counts?: 'mean';
}

/** Bounds of a total: what is below the least counts as that, what is above the most as that. */
export interface TotalBounds {
  readonly least?: number;
  readonly most?: number;
  /** Rounded to so many, half away from 0, before it is ranked. */
  readonly decimals?: number;
  readonly basis: Basis;
}

/** Grades by weighted score and rank quota within cohorts; `outright` grades without ranking, the first that holds. */
export interface Grading {
  readonly indicators: readonly Indicator[];
  readonly cohorts: readonly GradingCohort[];
  readonly floor: number;
  readonly bonus?: NumberTree;
  readonly penalty?: NumberTree;
  /** What the total, bonus and penalty included, is multiplied by; without it a row has none. */
  readonly factor?: NumberTree;
  readonly total?: TotalBounds;
  readonly outright: readonly OutrightGrade[];
  /** After ranking, the first that holds: raised or lowered, or in the ranking without a grade of its own. */
  readonly after: readonly GradeCorrection[];
  /** What equal scores are told apart by, one after the other; more comes first, and what is missing last. */
  readonly ties?: readonly NumberTree[];
  /** Rows that share a word are one unit: these numbers are added up, anything else each of them says of the whole. */
  readonly together?: { readonly by: string; readonly add: readonly string[] };
}

/** A line of a measure: an amount, or words (`answer`) where the document sets no number; neither: nothing is set. */
export interface MeasureLine extends PackRule {
  readonly amount?: NumberTree;
}

/** What a policy sets by grade, tier or path in a unit of its own: a price, a share; the first line that holds. */
export interface Measure {
  readonly name: string;
  readonly unit: string;
  readonly lines: readonly MeasureLine[];
}

export type PackStatus = 'issued' | 'draft';

/** One instrument as data (design.md, Policy packs). `until` is exclusive. */
export interface PolicyPack {
  readonly id: string;
  /** The pack that it stands on where it says nothing itself: an issued text known only in parts, on its draft. */
  readonly extends?: string;
  /** Its place where policies are listed. */
  readonly order?: number;
  readonly title: string;
  readonly short: string;
  readonly place: string;
  readonly aliases: readonly string[];
  readonly status: PackStatus;
  readonly published: Day;
  readonly from?: Day;
  readonly until?: Day;
  /** Why the period is read so, where the document does not say it. */
  readonly periodAssumption?: string;
  readonly source: string;
  /** Whether 以下 and 以上 include the number, where the pack says so; they do where it does not. */
  readonly includesLine?: boolean;
  /** What stands for a formula or a condition in its rules, as its file writes it. */
  readonly formulas?: Readonly<Record<string, string>>;
  readonly conditions?: Readonly<Record<string, string>>;
  /** In the order in which missing fields are named. */
  readonly fields: readonly PackField[];
  readonly values: ReadonlyMap<string, PackValue>;
  readonly tiers?: readonly PackRule[];
  /** What a reader of a tier must know: whose target the line is. */
  readonly tierNote?: string;
  readonly bands?: PackBands;
  readonly paths?: readonly PackRule[];
  readonly grading?: Grading;
  readonly measures?: readonly Measure[];
  /** What a waiver of the extra land price rests on. */
  readonly waiver?: Basis;
  /** What stands beside it, of a pack that does not ship: its targets, tasks, lists and entries. */
  readonly folder?: PolicyParts;
}
