import { longText, plannedAreas } from '../plannedCells';
import { plannedSheets } from '../plannedSheets';
import { PortError } from '../portError';
import type { WriteOutcome, WritePlan } from '../port';
import { withAnswer } from './answered';
import { applyPlan, startTraces } from './applyPlan';
import { checkTarget } from './checkTarget';
import { isElaborate } from './newSheet';
import type { OwnWrites } from './ownWrites';
import { hasUndoGroups, inExcel, inUndoGroup, portError } from './run';
import { restore } from './restore';

/** Excel cuts an undo step at about this many cells, and refuses some groups above it. */
const MOST_IN_A_GROUP = 1_500;

/** Writes a plan whole or not at all: looks first whether its cells are blank, and clears them again when it breaks off. */
export async function writePlan(plan: WritePlan, own: OwnWrites): Promise<WriteOutcome> {
  const asOneStep = goesAsOneStep(plan);
  const outcome = await attempt(plan, own, asOneStep ? inUndoGroup : inExcel);
  // Versions of Excel refuse a group with several codes (UndoNotSupported, GeneralException, InternalError …). Whatever
  // it was, nothing is left of it: better written than undone by Ctrl+Z. A write refused for the sheet's sake is no failure.
  const again =
    asOneStep && outcome.kind === 'failed' && outcome.leftBehind === undefined && !failsAlways(outcome.code);
  const last = again ? await attempt(plan, own, inExcel) : outcome;
  return last.kind === 'done' ? withAnswer(plan, last) : last;
}

/** Only where groups are known to work: on Excel for the web they fail with errors of its own (office-js 6255, 6711). */
function goesAsOneStep(plan: WritePlan): boolean {
  if (!hasUndoGroups() || Office.context.platform === Office.PlatformType.OfficeOnline) return false;
  const sheets = plannedSheets(plan);
  if (sheets.some(isElaborate)) return false;
  const cells = sheets
    .flatMap(({ blocks }) => plannedAreas(blocks))
    .reduce((sum, area) => sum + area.rows * area.columns, 0);
  return cells <= MOST_IN_A_GROUP;
}

/** A cell is being edited, or one would hold too much: the same call would fail the same way. */
function failsAlways(code: string): boolean {
  return code === 'InvalidOperationInCellEditMode' || code === 'TextTooLong';
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
    const long = longText(plan);
    if (long !== undefined) throw new PortError('TextTooLong', long);
    const refusal = await firstRefusal(plan);
    if (refusal !== undefined) return refusal;
    return await own.during(ours, () => run((context) => applyPlan(context, plan, traces)));
  } catch (error) {
    const { code, message } = portError(error);
    return { kind: 'failed', code, message, ...(await own.during(ours, () => restore(traces))) };
  }
}
