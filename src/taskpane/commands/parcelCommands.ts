import type { PaneState } from '../state/paneState';
import { isYearPlanFresh } from '../model/targets/isYearPlanFresh';
import type { ParcelSettings, Ruling, YearSettings } from '../state/targetState';
import { setParcels, setYears } from './changeTargets';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface ParcelCommands {
  readonly setParcels: Command<Partial<ParcelSettings>>;
  /** Chooses parcels for the target; stopping keeps the best found so far. */
  readonly allocateParcels: Command;
  /** Says that the parcels selected in the ledger must, or must not, be taken, or neither. */
  readonly ruleParcels: Command<Ruling | undefined>;
  /** What other amounts than the target would cost. */
  readonly seekFrontier: Command;
  readonly setYears: Command<Partial<YearSettings>>;
  /** Chooses parcels for the targets of several years. */
  readonly planYears: Command;
  /** Writes the plan and each year's sheets. */
  readonly generateYears: Command;
}

export function parcelCommands(context: PaneContext): ParcelCommands {
  const enabled = ({ understanding, stale }: PaneState) => understanding?.assessment.policy !== undefined && !stale;
  return {
    setParcels: defineCommand<Partial<ParcelSettings>>(context, {
      name: 'setParcels',
      label: 'setTarget',
      run: (part) => setParcels(context, part),
    }),
    allocateParcels: defineCommand(context, {
      name: 'allocateParcels',
      label: 'allocateParcels',
      enabled,
      during: 'allocating',
      run: () => fetched(({ allocateParcels }) => allocateParcels(context)),
    }),
    ruleParcels: defineCommand<Ruling | undefined>(context, {
      name: 'ruleParcels',
      label: 'parcelsRuled',
      enabled,
      run: (ruling) => fetched(({ ruleParcels }) => ruleParcels(context, ruling)),
    }),
    seekFrontier: defineCommand(context, {
      name: 'seekFrontier',
      label: 'seekFrontier',
      enabled,
      during: 'allocating',
      run: () => fetched(({ seekFrontier }) => seekFrontier(context)),
    }),
    setYears: defineCommand<Partial<YearSettings>>(context, {
      name: 'setYears',
      label: 'setTarget',
      run: (part) => setYears(context, part),
    }),
    planYears: defineCommand(context, {
      name: 'planYears',
      label: 'planYears',
      enabled,
      during: 'allocating',
      run: () => fetched(({ planYears }) => planYears(context)),
    }),
    generateYears: defineCommand(context, {
      name: 'generateYears',
      label: 'generateYears',
      enabled: (state) => enabled(state) && isYearPlanFresh(state),
      during: 'writing',
      run: () => fetched(({ generateYears }) => generateYears(context)),
    }),
  };
}
