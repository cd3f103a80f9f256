import type { LinearSolver } from './linearSolver';
import type { SearchEffort } from './solveChoice';

/** How far a row's limit gives way, in the limit's own unit. */
export interface RowChange {
  readonly row: number;
  readonly by: number;
}

/** What would make the limits fit, and the choice that then keeps them. */
export interface WayOut {
  readonly change: readonly RowChange[];
  readonly option: Int32Array;
  /** Whether it is proven that the limits cannot all be kept as they are. */
  readonly proven: boolean;
}

/** What the ways out are looked for with. */
export interface WayOutAsk {
  readonly isTarget: (row: number) => boolean;
  readonly solver: LinearSolver;
  readonly effort: SearchEffort;
}
