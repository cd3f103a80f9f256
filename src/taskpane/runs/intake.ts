import type { Fix, FixKind } from '../../engine/ledger/index';
import type { WriteOutcome } from '../../workbook/port';
import { findingLines, planFindings } from '../plans/ledger/planFindings';
import { planFixes } from '../plans/ledger/planFixes';
import { differencesOf, planReconciliation } from '../plans/ledger/planReconciliation';
import { cellAt } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import type { Assessment } from '../model/verdict/assessment';
import { message, tell, type PaneContext } from '../commands/context';
import { formulaCells, isAmong } from './formulaCells';
import { rereadWritten } from '../commands/readLedger';
import { carryOut, isSameSource, refusalMessage } from '../commands/writeCommands';

/** Writes what was found in the cells. */
export async function writeFindings(context: PaneContext): Promise<void> {
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const given = { source, ...understanding };
  const count = findingLines(given).length;
  await carryOut(context, planFindings(given), ({ sheet: { name: sheet } }) => ({
    place: `“${sheet}”`,
    message: message('success', 'wroteFindings', { sheet, count }),
  }));
}

/** Writes the totals held against their rows. */
export async function writeReconciliation(context: PaneContext): Promise<void> {
  const { source, understanding } = context.store.get();
  if (!source || !understanding) return;
  const { assessment } = understanding;
  const count = differencesOf(source, assessment).length;
  await carryOut(context, planReconciliation(source, assessment), ({ sheet: { name: sheet } }) => ({
    place: `“${sheet}”`,
    message: message('success', 'wroteReconciliation', { sheet, count }),
  }));
}

/** The cells and their log in one write, to be taken back together. */
export async function applyFixes(context: PaneContext, kind: FixKind | 'all'): Promise<void> {
  const { store } = context;
  if (!(await isSameSource(context))) return;
  const { source, understanding } = store.get();
  if (!source || !understanding) return;
  const wanted = understanding.fixes.filter((fix) => kind === 'all' || fix.kind === kind);
  const done = await replace(context, { source, assessment: understanding.assessment }, wanted);
  if (!done) return;
  const { fixes, outcome } = done;
  const skipped = wanted.length - fixes.length;
  const values = { count: fixes.length, sheet: outcome.sheets.at(-1)?.name ?? '', skipped };
  await rereadWritten(context);
  const place = `“${source.contents.sheet.name}”`;
  store.update((state) => ({
    ...state,
    message: message('success', skipped > 0 ? 'fixesSkipped' : 'fixesWritten', values),
    written: { receipt: outcome.receipt, place, changesSource: true },
  }));
}

interface Replaced {
  readonly fixes: readonly Fix[];
  readonly outcome: WriteOutcome & { readonly kind: 'done' };
}

/** Cells that turn out to hold formulas are left alone; anything else that differs stops all of it. */
async function replace(
  context: PaneContext,
  { source, assessment }: { readonly source: Source; readonly assessment: Assessment },
  fixes: readonly Fix[],
): Promise<Replaced | undefined> {
  let rest = fixes;
  for (;;) {
    const outcome = await context.port.write(planFixes(source, assessment, rest));
    if (outcome.kind === 'done') return { fixes: rest, outcome };
    const formulas = formulaCells(outcome);
    if (!formulas) {
      context.store.update((state) => ({ ...state, message: refusalMessage(outcome) }));
      return undefined;
    }
    // They are told sheet by sheet.
    rest = rest.filter(({ row, column }) => !isAmong(formulas, cellAt(source, row, column)));
    if (rest.length > 0) continue;
    tell(context, message('info', 'fixesOnlyFormulas', { count: fixes.length }));
    return undefined;
  }
}
