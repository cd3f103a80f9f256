import type { MergeChange } from '../../engine/share/index';
import type { WriteOutcome } from '../../workbook/port';
import { planMerge } from '../plans/share/planMerge';
import type { Collected } from '../state/shareState';
import { withCollected, withoutCollected } from '../state/withShare';
import { cellAt } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import { message, tell, type PaneContext } from '../commands/context';
import { formulaCells, isAmong, type HeldFormulas } from './formulaCells';
import { rereadWritten } from '../commands/readLedger';
import { isSameSource, refusalMessage } from '../commands/writeCommands';

/** The cells and the record of it all in one write, to be taken back together. */
export async function applyMerge(context: PaneContext): Promise<void> {
  const { store } = context;
  if (!(await isSameSource(context))) return;
  const done = await written(context);
  if (!done) return;
  const { count, outcome } = done;
  const sheet = outcome.sheets.at(-1)?.name ?? '';
  if (count > 0) await rereadWritten(context);
  const place = `“${count > 0 ? outcome.sheet.name : sheet}”`;
  const told = message(count > 0 ? 'success' : 'info', count > 0 ? 'applied' : 'appliedLogOnly', { count, sheet });
  const receipt = { receipt: outcome.receipt, place, changesSource: count > 0 };
  store.update((state) => ({ ...withoutCollected(state), written: receipt, message: told }));
}

interface Done {
  readonly count: number;
  readonly outcome: WriteOutcome & { readonly kind: 'done' };
}

/** Cells that turn out to hold formulas are left alone and said so; anything else that differs stops all of it. */
async function written(context: PaneContext): Promise<Done | undefined> {
  for (;;) {
    const { source, understanding, share } = context.store.get();
    if (!source || !understanding || !share.collected) return undefined;
    const { plan, writes } = planMerge(
      source,
      understanding.assessment,
      share.collected,
      context.clock().replace(' ', 'T'),
    );
    const outcome = await context.port.write(plan);
    if (outcome.kind === 'done') return { count: writes.length, outcome };
    const formulas = formulaCells(outcome);
    if (!formulas) {
      tellRefusal(context, outcome);
      return undefined;
    }
    const { collected } = share;
    context.store.update((state) => withCollected(state, withFormulas(collected, source, formulas)));
  }
}

function withFormulas(collected: Collected, source: Source, formulas: HeldFormulas): Collected {
  const isFormula = ({ row, column }: MergeChange) => isAmong(formulas, cellAt(source, row, column));
  const ids = new Set(collected.result.changes.filter(isFormula).map(({ id }) => id));
  const changes = collected.result.changes.map((change) =>
    ids.has(change.id) ? { ...change, kind: 'formula' as const } : change,
  );
  const decisions = new Map([...collected.decisions].filter(([id]) => !ids.has(id)));
  return { ...collected, result: { ...collected.result, changes }, decisions };
}

function tellRefusal(context: PaneContext, outcome: Exclude<WriteOutcome, { kind: 'done' }>): void {
  if (outcome.kind !== 'changed') {
    context.store.update((state) => ({ ...state, message: refusalMessage(outcome) }));
    return;
  }
  const shown = outcome.cells.slice(0, 5).map(({ address }) => address);
  const cells = `${shown.join('、')}${outcome.cells.length > shown.length ? ` 等 ${outcome.cells.length} 格` : ''}`;
  tell(context, message('warning', 'changedMeanwhile', { cells }));
}
