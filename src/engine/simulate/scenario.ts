import type { Day } from '../quantity/day';
import type { AssumptionOverrides } from './assumption';
import type { Levers } from './levers/all';
import type { ParcelColumns } from './parcels';
import type { TierLines } from './tierLines';

/** All that a projection depends on: its answer is the same wherever and whenever it runs. */
export interface SimulationInput {
  readonly parcels: ParcelColumns;
  readonly levers: Levers;
  /** The first day of the scenario; its calendar year is year 0. */
  readonly firstDay: Day;
  readonly assumptions?: AssumptionOverrides;
  readonly tierLines?: TierLines;
}
