import type { ChosenFile, ShareRequest } from '../state/shareState';
import { withShare } from '../state/withShare';
import type { PaneState } from '../state/paneState';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { fetched } from './fetched';

export interface ShareCommands {
  readonly setShare: Command<Partial<ShareRequest>>;
  /** Looks through everything that the request would carry out of the house. */
  readonly checkLeaving: Command;
  readonly makeCopies: Command;
  /** All copies in one .zip, or one by its place in the list. */
  readonly saveCopies: Command<number | 'all'>;
  readonly openCopy: Command<number>;
  /** 导出 CSV: all rows of what the recipient may see, for other platforms to read in. */
  readonly saveCsv: Command;
  readonly collect: Command<readonly ChosenFile[]>;
}

export function shareCommands(context: PaneContext): ShareCommands {
  const { store } = context;
  const ready = ({ understanding, stale }: PaneState) => understanding !== undefined && !stale;
  const hasMade = ({ share }: PaneState) => (share.made?.files.length ?? 0) > 0;
  return {
    setShare: defineCommand<Partial<ShareRequest>>(context, {
      name: 'setShare',
      label: 'shareHave',
      run: (change) => store.update((state) => withShare(state, { request: { ...state.share.request, ...change } })),
    }),
    checkLeaving: defineCommand(context, {
      name: 'checkLeaving',
      label: 'shareCheck',
      enabled: ready,
      during: 'making',
      run: () => fetched(({ checkLeaving }) => checkLeaving(context)),
    }),
    makeCopies: defineCommand(context, {
      name: 'makeCopies',
      label: 'makeCopies',
      enabled: (state) => ready(state) && state.share.leaving?.request === state.share.request,
      during: 'making',
      run: () => fetched(({ makeCopies }) => makeCopies(context)),
    }),
    saveCopies: defineCommand<number | 'all'>(context, {
      name: 'saveCopies',
      label: 'saveZip',
      enabled: (state) => hasMade(state) && context.files.download !== undefined,
      run: (which) => fetched(({ saveCopies }) => saveCopies(context, which)),
    }),
    openCopy: defineCommand<number>(context, {
      name: 'openCopy',
      label: 'openOne',
      enabled: (state) => hasMade(state) && context.files.canOpen,
      run: async (which) => {
        const file = store.get().share.made?.files[which];
        if (file) await context.port.openCopy(file.bytes);
      },
    }),
    saveCsv: defineCommand(context, {
      name: 'saveCsv',
      label: 'saveCsv',
      enabled: (state) => ready(state) && context.files.download !== undefined,
      during: 'making',
      run: () => fetched(({ saveCsv }) => saveCsv(context)),
    }),
    collect: defineCommand<readonly ChosenFile[]>(context, {
      name: 'collect',
      label: 'collect',
      enabled: ready,
      during: 'collecting',
      run: (files) => fetched(({ collect }) => collect(context, files)),
    }),
  };
}
