import { allocate, allocateWithChance } from '../../../src/engine/allocate/index';
import type { PaneContext } from '../../../src/taskpane/commands/context';
import { solver } from '../../engine/allocate/solver';

/** Solves on this thread what the page gives to a worker. */
export const allocateHere: PaneContext['allocator'] = async ({ problem, chance }, options) => {
  const searching = chance
    ? allocateWithChance(problem, chance, { solver: await solver })
    : allocate(problem, await solver);
  for (let step = searching.next(); ; step = searching.next()) {
    if (!step.done) options?.onProgress?.(step.value);
    else return 'outcome' in step.value ? { ...step.value.outcome, chances: step.value.chances } : step.value;
  }
};
