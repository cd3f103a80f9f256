import {
  fillingBlocks,
  formattedAreas,
  plannedAreas,
  plannedWidths,
  replacingBlocks,
  spillAreas,
} from '../../src/workbook/plannedCells';
import { plannedSheets, writeReceipt } from '../../src/workbook/plannedSheets';
import type {
  CellBlock,
  CellValue,
  ReplacedCells,
  SheetPlan,
  SheetReceipt,
  WriteOutcome,
  WritePlan,
} from '../../src/workbook/port';
import { PortError } from '../../src/workbook/portError';
import { freeSheetName } from '../../src/workbook/sheetName';
import { tableInTheWay } from '../../src/workbook/tableInTheWay';
import { type MemoryBook, memoryFormats, type MemorySheet } from './memoryBook';
import { sheetRef } from './memorySheetRef';
import { cellName } from '../../src/sheet/address';
import type { Area } from '../../src/sheet/area';

/** Writes all of a plan, or nothing. */
export function writeMemory(book: MemoryBook, plan: WritePlan): WriteOutcome {
  const before = structuredClone(book.sheets.map((sheet) => ({ ...sheet })));
  try {
    return firstRefusal(book, plan) ?? done(book, plan);
  } catch (error) {
    book.sheets.splice(0, Infinity, ...before);
    const code = error instanceof PortError ? error.code : 'GeneralException';
    return { kind: 'failed', code, message: error instanceof Error ? error.message : String(error) };
  }
}

/** Every existing sheet is looked at before anything is written to one. */
function firstRefusal(book: MemoryBook, plan: WritePlan): WriteOutcome | undefined {
  for (const one of plannedSheets(plan)) {
    const refused = 'id' in one.sheet ? refusal(book.sheet(one.sheet.id), one) : undefined;
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** What a cell holds as a receipt keeps it: the formula, or else the value. */
export function heldBy(sheet: MemorySheet, row: number, column: number): CellValue {
  const cell = sheet.cells.get(`${row},${column}`);
  return cell?.formula ?? cell?.value ?? '';
}

function addSheet(book: MemoryBook, plan: SheetPlan, name: string): MemorySheet {
  const taken = book.sheets.map((sheet) => sheet.name);
  const sheet = book.add({ name: freeSheetName(name, taken), visible: plan.hidden !== true });
  sheet.frozenRows = plan.freezeRows ?? 0;
  sheet.setUp = plan;
  return sheet;
}

function refusal(sheet: MemorySheet, { blocks }: SheetPlan): WriteOutcome | undefined {
  if (sheet.protected) return { kind: 'protected', sheet: sheet.name };
  const filling = fillingBlocks(blocks);
  const table = tableInTheWay(filling, sheet.tables);
  if (table !== undefined) return { kind: 'inTable', sheet: sheet.name, table };
  const cells = replacingBlocks(blocks).flatMap(({ area, replaces }) =>
    places(area).flatMap(([row, column]) => {
      const held = heldBy(sheet, row, column);
      if (held === (replaces[row - area.row]?.[column - area.column] ?? '')) return [];
      return [{ row, column, address: cellName(row, column), held }];
    }),
  );
  if (cells.length > 0) return { kind: 'changed', sheet: sheet.name, cells };
  for (const area of plannedAreas(filling)) {
    for (const [row, column] of places(area)) {
      const text = String(heldBy(sheet, row, column));
      if (text !== '') return { kind: 'occupied', sheet: sheet.name, address: cellName(row, column), text };
    }
  }
  return undefined;
}

function done(book: MemoryBook, plan: WritePlan): WriteOutcome {
  const planned = plannedSheets(plan);
  const sheets = planned.map((one) =>
    'id' in one.sheet ? book.sheet(one.sheet.id) : addSheet(book, one, one.sheet.newName),
  );
  const receipts = planned.map((one, index) => fill(book, sheets[index] as MemorySheet, one));
  for (const [index, one] of planned.entries()) {
    if ('newName' in one.sheet && one.protect === true && sheets[index]) sheets[index].protected = true;
  }
  const [first] = plan.blocks;
  if (plan.activate === true && first !== undefined) book.select(receipts[0]?.sheetId ?? '', first.area);
  const refs = sheets.map(sheetRef);
  return {
    kind: 'done',
    sheet: refs[0] as (typeof refs)[0],
    sheets: refs,
    receipt: writeReceipt(plan.title, receipts),
  };
}

function fill(book: MemoryBook, sheet: MemorySheet, plan: SheetPlan): SheetReceipt {
  const addedSheet = 'newName' in plan.sheet;
  const widths = [...plannedWidths(plan.blocks)];
  const replaced = replacingBlocks(plan.blocks).map(({ area }) => beforeReplacing(sheet, area));
  const before = widths.map(([column]) => ({ column, width: book.width(sheet, column) }));
  for (const block of plan.blocks) put(book, sheet, block);
  for (const [column, width] of widths) sheet.widths.set(column, width);
  const areas = plan.blocks.map(({ area }) => area);
  return {
    ...{ sheetId: sheet.id, addedSheet, areas },
    written: areas.map((area) => heldIn(sheet, area)),
    ...{ spills: spillAreas(plan.blocks), formatted: formattedAreas(plan.blocks), widths: before },
    replaced,
  };
}

function beforeReplacing(sheet: MemorySheet, area: Area): ReplacedCells {
  return { area, held: heldIn(sheet, area), numberFormats: memoryFormats(sheet, area) };
}

function put(
  book: MemoryBook,
  sheet: MemorySheet,
  { area, values, formulas, spill, format, replaces }: CellBlock,
): void {
  for (const [row, column] of places(area)) {
    const [r, c] = [row - area.row, column - area.column];
    const formula = formulas?.[r]?.[c] ?? '';
    if (formula !== '') book.put(sheet, [row, column], formula);
    else book.put(sheet, [row, column], finite(values?.[r]?.[c] ?? ''), true);
    const key = `${row},${column}`;
    if (format !== undefined) sheet.formats.set(key, replaces ? { ...sheet.formats.get(key), ...format } : format);
  }
  if (spill && format) for (const [row, column] of places(spill)) sheet.formats.set(`${row},${column}`, format);
}

const finite = (value: CellValue): CellValue => (typeof value === 'number' && !Number.isFinite(value) ? '' : value);

/** What the cells of an area hold. */
export function heldIn(sheet: MemorySheet, area: Area): CellValue[][] {
  return gridOf(area, (row, column) => heldBy(sheet, row, column));
}

function places(area: Area): readonly (readonly [row: number, column: number])[] {
  return gridOf(area, (row, column) => [row, column] as const).flat();
}

function gridOf<T>(area: Area, make: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => make(area.row + r, area.column + c)),
  );
}
