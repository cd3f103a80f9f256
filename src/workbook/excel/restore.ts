import { fillingBlocks, formattedAreas } from '../plannedCells';
import type { CellValue, ReplacedCells, SheetPlan, WriteFailure, WriteReceipt } from '../port';
import { rangeOf } from './ranges';
import { heldIn } from './readCells';
import { putBack } from './replaceCells';
import { inExcel } from './run';
import { areaName } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** How far the write of one sheet has come, so that it can be taken back. */
export interface WriteTrace {
  readonly plan: SheetPlan;
  /** The sheet as Excel has it: set before anything is written to it. */
  sheet?: { readonly id: string; readonly name: string };
  /** The name under which it was to be added: Excel may have done so and never answered. */
  adds?: string;
  /** Whether that sheet was added by this write. */
  addedSheet?: boolean;
  widths: WriteReceipt['widths'];
  /** What cells held before they were overwritten: complete before the first of them is. */
  readonly replaced: ReplacedCells[];
}

/** What of a sheet goes back to how it was. */
export interface TakenBack extends Pick<WriteReceipt, 'widths' | 'replaced'> {
  /** Cells that were blank before. */
  readonly filled: readonly Area[];
  readonly formatted: readonly Area[];
}

type Lines = readonly (readonly CellValue[])[];

/** What a write left: seen to be there, or not to be told, for Excel did not answer. */
interface Left {
  readonly address: string;
  readonly isSeen: boolean;
}

/** Takes back a write that broke off, last sheet first; gives what may be left when even that fails. */
export async function restore(traces: readonly WriteTrace[]): Promise<Pick<WriteFailure, 'leftBehind' | 'unseen'>> {
  const left: Left[] = [];
  for (const trace of traces.toReversed()) {
    const one = await restoreSheet(trace);
    if (one !== undefined) left.unshift(one);
  }
  if (left.length === 0) return {};
  const leftBehind = left.map(({ address }) => address).join(',');
  return left.every(({ isSeen }) => isSeen) ? { leftBehind } : { leftBehind, unseen: true };
}

async function restoreSheet(trace: WriteTrace): Promise<Left | undefined> {
  const { plan, sheet: found, addedSheet = false, widths, replaced } = trace;
  const { blocks } = plan;
  const filled = fillingBlocks(blocks).map(({ area }) => area);
  try {
    if (found === undefined) await removeUnanswered(trace);
    else {
      await inExcel(async (context) => {
        const sheet = context.workbook.worksheets.getItem(found.id);
        if (addedSheet) sheet.delete();
        else await takeBack(sheet, { filled, formatted: formattedAreas(blocks), widths, replaced });
        await context.sync();
      });
    }
    return undefined;
  } catch {
    // The failure that broke the write off is the one to tell; this one adds what it left.
    return leftBehind(trace);
  }
}

/** A sheet that was to be added under a name nobody had, and stands there blank. */
async function removeUnanswered({ adds }: WriteTrace): Promise<void> {
  if (adds === undefined) return;
  await inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(adds);
    const used = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    if (!sheet.isNullObject && used.isNullObject) sheet.delete();
    await context.sync();
  });
}

/** The cells that are not as they were before; all of the plan's where even that cannot be read. */
async function leftBehind({
  plan: { blocks },
  sheet,
  addedSheet,
  adds = '',
  replaced,
}: WriteTrace): Promise<Left | undefined> {
  if (sheet === undefined) return { address: `“${adds}”`, isSeen: false };
  if (addedSheet === true) return leftSheet(sheet);
  const before = new Map(replaced.map(({ area, held }) => [areaName(area), held]));
  const areas = blocks.map(({ area }) => area);
  const now = await heldIn(sheet.id, areas).catch(() => undefined);
  const left = areas.filter(
    (area, index) => !now || !isAsBefore(now[index] ?? [], before.get(areaName(area)) ?? blocks[index]?.replaces),
  );
  const address = `“${sheet.name}”${left.map(areaName).join(',')}`;
  return left.length === 0 ? undefined : { address, isSeen: now !== undefined };
}

/** Whether cells hold what they held before they were written; nothing, where they were blank. */
export function isAsBefore(now: Lines, was: Lines | undefined): boolean {
  return now.every((line, row) => line.every((held, column) => held === (was?.[row]?.[column] ?? '')));
}

/** A sheet that we added, unless it is gone all the same. */
async function leftSheet({ id, name }: { readonly id: string; readonly name: string }): Promise<Left | undefined> {
  const address = `“${name}”`;
  try {
    return await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(id).load('id');
      await context.sync();
      return sheet.isNullObject ? undefined : { address, isSeen: true };
    });
  } catch {
    return { address, isSeen: false };
  }
}

/** Clears what was written over blank cells, and queues giving replaced cells back what they held. */
export async function takeBack(
  sheet: Excel.Worksheet,
  { filled, formatted, widths, replaced }: TakenBack,
): Promise<void> {
  for (const area of filled) rangeOf(sheet, area).clear('Contents');
  for (const area of formatted) rangeOf(sheet, area).clear('Formats');
  await putBack(sheet, replaced);
  for (const { column, width } of widths) columnCell(sheet, column).format.columnWidth = width;
}

/** A cell of a column, by which the column's width is told and set. */
export function columnCell(sheet: Excel.Worksheet, column: number): Excel.Range {
  return rangeOf(sheet, { row: 0, column, rows: 1, columns: 1 });
}
