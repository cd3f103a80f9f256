import type {
  AssumptionId,
  AssumptionOverrides,
  Correlation,
  Distributions,
  Goal,
  GoalOutcome,
  Knob,
  SimulationResult,
} from '../../engine/simulate/index';
import type { DrawnRun, PreviewAnswer } from '../../worker/drawProtocol';
import type { RunOutcome } from '../../worker/protocol';
import { type LeverSettings, startOfLevers } from '../levers/all';
import type { PastYears } from './pastYears';
import type { Assessment } from '../model/verdict/assessment';

/** Which rows count as inefficient land: the ledger's own column, a tier, or a path ("column", "tier:…", "path:…"). */
export type InefficientKey = 'column' | `tier:${string}` | `path:${string}`;

/** The county's own record behind an assumption: the value that was learnt, from ledgers of which years, of how many cases. */
export interface LearntGround {
  readonly value: number;
  readonly first: number;
  readonly last: number;
  readonly n: number;
}

/** How much wider than the model's own fans are to be by look-backs: of `n` figures `inside` lay within nine in ten; φ and s of docs/model.md, 12.6. */
export interface Widening {
  readonly factor: number;
  readonly n: number;
  readonly inside: number;
  readonly own: number;
  readonly yearly: number;
}

/** The levers and choices as the person set them; shares are percentages as typed. */
export interface Scenario extends LeverSettings {
  readonly name?: string;
  readonly firstYear?: number;
  /** Left out: the default, which is shown. */
  readonly inefficient?: readonly InefficientKey[];
  readonly assumptions: AssumptionOverrides;
  readonly distributions: Distributions;
  readonly correlations: readonly Correlation[];
  /** Assumptions that were learnt from the county's own ledgers. */
  readonly learnt?: Readonly<Partial<Record<AssumptionId, LearntGround>>>;
  /** Fans as wide as look-backs ask, beside the model's own. */
  readonly spread?: Widening;
  readonly draws: number;
}

/** A projection that was run, with the scenario it answers and the names of its townships by code. */
export interface Projection {
  readonly scenario: Scenario;
  readonly result: SimulationResult;
  /** The draws; left out while they are not there yet, or where a person stopped them before the first block. */
  readonly drawn?: DrawnRun;
  /** The judged ledger it was computed from. */
  readonly assessment: Assessment;
  readonly townships: readonly string[];
}

/** A run's end without a result; its words are in src/text/simulate.ts. */
export type RunFailure = Exclude<RunOutcome, { kind: 'done' }>;

/** A scenario kept in the workbook: what was asked, of which cells and policy, and where its results stand. */
export interface SavedScenario {
  readonly name: string;
  readonly scenario: Scenario;
  /** The headline as it was saved. */
  readonly headline: string;
  /** The ledger's cells before the run. */
  readonly ledgerHash: string;
  /** The same as read again after the run, when this was saved; left out by earlier versions. */
  readonly ledgerHashAfter?: string;
  readonly policyId: string;
  /** The policy with the workbook's own edits; left out by earlier versions. */
  readonly policyHash?: string;
  readonly asOf?: string;
  readonly seed: number;
  readonly draws: number;
  /** The add-in's version, and the day and time: 2024-06-30 15:20. */
  readonly version?: string;
  readonly savedAt?: string;
}

/** The parts of 推演, one a screen. */
export type SimulationPart = 'levers' | 'result' | 'comparison';

/** What a slider's position would bring, by the first draws of a run. */
export interface Preview {
  readonly lastYear: number;
  readonly disposalYear: number;
  readonly taxPerMu: PreviewAnswer;
  /** 亩均税收 of every year, the last one as `taxPerMu`. */
  readonly yearly: readonly PreviewAnswer[];
  readonly disposedArea: PreviewAnswer;
  /** The policy's target for disposal, where it sets one. */
  readonly target?: number;
}

export interface SimulationState {
  readonly scenario: Scenario;
  /** Fields on the screen that hold what cannot be taken. */
  readonly wrongFields: readonly string[];
  readonly projection?: Projection;
  /** How the last run ended, if without a result. */
  readonly failure?: RunFailure;
  readonly part: SimulationPart;
  readonly series: SeriesName;
  readonly preview?: Preview;
  readonly saved: readonly SavedScenario[];
  /** Names of the saved scenarios laid side by side. */
  readonly compared: readonly string[];
  readonly comparison?: readonly Projection[];
  /** The answer to the last goal that was sought. */
  readonly goal?: { readonly knob: Knob; readonly goal: Goal; readonly outcome: GoalOutcome };
  readonly pastYears?: PastYears;
  /** The scenario that was removed last, and where it stood: it can be had back. */
  readonly removed?: { readonly scenario: SavedScenario; readonly at: number };
}

/** The yearly figures a person can look at. */
export type SeriesName = 'taxPerMu' | 'tax' | 'landArea' | 'cumulativeValue' | 'disposedArea';

export function initialScenario(): Scenario {
  return {
    ...startOfLevers(),
    assumptions: {},
    distributions: {},
    correlations: [],
    draws: 5000,
  };
}

export function initialSimulation(): SimulationState {
  return { scenario: initialScenario(), wrongFields: [], part: 'levers', series: 'taxPerMu', saved: [], compared: [] };
}
