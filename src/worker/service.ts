import { transfer } from 'comlink';
import type { Progress, SimulationInput, SimulationOutcome } from '../engine/simulate/index';
import { buffersOf } from './buffersOf';
import type { DrawService } from './drawProtocol';
import { createDrawService } from './drawService';
import { createHolds } from './holds';
import type { ProgressListener, SimulateService } from './protocol';
import { release } from './release';
import { runSteps } from './runSteps';

/** The computation a service offers: the engine's `simulate`. */
export type Simulate = (input: SimulationInput) => Iterator<Progress, SimulationOutcome>;

/** A service that runs the computation in slices and can be cancelled between them. Results are handed over, not copied. */
export function createSimulateService(simulate: Simulate): SimulateService & DrawService {
  const cancelled = new Set<number>();
  const holds = createHolds();
  const draws = createDrawService((run) => cancelled.has(run), holds);
  return {
    ...draws,
    closeDraws(run) {
      cancelled.delete(run);
      holds.release(run);
      draws.closeDraws(run);
    },
    ping: () => 'alive',
    cancel(run) {
      cancelled.add(run);
      holds.release(run);
    },
    hold: (run, held) => (held ? holds.hold(run) : holds.release(run)),
    async simulate({ run, input }, onProgress?: ProgressListener) {
      try {
        const isCancelled = () => cancelled.has(run);
        const outcome = await runSteps(simulate(input), {
          isCancelled,
          onProgress: (progress) => onProgress?.(progress),
        });
        return transfer(outcome, [...buffersOf(outcome)]);
      } finally {
        cancelled.delete(run);
        release(onProgress);
      }
    },
  };
}
