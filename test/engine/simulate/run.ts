import type { Day } from '../../../src/engine/quantity/day';
import type { Progress } from '../../../src/engine/simulate/progress';
import type { SimulationInput } from '../../../src/engine/simulate/scenario';
import { simulate, type SimulationOutcome, type SimulationResult } from '../../../src/engine/simulate/simulate';

/** The first day of the test scenarios. */
export const firstDay = '2024-01-01' as Day;

/** Drives a simulation to its end. */
export function finish(input: SimulationInput): { outcome: SimulationOutcome; progress: Progress[] } {
  const progress: Progress[] = [];
  // What is planned happens, unless a test says otherwise.
  const steps = simulate({ ...input, assumptions: { disposalOnTime: 1, ...input.assumptions } });
  let step = steps.next();
  for (; !step.done; step = steps.next()) progress.push(step.value);
  return { outcome: step.value, progress };
}

/** The result of a simulation that is expected to succeed. */
export function resultOf(input: SimulationInput): SimulationResult {
  const { outcome } = finish(input);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.result;
}

/** Counts of a result's notices by code. */
export function countsOf(result: SimulationResult): Record<string, number> {
  return Object.fromEntries(result.notices.map(({ code, count }) => [code, count]));
}
