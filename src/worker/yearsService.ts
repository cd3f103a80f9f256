import { hindsightSteps, studySteps } from '../engine/years/index';
import type { Progress } from '../engine/simulate/index';
import { release } from './release';
import { runSteps } from './runSteps';
import type { YearsAnswer, PastYearsQuestion, YearsService } from './yearsProtocol';

/** A service that learns from ledgers and looks back, in slices; it is stopped by ending its worker. */
export function createYearsService(): YearsService {
  return {
    async years(question, onProgress) {
      try {
        return await runSteps(answered(question), { isCancelled: () => false, onProgress });
      } finally {
        release(onProgress);
      }
    },
  };
}

function* answered(question: PastYearsQuestion): Generator<Progress, YearsAnswer> {
  if (question.kind === 'hindsight') return yield* hindsightSteps(question.input);
  return { kind: 'study', study: yield* studySteps(question.input) };
}
