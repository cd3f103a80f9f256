import { decideAll, undecidedOf, type ChangeFilter, type Decision } from '../../engine/share/index';
import type { Collected } from '../state/shareState';
import { withCollected, withoutCollected } from '../state/withShare';
import type { PaneState } from '../state/paneState';
import type { Command } from './command';
import { defineCommand, message, tell, type PaneContext } from './context';
import { fetched } from './fetched';

export interface MergeCommands {
  /** One change, by its id. */
  readonly decide: Command<{ readonly id: string; readonly decision: Decision }>;
  /** Many changes at once: a row, a department, a kind. */
  readonly decideAll: Command<{ readonly filter: ChangeFilter; readonly decision: Decision }>;
  /** Told first while something is not decided: nothing is closed unseen. */
  readonly applyMerge: Command;
  /** The same, on a person's word that the rest stays as it is here. */
  readonly applyMergeRest: Command;
  readonly dropCollected: Command;
}

export function mergeCommands(context: PaneContext): MergeCommands {
  const { store } = context;
  const hasCollected = ({ share }: PaneState) => share.collected !== undefined;
  const decided = (change: (collected: Collected) => Collected['decisions']) =>
    store.update((state) => {
      const { collected } = state.share;
      return collected ? withCollected(state, { ...collected, decisions: change(collected) }) : state;
    });
  return {
    decide: defineCommand<{ readonly id: string; readonly decision: Decision }>(context, {
      name: 'decide',
      label: 'accept',
      enabled: hasCollected,
      run: ({ id, decision }) => decided(({ decisions }) => new Map([...decisions, [id, decision]])),
    }),
    decideAll: defineCommand<{ readonly filter: ChangeFilter; readonly decision: Decision }>(context, {
      name: 'decideAll',
      label: 'acceptAll',
      enabled: hasCollected,
      run: (given) => decided(({ result, decisions }) => decideAll(result.changes, decisions, given)),
    }),
    applyMerge: defineCommand(context, {
      name: 'applyMerge',
      label: 'applyMerge',
      enabled: (state) => hasCollected(state) && !state.stale,
      during: 'writing',
      run: () =>
        undecided(store.get()) > 0 ? tellUndecided(context) : fetched(({ applyMerge }) => applyMerge(context)),
    }),
    applyMergeRest: defineCommand(context, {
      name: 'applyMergeRest',
      label: 'applyMergeRest',
      enabled: (state) => hasCollected(state) && !state.stale,
      during: 'writing',
      run: () => fetched(({ applyMerge }) => applyMerge(context)),
    }),
    dropCollected: defineCommand(context, {
      name: 'dropCollected',
      label: 'dropCollected',
      enabled: hasCollected,
      run: () => store.update(withoutCollected),
    }),
  };
}

function undecided({ share: { collected } }: PaneState): number {
  return collected ? undecidedOf(collected.result.changes, collected.decisions).length : 0;
}

function tellUndecided(context: PaneContext): void {
  tell(context, message('warning', 'mergeUndecided', { count: undecided(context.store.get()) }));
}
