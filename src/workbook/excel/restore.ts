import { fillingBlocks, formattedAreas } from '../plannedCells';
import type { ReplacedCells, SheetPlan, WriteReceipt } from '../port';
import { rangeOf } from './ranges';
import { putBack } from './replaceCells';
import { inExcel } from './run';
import { areaName } from '../../sheet/address';
import type { Area } from '../../sheet/area';

/** How far the write of one sheet has come, so that it can be taken back. */
export interface WriteTrace {
  readonly plan: SheetPlan;
  /** Set once something may have been written. */
  sheetId?: string;
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

/** Takes back a write that broke off, last sheet first; gives the address of what may be left when even that fails. */
export async function restore(traces: readonly WriteTrace[]): Promise<string | undefined> {
  const left: string[] = [];
  for (const trace of traces.toReversed()) {
    const address = await restoreSheet(trace);
    if (address !== undefined) left.unshift(address);
  }
  return left.length === 0 ? undefined : left.join(',');
}

async function restoreSheet({
  plan: { blocks },
  sheetId,
  addedSheet = false,
  widths,
  replaced,
}: WriteTrace): Promise<string | undefined> {
  if (sheetId === undefined) return undefined;
  const filled = fillingBlocks(blocks).map(({ area }) => area);
  try {
    await inExcel(async (context) => {
      const sheet = context.workbook.worksheets.getItem(sheetId);
      if (addedSheet) sheet.delete();
      else await takeBack(sheet, { filled, formatted: formattedAreas(blocks), widths, replaced });
      await context.sync();
    });
    return undefined;
  } catch {
    // The failure that broke the write off is the one to tell; this one adds what it left.
    return blocks.map(({ area }) => areaName(area)).join(',');
  }
}

/** Gives replaced cells back what they held, and queues clearing what else was written. */
export async function takeBack(
  sheet: Excel.Worksheet,
  { filled, formatted, widths, replaced }: TakenBack,
): Promise<void> {
  await putBack(sheet, replaced);
  for (const area of filled) rangeOf(sheet, area).clear('Contents');
  for (const area of formatted) rangeOf(sheet, area).clear('Formats');
  for (const { column, width } of widths) columnOf(sheet, column).format.columnWidth = width;
}

/** A cell of a column, by which the column's width is told and set. */
export function columnOf(sheet: Excel.Worksheet, column: number): Excel.Range {
  return rangeOf(sheet, { row: 0, column, rows: 1, columns: 1 });
}
