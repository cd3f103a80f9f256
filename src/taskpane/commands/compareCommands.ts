import type { ChosenFile } from '../state/shareState';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface CompareCommands {
  /** Holds the ledger that is open against that of an earlier file, on a sheet of its own. */
  readonly compareWith: Command<ChosenFile>;
}

export function compareCommands(context: PaneContext): CompareCommands {
  return {
    compareWith: defineCommand<ChosenFile>(context, {
      name: 'compareWith',
      label: 'comparePeriods',
      enabled: ({ understanding, stale }) => understanding !== undefined && !stale,
      during: 'collecting',
      run: (file) => fetched(({ compareWith }) => compareWith(context, file)),
    }),
  };
}
