import type { AllocationProblem, Infeasible, StockRow, YearMeasure } from '../../engine/allocate/index';
import type { Assessment } from '../model/verdict/assessment';
import type { Scenario } from './simulationState';
import type { TargetSettings } from './targetState';

/** What a person typed for a year: 亩 in all by its end, money in 万元, parcels. */
export interface YearTyped {
  readonly total?: number | undefined;
  readonly fund?: number | undefined;
  readonly cases?: number | undefined;
}

/** What is done with the parcels of a path. */
export type PathMeasure = YearMeasure | 'none';

/** A plan over several years, from the year of the target on; years by their number, so that they stay when the first one moves. */
export interface YearSettings {
  readonly count: number;
  readonly typed: Readonly<Record<string, YearTyped>>;
  /** By the path's word; left out: what the word says. */
  readonly measures: Readonly<Record<string, PathMeasure>>;
  /** The year in which a township begins, by its name; left out: the first. */
  readonly starts: Readonly<Record<string, number>>;
}

/** A year's cumulative target in 亩, who gave it, and its limits. */
export interface YearGoal extends YearTyped {
  readonly year: number;
  readonly total: number;
  readonly from: 'typed' | 'policy' | 'between';
}

/** Targets over several years, and what the problem's rows and codes stand for. */
export interface YearQuestion {
  readonly problem: AllocationProblem;
  readonly rows: readonly StockRow[];
  /** Townships, by code less 1; clusters play no part. */
  readonly names: readonly string[];
  readonly clusters: readonly string[];
  readonly goals: readonly YearGoal[];
  /** 亩 closed out so far, by township. */
  readonly done: readonly number[];
  /** Parcels of paths that are not planned for, and such whose measure cannot be worked out. */
  readonly leftOut: number;
  readonly unknown: number;
  readonly settings: TargetSettings;
  /** The assumptions and the upgrade that costs follow from. */
  readonly scenario: Pick<Scenario, 'assumptions' | 'upgrade'>;
  readonly assessment: Assessment;
}

/** A parcel taken: its row of the stock, the year, by which measure, at what public cost in 万元. */
export interface YearTaken {
  readonly row: number;
  readonly year: number;
  readonly measure: YearMeasure;
  readonly cost: number;
}

/** A plan, how far from the best it may be, and for each year how sure its target is and what eight draws in ten reach. */
export interface YearsPlan {
  readonly question: YearQuestion;
  readonly taken: readonly YearTaken[];
  readonly gap: number;
  readonly sure: readonly { readonly chance: number; readonly total: number }[];
}

/** What the pane holds of the years: the plan, or why there is none. */
export interface YearState {
  readonly plan?: YearsPlan | undefined;
  readonly conflict?: { readonly question: YearQuestion; readonly infeasible: Infeasible } | undefined;
}

export const START_YEARS: YearSettings = { count: 3, typed: {}, measures: {}, starts: {} };
