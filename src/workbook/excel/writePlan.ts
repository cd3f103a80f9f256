import { plannedAreas } from '../plannedCells';
import type { WriteOutcome, WritePlan } from '../port';
import { applyPlan } from './applyPlan';
import { checkTarget } from './checkTarget';
import type { OwnWrites } from './ownWrites';
import { hasUndoGroups, inExcel, inUndoGroup, portError } from './run';
import { restore, type WriteTrace } from './restore';

/** Writes a plan whole or not at all: looks first whether its cells are blank, and clears them again when it breaks off. */
export async function writePlan(plan: WritePlan, own: OwnWrites): Promise<WriteOutcome> {
  const outcome = await attempt(plan, own, hasUndoGroups() ? inUndoGroup : inExcel);
  // Excel's answer when one of the calls cannot be part of an undo step: better written than undone by Ctrl+Z.
  const again = outcome.kind === 'failed' && outcome.code === 'UndoNotSupported' && outcome.leftBehind === undefined;
  return again ? attempt(plan, own, inExcel) : outcome;
}

async function attempt(plan: WritePlan, own: OwnWrites, run: typeof inExcel): Promise<WriteOutcome> {
  const trace: WriteTrace = { blocks: plan.blocks, widths: [], replaced: [] };
  try {
    const refusal = 'id' in plan.sheet ? await checkTarget(plan.sheet.id, plan.blocks) : undefined;
    if (refusal !== undefined) return refusal;
    const sheetId = 'id' in plan.sheet ? plan.sheet.id : undefined;
    return await own.during(sheetId, plannedAreas(plan.blocks), () =>
      run((context) => applyPlan(context, plan, trace)),
    );
  } catch (error) {
    const { code, message } = portError(error);
    const leftBehind = await own.during(trace.sheetId, plannedAreas(plan.blocks), () => restore(trace));
    return { kind: 'failed', code, message, ...(leftBehind === undefined ? {} : { leftBehind }) };
  }
}
