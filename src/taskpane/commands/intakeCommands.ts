import type { FixKind } from '../../engine/ledger/index';
import type { EntityRules } from '../../engine/entity/index';
import { RULES_KEY } from '../model/reading/entityRules';
import { withRules, type PaneState } from '../state/paneState';
import type { Command } from './command';
import { defineCommand, type PaneContext } from './context';
import { understand } from './understand';
import { fetched } from './fetched';

export interface IntakeCommands {
  /** Tidies cells of the ledger: one kind of fix, or all. */
  readonly applyFixes: Command<FixKind | 'all'>;
  readonly writeFindings: Command;
  readonly writeReconciliation: Command;
  readonly setRules: Command<Partial<EntityRules>>;
}

export function intakeCommands(context: PaneContext): IntakeCommands {
  const ready = ({ understanding, stale }: PaneState) => understanding !== undefined && !stale;
  return {
    applyFixes: defineCommand<FixKind | 'all'>(context, {
      name: 'applyFixes',
      label: 'applyFixes',
      enabled: (state) => ready(state) && (state.understanding?.fixes.length ?? 0) > 0,
      during: 'writing',
      run: (kind) => fetched(({ applyFixes }) => applyFixes(context, kind)),
    }),
    writeFindings: defineCommand(context, {
      name: 'writeFindings',
      label: 'writeFindings',
      enabled: ready,
      during: 'writing',
      run: () => fetched(({ writeFindings }) => writeFindings(context)),
    }),
    writeReconciliation: defineCommand(context, {
      name: 'writeReconciliation',
      label: 'writeReconciliation',
      enabled: ready,
      during: 'writing',
      run: () => fetched(({ writeReconciliation }) => writeReconciliation(context)),
    }),
    setRules: defineCommand<Partial<EntityRules>>(context, {
      name: 'setRules',
      label: 'setRules',
      enabled: ({ source }) => source !== undefined,
      run: (change) => setRules(context, change),
    }),
  };
}

async function setRules(context: PaneContext, change: Partial<EntityRules>): Promise<void> {
  const rules = { ...context.store.get().rules, ...change };
  await understand(context, (state) => withRules(state, rules));
  await context.port.saveSetting(RULES_KEY, rules);
}
