import type { PaneState } from '../state/paneState';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface CheckCommands {
  /** Writes 核对表. */
  readonly writeCheckSheet: Command;
}

/** Checks of figures against limits, as a sheet of classic formulas. */
export function checkCommands(context: PaneContext): CheckCommands {
  const assessed = ({ understanding, stale }: PaneState) => understanding?.assessment.policy !== undefined && !stale;
  return {
    writeCheckSheet: defineCommand(context, {
      name: 'writeCheckSheet',
      label: 'writeCheckSheet',
      enabled: assessed,
      during: 'writing',
      run: () => fetched(({ writeCheckSheet }) => writeCheckSheet(context)),
    }),
  };
}
