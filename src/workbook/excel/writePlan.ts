import { plannedAreas } from '../plannedCells';
import { plannedSheets } from '../plannedSheets';
import type { WriteOutcome, WritePlan } from '../port';
import { applyPlan, startTraces } from './applyPlan';
import { checkTarget } from './checkTarget';
import { isElaborate } from './newSheet';
import type { OwnWrites } from './ownWrites';
import { hasUndoGroups, inExcel, inUndoGroup, portError } from './run';
import { restore } from './restore';

/** Writes a plan whole or not at all: looks first whether its cells are blank, and clears them again when it breaks off. */
export async function writePlan(plan: WritePlan, own: OwnWrites): Promise<WriteOutcome> {
  const asOneStep = hasUndoGroups() && !plannedSheets(plan).some(isElaborate);
  const outcome = await attempt(plan, own, asOneStep ? inUndoGroup : inExcel);
  // Excel's answer when one of the calls cannot be part of an undo step: better written than undone by Ctrl+Z.
  const again = outcome.kind === 'failed' && outcome.code === 'UndoNotSupported' && outcome.leftBehind === undefined;
  return again ? attempt(plan, own, inExcel) : outcome;
}

/** Every existing sheet is looked at before anything is written to one. */
async function firstRefusal(plan: WritePlan): Promise<WriteOutcome | undefined> {
  for (const { sheet, blocks } of plannedSheets(plan)) {
    const refusal = 'id' in sheet ? await checkTarget(sheet.id, blocks) : undefined;
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

async function attempt(plan: WritePlan, own: OwnWrites, run: typeof inExcel): Promise<WriteOutcome> {
  const traces = startTraces(plan);
  const ours = traces.map(({ plan: { sheet, blocks } }) => ({
    ...('id' in sheet ? { sheetId: sheet.id } : {}),
    areas: plannedAreas(blocks),
  }));
  try {
    const refusal = await firstRefusal(plan);
    if (refusal !== undefined) return refusal;
    return await own.during(ours, () => run((context) => applyPlan(context, plan, traces)));
  } catch (error) {
    const { code, message } = portError(error);
    const leftBehind = await own.during(ours, () => restore(traces));
    return { kind: 'failed', code, message, ...(leftBehind === undefined ? {} : { leftBehind }) };
  }
}
