import type { YearLedger } from '../../../engine/years/index';
import type { PaneState } from '../../state/paneState';
import type { PastLedger, PastYears } from '../../state/pastYears';
import { ledgerTitle } from '../reading/whereCellsStand';
import { yearOfLedger } from './yearOfLedger';

/** Why earlier ledgers cannot be learnt from yet: none chosen, a year not known, two of one year. */
export type YearsLack = 'none' | 'ownYear' | 'year' | 'sameYear';

/** The year of the ledger that is open: a person's word, else what the ledger says. */
export function ownYearOf({ source, simulation }: PaneState): number | undefined {
  return simulation.pastYears?.ownYear ?? (source && yearOfLedger(source, ledgerTitle(source)));
}

/** The earlier ledgers that take part: those of which nothing is asked. */
export function takingPart({ ledgers }: PastYears): readonly PastLedger[] {
  return ledgers.filter(({ open }) => !open);
}

/** What keeps the ledgers from being learnt from. */
export function yearsLack(state: PaneState): YearsLack | undefined {
  const part = takingPart(state.simulation.pastYears ?? { ledgers: [], notes: [], choice: 'then' });
  const own = ownYearOf(state);
  if (part.length === 0) return 'none';
  if (own === undefined) return 'ownYear';
  if (part.some(({ year }) => year === undefined)) return 'year';
  return new Set([own, ...part.map(({ year }) => year)]).size <= part.length ? 'sameYear' : undefined;
}

/** All ledgers that take part with the open one, oldest first. */
export function yearsInOrder(part: readonly PastLedger[], own: YearLedger): YearLedger[] {
  return [...part.map(({ table, year = NaN }) => ({ ...table, year })), own].sort((a, b) => a.year - b.year);
}
