/** What the computation is doing. */
export type SimulationPhase = 'reading' | 'planning' | 'baseline' | 'scenario' | 'drawing' | 'summing';

/** Work done so far, in passes over the parcels: done of total. */
export interface Progress {
  readonly phase: SimulationPhase;
  readonly done: number;
  readonly total: number;
}
