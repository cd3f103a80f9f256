import type { Day } from '../../engine/quantity/index';
import type {
  AllocationChance,
  AllocationProblem,
  ChanceAsk,
  Infeasible,
  StockRow,
  YearMeasure,
} from '../../engine/allocate/index';
import type { PlannedParcel } from '../../engine/report/index';
import type { Assessment } from '../model/verdict/assessment';
import type { Scenario } from './simulationState';

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
  /** Parcels of paths that are not planned for, such of which nobody has said what is done, and such whose measure cannot be worked out. */
  readonly leftOut: number;
  readonly undecided: number;
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

const START_YEARS: YearSettings = { count: 3, typed: {}, measures: {}, starts: {} };

/** The sheets that a person may want besides the target sheet itself. */
export type ExtraSheet = 'paths' | 'closeOut' | 'ranking' | 'bands' | 'tasks';

export type Ruling = 'must' | 'not';

export interface TownshipBounds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** By what a parcel is known again when the ledger is read anew. */
export function rulingKey({ key, enterprise, township }: Pick<StockRow, 'key' | 'enterprise' | 'township'>): string {
  return [key, enterprise, township].join('|');
}

/** What parcels are chosen by: the objective, money of the year in 万元, parcels a quarter, each township's least part (%) of its share by weights. */
export interface ParcelSettings {
  readonly objective: 'leastCost' | 'mostNetBenefit';
  readonly fund?: number | undefined;
  readonly cases?: number | undefined;
  readonly leastPart: number;
  /** Parcels of one 更新单元 are taken together. */
  readonly wholeUnits: boolean;
  /** Parcels that each 产业集聚区 is to have at least. */
  readonly perCluster?: number | undefined;
  /** 试点 townships begin at once, the others in a later quarter, counted from 0. */
  readonly pilots: readonly string[];
  readonly othersFrom: number;
  /** 亩 of a township at least and at most, by its name. */
  readonly bounds: Readonly<Record<string, TownshipBounds>>;
  /** Parcels that must be taken and those that must not, by `rulingKey`. */
  readonly ruled: Readonly<Record<string, Ruling>>;
  /** Plan so much that the targets are reached eight times in ten though work slips. */
  readonly eightInTen: boolean;
}

/** How a target is set and split, as the person typed it; shares and weights are percentages. */
export interface TargetSettings {
  /** Left out: the year of the base date, else this year. */
  readonly year?: number;
  /** The target in 亩; left out: that of the proposal chosen. */
  readonly total?: number | undefined;
  /** Which of the policy's targets, by its place in the list; left out: the first that is an area or a share. */
  readonly proposal?: number | 'own';
  readonly weights: { readonly stock: number; readonly gap: number; readonly done: number };
  readonly mostShare: number;
  readonly parcels: ParcelSettings;
  readonly years: YearSettings;
  readonly decimals: 0 | 1;
  /** The last day that counts; left out: the year's last. */
  readonly cutoff?: Day;
  /** Whether closings count from the year's first day, or all since the stock was listed. */
  readonly countFrom: 'year' | 'start';
  readonly extras: readonly ExtraSheet[];
  /** 方正小标宋 is not on every machine. */
  readonly titleFont: 'official' | 'common';
}

/** A split to compare with others; `gap` is that to the best there can be, where it was found parcel by parcel. */
export interface TargetAllocation {
  readonly settings: TargetSettings;
  readonly total: number;
  /** 亩 by township, in the order of `names`. */
  readonly names: readonly string[];
  readonly shares: readonly number[];
  readonly exact: readonly number[];
  readonly unallocated: number;
  readonly gap?: number;
  readonly plan?: readonly PlannedParcel[];
  /** How often each target is reached though work slips, where that was asked. */
  readonly chances?: readonly AllocationChance[];
  /** The ledger that it was computed from: another one makes it stale. */
  readonly assessment: Assessment;
}

/** What more or less of the target costs, or brings in net benefit: 亩 and 万元, NaN where the limits do not allow so much. */
export interface FrontierPoint {
  readonly area: number;
  readonly money: number;
}

/** A target to be met parcel by parcel, and what its rows and codes stand for. */
export interface ParcelQuestion {
  readonly problem: AllocationProblem;
  readonly chance?: ChanceAsk;
  readonly rows: readonly StockRow[];
  /** Townships, and clusters, by code less 1. */
  readonly names: readonly string[];
  readonly clusters: readonly string[];
  /** 亩 closed out already, by township and in all; 亩 of the target in all. */
  readonly done: readonly number[];
  readonly total: number;
  readonly settings: TargetSettings;
  readonly assessment: Assessment;
}

export interface TargetState {
  readonly settings: TargetSettings;
  readonly allocations: readonly TargetAllocation[];
  /** Which allocation is taken for the sheet. */
  readonly chosen: number;
  /** Parcels are being chosen, and how good the best is so far. */
  readonly searching?: { readonly gap?: number } | undefined;
  /** Why parcels could not be chosen, and the nearest change. */
  readonly conflict?: { readonly question: ParcelQuestion; readonly infeasible: Infeasible } | undefined;
  /** The plan over several years. */
  readonly years: YearState;
  /** What other amounts would cost, and under which settings that was found. */
  readonly frontier?: { readonly of: ParcelSettings; readonly points: readonly FrontierPoint[] } | undefined;
  /** Why an issued number was changed, for the log. */
  readonly reason: string;
}

/** More than this many splits cannot be compared side by side in the pane. */
export const MOST_ALLOCATIONS = 3;

export function initialTargets(): TargetState {
  return {
    settings: {
      weights: { stock: 60, gap: 30, done: 10 },
      mostShare: 100,
      parcels: {
        objective: 'leastCost',
        leastPart: 50,
        eightInTen: false,
        wholeUnits: true,
        pilots: [],
        othersFrom: 0,
        bounds: {},
        ruled: {},
      },
      years: START_YEARS,
      decimals: 0,
      countFrom: 'start',
      extras: [],
      titleFont: 'official',
    },
    allocations: [],
    years: {},
    chosen: 0,
    reason: '',
  };
}
