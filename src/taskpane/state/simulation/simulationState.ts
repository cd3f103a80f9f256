import type { AssumptionOverrides, SimulationResult } from '../../../engine/index';
import type { RunOutcome } from '../../../worker/protocol';
import type { Assessment } from '../assessment';

/** Which rows count as inefficient land: the ledger's own column, a tier, or a path ("column", "tier:…", "path:…"). */
export type InefficientKey = 'column' | `tier:${string}` | `path:${string}`;

/** The levers and choices as the person set them; shares are percentages as typed. */
export interface Scenario {
  readonly firstYear?: number;
  readonly plotRatio: { readonly on: boolean; readonly target: number; readonly who: 'all' | 'inefficient' };
  readonly waiver: {
    readonly on: boolean;
    readonly percent: number;
    readonly basis?: string;
    /** Where the ledger has no 用途 column: take every parcel for industrial land whose use stays. An assumption. */
    readonly takeAsIndustrial: boolean;
  };
  readonly disposal: { readonly on: boolean; readonly percent: number; readonly years: number };
  /** Left out: the default, which is shown. */
  readonly inefficient?: readonly InefficientKey[];
  readonly assumptions: AssumptionOverrides;
}

/** A projection that was run, with the scenario it answers and the names of its townships by code. */
export interface Projection {
  readonly scenario: Scenario;
  readonly result: SimulationResult;
  /** The judged ledger it was computed from. */
  readonly assessment: Assessment;
  readonly townships: readonly string[];
}

/** A run's end without a result; its words are in src/text/simulate.ts. */
export type RunFailure = Exclude<RunOutcome, { kind: 'done' }>;

export interface SimulationState {
  readonly scenario: Scenario;
  readonly projection?: Projection;
  /** How the last run ended, if without a result. */
  readonly failure?: RunFailure;
  readonly series: SeriesName;
}

/** The yearly figures a person can look at. */
export type SeriesName = 'taxPerMu' | 'tax' | 'landArea' | 'cumulativeValue';

export function initialSimulation(): SimulationState {
  return {
    scenario: {
      plotRatio: { on: true, target: 1.5, who: 'all' },
      waiver: { on: false, percent: 100, takeAsIndustrial: false },
      disposal: { on: true, percent: 50, years: 3 },
      assumptions: {},
    },
    series: 'taxPerMu',
  };
}
