import type { PaneState } from '../state/paneState';
import type { ParcelSettings, Ruling } from '../state/targetState';
import { setParcels } from './changeTargets';
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
  };
}
