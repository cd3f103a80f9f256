import type { Day } from '../quantity/day';
import type { AssumptionOverrides } from './assumption';
import type { TierLines } from './tierLines';
import type { WaiverBasis } from './waiverGate';

/**
 * The parcels as columns of equal length, one row a parcel. NaN is missing; a column left out is missing in every row.
 * landArea in mu, taxPaid in wanYuan a year, floorArea in m2; yes/no columns hold 1, 0 or NaN.
 */
export interface ParcelColumns {
  readonly landArea: Float64Array;
  readonly taxPaid: Float64Array;
  readonly plotRatio?: Float64Array;
  readonly plannedPlotRatio?: Float64Array;
  readonly floorArea?: Float64Array;
  readonly isIndustrialCarrier?: Float64Array;
  readonly useUnchanged?: Float64Array;
  readonly inefficient?: Float64Array;
  /** Codes of a dictionary; 0 is no township. */
  readonly township?: Uint32Array | Uint16Array | Uint8Array;
  /** Row numbers of the ledger, for findings. Left out: 1, 2, 3 ... */
  readonly rowNumbers?: Uint32Array | Float64Array;
}

/** Raises the plot ratio of the eligible parcels to a target, decided in the first year. `eligible` left out means all. */
export interface PlotRatioLever {
  readonly target: number;
  readonly eligible?: Uint8Array;
}

/** Waives a share (0..1) of the land price on the added floor, where the gate is open. */
export interface WaiverLever {
  readonly share: number;
  readonly basis?: WaiverBasis;
}

/**
 * Disposes of a share (0..1, by area) of the inefficient land by the end of a calendar year, in equal yearly steps from
 * the first year on, or by a schedule of cumulative parts (0..1, rising to 1), one for each of these years.
 */
export interface DisposalLever {
  readonly share: number;
  readonly byYear: number;
  readonly schedule?: readonly number[];
  /** Money for acquisitions a year, wanYuan: years above it are reported. */
  readonly fundPerYear?: number;
}

/** The three levers of a scenario; one left out does nothing. */
export interface Levers {
  readonly plotRatio?: PlotRatioLever;
  readonly waiver?: WaiverLever;
  readonly disposal?: DisposalLever;
}

/** All that a projection depends on: its answer is the same wherever and whenever it runs. */
export interface SimulationInput {
  readonly parcels: ParcelColumns;
  readonly levers: Levers;
  /** The first day of the scenario; its calendar year is year 0. */
  readonly firstDay: Day;
  readonly assumptions?: AssumptionOverrides;
  readonly tierLines?: TierLines;
}

/** What the computation is doing. */
export type SimulationPhase = 'reading' | 'planning' | 'baseline' | 'scenario';

/** Work done so far, in passes over the parcels: done of total. */
export interface Progress {
  readonly phase: SimulationPhase;
  readonly done: number;
  readonly total: number;
}
