import type { Hindsight, HindsightInput, Study, StudyInput } from '../engine/years/index';
import type { DrawingFailure } from '../engine/simulate/index';
import type { Cancelled, ProgressListener, WorkerFailure } from './protocol';

/** What is asked of ledgers of several years: what they tell, or how well earlier ones foretold later ones. */
export type PastYearsQuestion =
  | { readonly kind: 'study'; readonly input: StudyInput }
  | { readonly kind: 'hindsight'; readonly input: HindsightInput };

/** What comes of it. */
export type YearsAnswer = { readonly kind: 'study'; readonly study: Study } | Hindsight | DrawingFailure;

/** How a call settles; it always does. */
export type YearsRun = YearsAnswer | Cancelled | WorkerFailure;

/** What the worker offers. */
export interface YearsService {
  years(question: PastYearsQuestion, onProgress: ProgressListener): Promise<YearsAnswer | Cancelled>;
}
