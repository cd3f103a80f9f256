import type { Fix, FixKind } from '../../engine/ledger/index';
import type { WriteReceipt } from '../../workbook/port';
import { planChangeLog } from '../plans/ledger/planChangeLog';
import { findingLines, planFindings } from '../plans/ledger/planFindings';
import { planFixes } from '../plans/ledger/planFixes';
import { differencesOf, planReconciliation } from '../plans/ledger/planReconciliation';
import { cellAt } from '../model/reading/places';
import type { Source } from '../model/reading/source';
import { message, tell, type PaneContext } from '../commands/context';
import { formulaCells, isAmong } from './formulaCells';
import { rereadWritten } from '../commands/readLedger';
import { carryOut, isSameSource, refusal } from '../commands/writeCommands';

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

/** The cells first, then their log; without a log nothing stays changed. Both are taken back together. */
export async function applyFixes(context: PaneContext, kind: FixKind | 'all'): Promise<void> {
  const { store, port } = context;
  if (!(await isSameSource(context))) return;
  const { source, understanding } = store.get();
  if (!source || !understanding) return;
  const wanted = understanding.fixes.filter((fix) => kind === 'all' || fix.kind === kind);
  const done = await replace(context, source, wanted);
  if (!done) return;
  const plan = planChangeLog(source, understanding.assessment, done.fixes);
  const log = await port.write({ ...plan, activate: false });
  if (log.kind !== 'done') {
    await port.undo(done.receipt);
    store.update((state) => ({ ...state, message: refusal(log) }));
    return;
  }
  const skipped = wanted.length - done.fixes.length;
  const values = { count: done.fixes.length, sheet: log.sheet.name, skipped };
  await rereadWritten(context);
  const place = `“${source.contents.sheet.name}”`;
  store.update((state) => ({
    ...state,
    message: message('success', skipped > 0 ? 'fixesSkipped' : 'fixesWritten', values),
    written: { receipt: done.receipt, also: [log.receipt], place, changesSource: true },
  }));
}

interface Replaced {
  readonly fixes: readonly Fix[];
  readonly receipt: WriteReceipt;
}

/** Cells that turn out to hold formulas are left alone; anything else that differs stops all of it. */
async function replace(context: PaneContext, source: Source, fixes: readonly Fix[]): Promise<Replaced | undefined> {
  let rest = fixes;
  for (;;) {
    const outcome = await context.port.write(planFixes(source, rest));
    if (outcome.kind === 'done') return { fixes: rest, receipt: outcome.receipt };
    const formulas = formulaCells(outcome);
    if (!formulas) {
      context.store.update((state) => ({ ...state, message: refusal(outcome) }));
      return undefined;
    }
    // They are told sheet by sheet.
    rest = rest.filter(({ row, column }) => !isAmong(formulas, cellAt(source, row, column)));
    if (rest.length > 0) continue;
    tell(context, message('info', 'fixesOnlyFormulas', { count: fixes.length }));
    return undefined;
  }
}
