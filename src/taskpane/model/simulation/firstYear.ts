import type { PaneState } from '../../state/paneState';

/** The first year of the scenario: the person's, else that of the base date, else this year. */
export function firstYearOf({ simulation, asOf }: PaneState, thisYear: number): number {
  return simulation.scenario.firstYear ?? (asOf === undefined ? thisYear : Number(asOf.slice(0, 4)));
}
