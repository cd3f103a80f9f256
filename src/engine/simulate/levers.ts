import type { WaiverBasis } from './waiverGate';

/** Rows a lever applies to, 1 or 0; left out means all. */
export type Eligible = Uint8Array;

/** Plot ratios of a park as a whole (园区统筹平衡): parcels may pass their own limit while the park keeps these. */
export interface ParkBalance {
  /** Greatest plot ratio of the whole park. */
  readonly plotRatio: number;
  /** Least share of green over the whole park, 0..1; a park below it is not balanced. */
  readonly greenRatio: number;
}

/** Raises the plot ratio of the eligible parcels, to a target or by a factor, within the plan. */
export interface PlotRatioLever {
  readonly target?: number;
  /** Instead of a target: times the parcel's own. */
  readonly factor?: number;
  readonly eligible?: Eligible;
  readonly parkBalance?: ParkBalance;
  /** Share of the new floors for compatible uses, as far as industrial floors keep `leastIndustrialShare` of the parcel. */
  readonly mixedShare?: number;
  /** 0.51 in Jiaxing (JX-06). */
  readonly leastIndustrialShare?: number;
}

/** Waives a share (0..1) of the land price on the added floor, where the gate is open. */
export interface WaiverLever {
  readonly share: number;
  readonly basis?: WaiverBasis;
}

/** How much of some inefficient land goes by when: a share (0..1, by area) by the end of a calendar year. */
export interface DisposalStep {
  readonly share: number;
  readonly byYear: number;
  /** Cumulative parts (0..1, rising to 1), one for each year through `byYear`; left out: equal yearly steps. */
  readonly schedule?: readonly number[];
}

/** A class of inefficient land with a pace of its own; a parcel belongs to the first class that takes it. */
export interface DisposalClass extends DisposalStep {
  readonly eligible: Eligible;
}

/** Disposes of inefficient land: all of it alike, or class by class. */
export interface DisposalLever extends DisposalStep {
  /** Left out, or where none takes a parcel: the lever's own share and year. */
  readonly classes?: readonly DisposalClass[];
  /** Money for acquisitions a year, wanYuan: years above it are reported. */
  readonly fundPerYear?: number;
}

/** Better use without building (提质): the own tax of those who respond rises in equal steps. */
export interface UpgradeLever {
  /** Rise once complete, as a share of the own tax. */
  readonly uplift: number;
  /** Years until it is complete, 1 or more. */
  readonly years: number;
  /** Share of owners who respond, 0..1. */
  readonly response: number;
  /** Public money for each mu of those who respond, wanYuan. */
  readonly costPerMu: number;
  readonly eligible?: Eligible;
}

/** A surcharge for each grade, A to D. */
export type GradeRates = readonly [number, number, number, number];

/** Differential prices by grade: yuan per kWh, per tonne of water, and per m2 of land a year. */
export interface PriceLever {
  readonly electricity?: GradeRates;
  readonly water?: GradeRates;
  readonly landUseTax?: GradeRates;
}

/** What a project on land granted again undertakes (标准地), and what it pays for falling short. */
export interface StandardLandLever {
  /** Tax undertaken, wanYuan per mu a year. */
  readonly taxPerMu: number;
  /** Share of the shortfall paid each year of full production. */
  readonly penaltyShare: number;
}

/** New land follows the stock disposed of (增存挂钩). */
export interface IncrementStockLever {
  /** Mu a year without the link. */
  readonly baseQuota: number;
  /** `tasks`: 10 % more where the year's task is met, 20 % less where not, as it is without one; `byDisposal`: half of the area disposed of. */
  readonly mode: 'tasks' | 'byDisposal';
}

/** A share of the tax of new projects goes to another township. */
export interface TaxSharingLever {
  readonly share: number;
  /** Code of the township that receives. */
  readonly to: number;
}

/** The yearly pool for acquisitions: 0.5 % of the income from land and what is added; what is left stays in it. */
export interface FundLever {
  /** Income from land a year, wanYuan. */
  readonly landRevenue: number;
  readonly other?: number;
  /** Income from granting disposed land again flows back into the pool. */
  readonly rolling?: boolean;
}

/** The levers of a scenario; one left out does nothing. */
export interface Levers {
  readonly plotRatio?: PlotRatioLever;
  readonly waiver?: WaiverLever;
  readonly disposal?: DisposalLever;
  readonly upgrade?: UpgradeLever;
  readonly prices?: PriceLever;
  readonly standardLand?: StandardLandLever;
  readonly incrementStock?: IncrementStockLever;
  readonly taxSharing?: TaxSharingLever;
  readonly fund?: FundLever;
}
