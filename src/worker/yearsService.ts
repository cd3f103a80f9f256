import { releaseProxy, type ProxyMethods } from 'comlink';
import { hindsightSteps, studySteps } from '../engine/years/index';
import type { Progress } from '../engine/simulate/index';
import type { ProgressListener } from './protocol';
import { runSteps } from './runSteps';
import type { YearsAnswer, YearsQuestion, YearsService } from './yearsProtocol';

/** A service that learns from ledgers and looks back, in slices; it is stopped by ending its worker. */
export function createYearsService(): YearsService {
  return {
    async years(question, onProgress: ProgressListener & Partial<ProxyMethods>) {
      try {
        return await runSteps(answered(question), { isCancelled: () => false, onProgress });
      } finally {
        const close: (() => void) | undefined = onProgress[releaseProxy];
        close?.();
      }
    },
  };
}

function* answered(question: YearsQuestion): Generator<Progress, YearsAnswer> {
  if (question.kind === 'hindsight') return yield* hindsightSteps(question.input);
  return { kind: 'study', study: yield* studySteps(question.input) };
}
