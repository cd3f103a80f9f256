import {
  changesSince,
  cutoffOn,
  keptTownships,
  LOG_NAME,
  LOG_TOP,
  logLines,
  nextYearVersion,
  targetLines,
  targetLog,
  type HeldCells,
} from '../../engine/report/index';
import type { CellValue, SheetRef, WritePlan } from '../../workbook/port';
import type { PaneState } from '../state/paneState';
import { isHopeless, splitTarget } from '../model/targets/splitTarget';
import { targetInputOf } from '../plans/targets/targetInputOf';
import { targetModels } from '../plans/targets/targetModels';
import { targetYear } from '../model/targets/targetStock';
import { MOST_ALLOCATIONS, type TargetAllocation } from '../state/targetState';
import { planSheets } from '../plans/planSheets';
import { message, tell, type PaneContext } from '../commands/context';
import { earlierSheet, earlierSheets, fromCorner } from './earlierTargets';
import { carryOut, isSameSource } from '../commands/writeCommands';

/** A new split goes beside the earlier ones; the same settings again replace their own, another ledger all. */
export function split({ store, thisYear }: PaneContext): void {
  const result = splitTarget(store.get(), thisYear());
  if (!result || result.problems.some(isHopeless)) return;
  const { allocation } = result;
  store.update((state) => {
    const others = state.targets.allocations.filter((other) => isComparable(other, allocation));
    const allocations = [...others, allocation].slice(-MOST_ALLOCATIONS);
    return { ...state, targets: { ...state.targets, allocations, chosen: allocations.length - 1 } };
  });
}

function isComparable(other: TargetAllocation, now: TargetAllocation): boolean {
  const told = ({ total, shares, settings }: TargetAllocation) =>
    JSON.stringify([total, shares, settings.weights, settings.mostShare, settings.decimals]);
  return other.assessment === now.assessment && told(other) !== told(now);
}

/** Writes the sheets of the year; what people typed on the earlier ones stays. */
export async function generate(context: PaneContext): Promise<void> {
  if (!(await isSameSource(context))) return;
  const made = await yearSheets(context, await context.port.sheets(), context.store.get());
  if (!made) return;
  const { models, kept, gone, earlier } = made;
  await carryOut(context, planSheets('生成年度目标表', models), ({ sheet: { name: sheet } }) => ({
    place: `“${sheet}”`,
    message: earlier
      ? madeAgain({ sheet, count: models.length, kept, gone, earlier: earlier.sheet.name })
      : message('success', 'wroteTargets', { sheet, count: models.length }),
  }));
}

/** The sheets of the target that a state holds for its year, in the next version, with what people typed on the one before. */
export async function yearSheets(context: PaneContext, sheets: readonly SheetRef[], asked: PaneState, more = '') {
  const { port, thisYear } = context;
  const year = targetYear(asked.targets.settings, asked.asOf, thisYear());
  const version = nextYearVersion(
    sheets.map(({ name }) => name),
    year,
  );
  const before = { year, below: version };
  const earlier = await earlierSheet(port, sheets, { ...before, kind: 'target' });
  const issued = (await logOf(context, sheets)).some((line) => String(line[6]).startsWith(`年度目标${String(year)}_`));
  const state = withCutoff(asked, earlier?.held);
  const made = targetInputOf(state, { thisYear: thisYear(), version, issued });
  if (!made) return undefined;
  const added = earlier ? keptTownships(earlier.held, made.townships) : [];
  const input = { ...made, townships: [...made.townships, ...added], note: `${more}${made.note}` };
  const held = await earlierSheets(port, sheets, before);
  return { input, note: made.note, earlier, held, ...targetModels(state, input, held) };
}

/** What was carried over, and that some lines could not be. */
function madeAgain(values: { readonly gone: number } & Readonly<Record<string, string | number>>) {
  return values.gone > 0
    ? message('warning', 'wroteTargetsGone', values)
    : message('success', 'wroteTargetsAgain', values);
}

function yearOf({ store, thisYear }: PaneContext): number {
  const { targets, asOf } = store.get();
  return targetYear(targets.settings, asOf, thisYear());
}

/** The day that somebody typed on the earlier sheet goes before the usual one, and after the pane's. */
function withCutoff(state: PaneState, held: HeldCells | undefined): PaneState {
  const { targets } = state;
  const cutoff = targets.settings.cutoff ?? (held && cutoffOn(held));
  return cutoff === undefined
    ? state
    : { ...state, targets: { ...targets, settings: { ...targets.settings, cutoff } } };
}

/** The lines of 目标调整记录, none where there is no such sheet. */
async function logOf({ port }: PaneContext, sheets: readonly SheetRef[]): Promise<CellValue[][]> {
  const sheet = sheets.find(({ name }) => name === LOG_NAME);
  const contents = sheet && (await port.read(sheet.id));
  return contents ? fromCorner(contents.area, contents.values).slice(LOG_TOP) : [];
}

/** Writes down the issued numbers, and later each change of them with its reason and the time. */
export async function recordIssue(context: PaneContext): Promise<void> {
  const { port, store } = context;
  const sheets = await port.sheets();
  const year = yearOf(context);
  const below = nextYearVersion(
    sheets.map(({ name }) => name),
    year,
  );
  const newest = await earlierSheet(port, sheets, { year, below, kind: 'target' });
  const contents = newest && (await port.read(newest.sheet.id));
  if (!newest || !contents) {
    tell(context, message('info', 'recordNoSheet', { year: String(year) }));
    return;
  }
  const { name: sheet } = newest.sheet;
  const log = await logOf(context, sheets);
  const changes = changesSince(targetLines(fromCorner(contents.area, contents.values)), log, sheet);
  const { reason } = store.get().targets;
  const isChange = changes.some(({ before }) => before !== '');
  if (changes.length === 0) tell(context, message('info', 'recordNothing', { sheet }));
  else if (isChange && reason.trim() === '')
    tell(context, message('warning', 'recordNeedsReason', { sheet, count: changes.length }));
  else {
    const entry = { changes, reason: reason.trim(), time: context.clock(), sheet };
    await carryOut(context, logPlan(sheets, log, entry), () => ({
      place: `“${LOG_NAME}”`,
      message: message('success', 'recorded', { log: LOG_NAME, count: changes.length }),
    }));
  }
}

/** A new log, or lines below those that there are. */
function logPlan(
  sheets: readonly SheetRef[],
  log: readonly (readonly CellValue[])[],
  entry: Parameters<typeof logLines>[0],
): WritePlan {
  const title = '登记下达数';
  const sheet = sheets.find(({ name }) => name === LOG_NAME);
  if (!sheet) return planSheets(title, [targetLog(entry)]);
  const values = logLines(entry);
  const area = { row: LOG_TOP + log.length, column: 0, rows: values.length, columns: values[0]?.length ?? 0 };
  return { title, sheet: { id: sheet.id }, blocks: [{ area, values, format: { border: true } }], activate: true };
}
