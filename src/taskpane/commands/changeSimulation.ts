import type { SimulationState } from '../state/simulationState';
import type { PaneContext } from './context';

/** Changes what the pane holds of 推演. */
export function changeSimulation({ store }: PaneContext, next: (simulation: SimulationState) => SimulationState): void {
  store.update((state) => ({ ...state, simulation: next(state.simulation) }));
}

/** A comparison is about scenarios as they were. */
export function withoutComparison(simulation: SimulationState): SimulationState {
  const { comparison: _comparison, ...rest } = simulation;
  return rest;
}
