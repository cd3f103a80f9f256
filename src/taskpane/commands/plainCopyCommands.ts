import type { PaneState } from '../state/paneState';
import type { Command } from './command';
import { defineCommand, message, tell, type PaneContext } from './context';
import { fetched } from './fetched';

export interface PlainCopyCommands {
  /** 整本公式版: a copy of the whole workbook in which nothing needs the add-in. */
  readonly makePlainCopy: Command;
  readonly savePlainCopy: Command<'download' | 'open'>;
  /** 恢复公式, looked at first: what would come back, and what has changed meanwhile. */
  readonly checkRestore: Command;
  readonly restoreFunctions: Command;
}

export function plainCopyCommands(context: PaneContext): PlainCopyCommands {
  const { store } = context;
  const ready = ({ understanding, stale }: PaneState) => understanding !== undefined && !stale;
  return {
    makePlainCopy: defineCommand(context, {
      name: 'makePlainCopy',
      label: 'makePlainCopy',
      enabled: ready,
      during: 'making',
      run: () => fetched(({ makePlainCopy }) => makePlainCopy(context)),
    }),
    savePlainCopy: defineCommand<'download' | 'open'>(context, {
      name: 'savePlainCopy',
      label: 'saveOne',
      enabled: ({ share }) => share.plain !== undefined,
      run: async (how) => {
        const { plain } = store.get().share;
        if (!plain) return;
        const isRefused = context.files.refusesMacros === true && plain.name.endsWith('.xlsm');
        if (how === 'open' && isRefused) tell(context, message('warning', 'macrosOnMac'));
        else if (how === 'open') await context.port.openCopy(plain.bytes);
        else context.files.download?.(plain.bytes, plain.name);
      },
    }),
    checkRestore: defineCommand(context, {
      name: 'checkRestore',
      label: 'checkRestore',
      during: 'collecting',
      enabled: ({ customFunctions }) => customFunctions,
      run: () => fetched(({ checkRestore }) => checkRestore(context)),
    }),
    restoreFunctions: defineCommand(context, {
      name: 'restoreFunctions',
      label: 'restoreFunctions',
      during: 'writing',
      enabled: ({ share }) => (share.restore?.count ?? 0) > 0,
      run: () => fetched(({ restoreFunctions }) => restoreFunctions(context)),
    }),
  };
}
