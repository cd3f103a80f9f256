import type {
  DatedTarget,
  DrawingFailure,
  DrawnBlock,
  Goal,
  GoalOutcome,
  Knob,
  Metric,
  ParcelColumns,
  Swing,
  UncertainInput,
  UncertainResult,
  WaiverCurve,
} from '../engine/simulate/index';
import type { Cancelled, ProgressListener, WorkerFailure } from './protocol';

/** What is asked of a live preview: metrics in years counted from the first, and the targets whose chance is wanted. */
export interface PreviewQuestion {
  readonly input: UncertainInput;
  readonly asked: readonly { readonly metric: Metric; readonly year: number; readonly atLeast?: number }[];
}

/** The same for a worker that holds the parcels already, by the key under which it was given them. */
export interface HeldQuestion extends Pick<PreviewQuestion, 'asked'> {
  readonly input: Omit<UncertainInput, 'parcels'>;
  readonly parcels: number;
}

/** One thing asked, by the first draws of a run: the median, and how far it may be from that of many more draws. */
export interface PreviewAnswer {
  readonly p50: number;
  readonly error: number;
  readonly p5: number;
  readonly p95: number;
  /** The chance of reaching `atLeast`; NaN where none was asked. */
  readonly chance: number;
}

/** The answers of a preview, or what keeps it from any. */
export type PreviewOutcome = { readonly kind: 'preview'; readonly answers: readonly PreviewAnswer[] } | DrawingFailure;

/** What lies behind a result: swings of one assumption at a time, and the curve over the waived share. */
export interface Insight {
  readonly swings: Readonly<Partial<Record<Metric, readonly Swing[]>>>;
  readonly waiver?: WaiverCurve;
}

/** What the worker offers for draws; a run's number is chosen by the caller. Everything that passes is data. */
export interface DrawService {
  /** Plans a run; the worker keeps what it needs for its blocks. */
  openDraws(
    run: number,
    input: UncertainInput,
    onProgress?: ProgressListener,
  ): Promise<{ readonly kind: 'open' } | DrawingFailure | Cancelled>;
  drawBlock(run: number, block: number, onProgress?: ProgressListener): Promise<DrawnBlock | Cancelled>;
  summarise(
    run: number,
    blocks: readonly DrawnBlock[],
    targets: readonly DatedTarget[],
    onProgress?: ProgressListener,
  ): Promise<{ readonly kind: 'summary'; readonly result: UncertainResult; readonly insight: Insight } | Cancelled>;
  closeDraws(run: number): void;
  /** Keeps parcels for previews, in place of those kept before: a slider moves often, the ledger hardly ever. */
  holdParcels(key: number, parcels: ParcelColumns): void;
  preview(question: HeldQuestion): Promise<PreviewOutcome | Cancelled>;
  seek(run: number, input: UncertainInput, knob: Knob, goal: Goal): Promise<GoalOutcome | Cancelled>;
}

/** The draws of a run: all that were asked for, as many as were enough, or those done when a person stopped it. */
export interface DrawnRun {
  readonly kind: 'drawn';
  readonly extent: 'all' | 'enough' | 'partial';
  readonly result: UncertainResult;
  readonly insight: Insight;
}

/** How a run of draws settles; a stopped one gives what had been drawn a moment later. */
export type DrawRunOutcome =
  | DrawnRun
  | DrawingFailure
  | WorkerFailure
  | { readonly kind: 'stopped'; readonly partial: Promise<DrawnRun | undefined> };
