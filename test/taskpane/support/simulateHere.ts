import { simulate } from '../../../src/engine/simulate/index';
import type { PaneContext } from '../../../src/taskpane/commands/context';

/** The simulation without its worker. */
export const simulateHere: PaneContext['simulator'] = {
  simulate: async (input, { onProgress, signal } = {}) => {
    const steps = simulate(input);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (signal?.aborted) return { kind: 'cancelled' };
      onProgress?.(step.value);
      await Promise.resolve();
    }
  },
};
