import { formattedAreas, plannedWidths, replacingBlocks, spillAreas } from '../plannedCells';
import { plannedSheets, writeReceipt } from '../plannedSheets';
import type { ReplacedCells, SheetPlan, SheetReceipt, WriteOutcome, WritePlan } from '../port';
import { PortError } from '../portError';
import { freeSheetName } from '../sheetName';
import { newSheet } from './addedSheet';
import { whyRefused } from './checkPlan';
import type { FileBook } from './fileBook';
import { heldOf, type FileCell, type FileSheet } from './fileSheet';
import { plannedCellsOf, type PlannedCell } from './plannedCellsOf';

/** Throws a PortError for a cell that no file can hold. */
export type Accept = (cell: FileCell) => void;

/** Writes all of a plan, or nothing: whatever can be refused is refused before the first cell is put. */
export function writePlan(book: FileBook, plan: WritePlan, accept: Accept): WriteOutcome {
  try {
    return whyRefused(book, plan) ?? done(book, plan, accept);
  } catch (error) {
    const code = error instanceof PortError ? error.code : 'GeneralException';
    return { kind: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}

interface Staged {
  readonly plan: SheetPlan;
  readonly sheet: FileSheet;
  readonly cells: readonly PlannedCell[];
}

function done(book: FileBook, plan: WritePlan, accept: Accept): WriteOutcome {
  const staged = stage(book, plan);
  for (const { cells } of staged) for (const { cell } of cells) accept(cell);
  for (const { plan: one, sheet } of staged) if ('newName' in one.sheet) book.add(sheet);
  const receipts = staged.map(put);
  const [first] = plan.blocks;
  if (plan.activate === true && first) book.select(receipts[0]?.sheetId ?? '', first.area);
  const sheets = staged.map(({ sheet }) => sheet.ref);
  const [sheet = { id: '', name: '', visible: true, protected: false }] = sheets;
  return { kind: 'done', sheet, sheets, receipt: writeReceipt(plan.title, receipts) };
}

function stage(book: FileBook, plan: WritePlan): Staged[] {
  const names = sheetNames(book, plan);
  return plannedSheets(plan).map((one, at) => {
    const sheet = 'id' in one.sheet ? book.sheet(one.sheet.id) : newSheet(book, one, { name: names[at] ?? '', names });
    return { plan: one, sheet, cells: plannedCellsOf(sheet, one.blocks) };
  });
}

/** The name that each sheet of the plan has, or gets. */
function sheetNames(book: FileBook, plan: WritePlan): string[] {
  // A chart sheet has no cells, but a name that is taken.
  const taken = [...new Set([...book.opened.model.sheets, ...book.sheets].map(({ name }) => name))];
  return plannedSheets(plan).map(({ sheet }) => {
    if ('id' in sheet) return book.sheet(sheet.id).name;
    const name = freeSheetName(sheet.newName, taken);
    taken.push(name);
    return name;
  });
}

function put({ plan: { blocks, sheet: target }, sheet, cells }: Staged): SheetReceipt {
  const widths = [...plannedWidths(blocks)];
  const replaced = replacingBlocks(blocks).map(({ area }) => before(sheet, area));
  const widthsBefore = widths.map(([column]) => ({ column, width: sheet.width(column) }));
  for (const { row, column, cell } of cells) sheet.put(row, column, cell);
  for (const [column, width] of widths) sheet.widths.set(column, width);
  const areas = blocks.map(({ area }) => area);
  return {
    ...{ sheetId: sheet.id, addedSheet: 'newName' in target, areas, replaced, widths: widthsBefore },
    written: areas.map((area) => sheet.lines(area, heldOf)),
    ...{ spills: spillAreas(blocks), formatted: formattedAreas(blocks) },
  };
}

function before(sheet: FileSheet, area: ReplacedCells['area']): ReplacedCells {
  return { area, held: sheet.lines(area, heldOf), numberFormats: sheet.numberFormats(area) };
}
