import { fillingBlocks, formattedAreas, plannedWidths, replacingBlocks, spillAreas } from '../plannedCells';
import type { CellBlock, CellValue, WriteOutcome, WritePlan, WriteReceipt } from '../port';
import { freeSheetName } from '../sheetName';
import { replaceCells } from './replaceCells';
import { columnOf, type WriteTrace } from './restore';
import { showCells } from './selection';
import { SHEET_FIELDS, sheetRef } from './sheets';
import { readBack, writeBlock } from './writeBlock';

/** Does what a plan says, noting in `trace` what there is to take back. */
export async function applyPlan(
  context: Excel.RequestContext,
  plan: WritePlan,
  trace: WriteTrace,
): Promise<WriteOutcome> {
  const sheet = await targetSheet(context, plan, trace);
  trace.widths = await setWidths(sheet, plan.blocks);
  for (const block of fillingBlocks(plan.blocks)) await writeBlock(sheet, block);
  await replaceCells(sheet, replacingBlocks(plan.blocks), trace.replaced);
  const [first] = plan.blocks;
  if (plan.activate === true && first !== undefined) showCells(sheet, first.area);
  sheet.load(SHEET_FIELDS);
  await context.sync();
  const written = await readBack(sheet.id, plan.blocks);
  return { kind: 'done', sheet: sheetRef(sheet), receipt: receiptOf(plan, trace, written) };
}

async function targetSheet(
  context: Excel.RequestContext,
  plan: WritePlan,
  trace: WriteTrace,
): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  if ('id' in plan.sheet) {
    trace.sheetId = plan.sheet.id;
    return worksheets.getItem(plan.sheet.id);
  }
  worksheets.load('items/name');
  await context.sync();
  const taken = worksheets.items.map(({ name }) => name);
  const sheet = worksheets.add(freeSheetName(plan.sheet.newName, taken)).load('id');
  await context.sync();
  Object.assign(trace, { sheetId: sheet.id, addedSheet: true });
  if (plan.freezeRows !== undefined && plan.freezeRows > 0) sheet.freezePanes.freezeRows(plan.freezeRows);
  return sheet;
}

/** Sets the columns' widths and gives those they had. */
async function setWidths(sheet: Excel.Worksheet, blocks: readonly CellBlock[]): Promise<WriteReceipt['widths']> {
  const wanted = [...plannedWidths(blocks)];
  if (wanted.length === 0) return [];
  const before = wanted.map(([column]) => ({ column, format: columnOf(sheet, column).format.load('columnWidth') }));
  await sheet.context.sync();
  const widths = before.map(({ column, format }) => ({ column, width: format.columnWidth }));
  for (const [column, width] of wanted) columnOf(sheet, column).format.columnWidth = width;
  return widths;
}

function receiptOf(
  { title, blocks }: WritePlan,
  { sheetId = '', addedSheet = false, widths, replaced }: WriteTrace,
  written: CellValue[][][],
): WriteReceipt {
  const areas = blocks.map(({ area }) => area);
  return {
    ...{ title, sheetId, addedSheet, areas, written, widths, replaced },
    ...{ spills: spillAreas(blocks), formatted: formattedAreas(blocks) },
  };
}
