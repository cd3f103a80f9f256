import type { PaneState } from '../state/paneState';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface ListCommands {
  /** Makes a list or cards by the id of its offer. */
  readonly makeList: Command<string>;
  readonly writeCleanLedger: Command;
}

/** The lists that documents name, as sheets. */
export function listCommands(context: PaneContext): ListCommands {
  const enabled = ({ understanding, stale }: PaneState) => understanding !== undefined && !stale;
  return {
    writeCleanLedger: defineCommand(context, {
      name: 'writeCleanLedger',
      label: 'writeCleanLedger',
      enabled,
      during: 'writing',
      run: () => fetched(({ writeCleanLedger }) => writeCleanLedger(context)),
    }),
    makeList: defineCommand<string>(context, {
      name: 'makeList',
      label: 'makeList',
      enabled,
      during: 'writing',
      run: (id) => fetched(({ makeList }) => makeList(context, id)),
    }),
  };
}
