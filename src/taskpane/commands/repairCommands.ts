import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface RepairCommands {
  /** 修复公式, looked at first: every formula that would be entered again, with its cell. */
  readonly checkRepair: Command;
  /** 修复公式: enters our functions again where a program without the add-in has left #NAME? or another spelling. */
  readonly repairFormulas: Command;
}

export function repairCommands(context: PaneContext): RepairCommands {
  return {
    checkRepair: defineCommand(context, {
      name: 'checkRepair',
      label: 'checkRepair',
      during: 'collecting',
      enabled: ({ customFunctions }) => customFunctions,
      run: () => fetched(({ checkRepair }) => checkRepair(context)),
    }),
    repairFormulas: defineCommand(context, {
      name: 'repairFormulas',
      label: 'repairFormulas',
      during: 'writing',
      enabled: ({ share }) => (share.repair ?? []).some(({ plan, sheet }) => plan && !sheet.protected),
      run: () => fetched(({ repairFormulas }) => repairFormulas(context)),
    }),
  };
}
