import { fillingBlocks, formattedAreas, plannedWidths, replacingBlocks, spillAreas } from '../plannedCells';
import { plannedSheets, writeReceipt } from '../plannedSheets';
import type { CellBlock, SheetPlan, SheetReceipt, WriteOutcome, WritePlan, WriteReceipt } from '../port';
import { PortError } from '../portError';
import { freeSheetName } from '../sheetName';
import { finishSheet } from './newSheet';
import { heldWritten } from './heldWritten';
import { heldIn } from './readCells';
import { replaceCells } from './replaceCells';
import { columnCell, type WriteTrace } from './restore';
import { showCells } from './selection';
import { SHEET_FIELDS, sheetRef } from './sheets';
import { checkKept, overtaken, writeBlocks, type SeenCells } from './writeBlocks';
import { areaName } from '../../sheet/address';

/** Does what a plan says, noting in `traces` (one a sheet) what there is to take back. */
export async function applyPlan(
  context: Excel.RequestContext,
  plan: WritePlan,
  traces: readonly WriteTrace[],
): Promise<WriteOutcome> {
  // A host may show a sheet that is added; who saves stays where they are.
  const shown = context.workbook.worksheets.getActiveWorksheet();
  const sheets = await targetSheets(context, traces);
  const seen: (readonly [WriteTrace, SeenCells[]])[] = traces.map((trace) => [trace, []]);
  for (const [index, [trace, cells]] of seen.entries()) await fill(sheets[index] as Excel.Worksheet, trace, cells);
  for (const [index, { plan: one }] of traces.entries()) {
    if ('newName' in one.sheet) finishSheet(sheets[index] as Excel.Worksheet, one, sheets);
  }
  const [first] = plan.blocks;
  if (plan.activate === true && first !== undefined && sheets[0]) showCells(sheets[0], first.area);
  else if (traces.some(({ plan: one }) => 'newName' in one.sheet)) shown.activate();
  for (const sheet of sheets) sheet.load(SHEET_FIELDS);
  await context.sync();
  for (const [trace, cells] of seen) checkUntaken(trace, cells);
  const receipts: SheetReceipt[] = [];
  for (const trace of traces) receipts.push(await readBack(trace));
  const refs = sheets.map(sheetRef);
  return {
    kind: 'done',
    sheet: refs[0] as (typeof refs)[0],
    sheets: refs,
    receipt: writeReceipt(plan.title, receipts),
  };
}

/** What somebody typed since the cells were looked at is put back by taking the write back. */
function checkUntaken({ replaced }: WriteTrace, cells: readonly SeenCells[]): void {
  const taken = overtaken(cells);
  const [first] = taken;
  replaced.push(...taken);
  if (first) throw new PortError('TakenMeanwhile', areaName(first.area));
}

/** The traces of a plan's sheets before anything is written. */
export function startTraces(plan: WritePlan): readonly WriteTrace[] {
  return plannedSheets(plan).map((one) => ({ plan: one, widths: [], replaced: [] }));
}

/** The sheets to write to, new ones added under names nobody has. */
async function targetSheets(
  context: Excel.RequestContext,
  traces: readonly WriteTrace[],
): Promise<readonly Excel.Worksheet[]> {
  const { worksheets } = context.workbook;
  const taken = traces.some(({ plan }) => 'newName' in plan.sheet) ? await namesOf(context) : [];
  const sheets = traces.map((trace) => {
    const { sheet } = trace.plan;
    if ('id' in sheet) return worksheets.getItem(sheet.id);
    const name = freeSheetName(sheet.newName, taken);
    taken.push(name);
    trace.adds = name;
    return worksheets.add(name);
  });
  for (const sheet of sheets) sheet.load('id, name');
  await context.sync();
  for (const [index, trace] of traces.entries()) {
    const { id, name } = sheets[index] as Excel.Worksheet;
    Object.assign(trace, { sheet: { id, name }, addedSheet: trace.adds !== undefined });
  }
  return sheets;
}

async function namesOf({ workbook }: Excel.RequestContext): Promise<string[]> {
  const worksheets = workbook.worksheets.load('items/name');
  await worksheets.context.sync();
  return worksheets.items.map(({ name }) => name);
}

async function fill(sheet: Excel.Worksheet, trace: WriteTrace, seen: SeenCells[]): Promise<void> {
  const { blocks } = trace.plan;
  trace.widths = await setWidths(sheet, blocks, trace.addedSheet === true);
  await writeBlocks(sheet, fillingBlocks(blocks), trace.addedSheet === true ? undefined : seen);
  await replaceCells(sheet, replacingBlocks(blocks), trace.replaced);
}

/** Sets the columns' widths and gives those they had; nobody asks that of a new sheet. */
async function setWidths(
  sheet: Excel.Worksheet,
  blocks: readonly CellBlock[],
  isNew: boolean,
): Promise<WriteReceipt['widths']> {
  const wanted = [...plannedWidths(blocks)];
  const before = isNew ? [] : wanted.map(([column]) => ({ column, format: columnCell(sheet, column).format }));
  for (const { format } of before) format.load('columnWidth');
  if (before.length > 0) await sheet.context.sync();
  const widths = before.map(({ column, format }) => ({ column, width: format.columnWidth }));
  for (const [column, width] of wanted) columnCell(sheet, column).format.columnWidth = width;
  return widths;
}

/** Reads the sheet's blocks back, once, and makes its receipt. */
async function readBack(trace: WriteTrace): Promise<SheetReceipt> {
  const { plan, sheet: { id: sheetId } = { id: '' }, addedSheet = false, widths, replaced } = trace;
  const areas = areasOf(plan);
  const written = addedSheet ? await heldWritten(sheetId, plan.blocks) : await heldIn(sheetId, areas);
  await checkKept(plan.blocks, written);
  const looks = { spills: spillAreas(plan.blocks), formatted: formattedAreas(plan.blocks) };
  return { sheetId, addedSheet, areas, written, widths, replaced, ...looks };
}

const areasOf = ({ blocks }: SheetPlan) => blocks.map(({ area }) => area);
