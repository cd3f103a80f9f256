import type { SimulationPhase } from '../../engine/simulate/index';

/** Work going on: how far it is, and when it began (milliseconds) so that the remaining time can be told. */
export interface Busy {
  readonly task:
    | 'reading'
    | 'writing'
    | 'undoing'
    | 'simulating'
    | 'learning'
    | 'lookingBack'
    | 'making'
    | 'collecting'
    | 'allocating'
    | 'reporting';
  readonly done: number;
  readonly total: number;
  readonly since: number;
  readonly stoppable: boolean;
  /** What a projection is doing; only the draws are counted one by one. */
  readonly phase?: SimulationPhase;
  /** It can be made to wait, and whether it does. */
  readonly waits?: boolean;
}
