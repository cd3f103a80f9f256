import type { Area } from '../../sheet/area';
import { breathing } from '../breath';
import { answerFormulas, type FormulaPlace } from './calculation';
import type { FileBook } from './fileBook';
import type { FileSheet } from './fileSheet';
import { precedentsOf, type PlacedFormula, type Precedents, type SheetArea } from './precedents';
import { RowSet } from './rowSet';

/** Cells that a write or its undoing changed. */
export interface ChangedCells extends SheetArea {
  /** Some of them held something before, so that a figure may have been taken from them. */
  readonly heldSomething: boolean;
}

/**
 * Gives the formulas that look at changed cells, directly or through each other, the values that they have now. Where that is
 * not understood the old value is taken away: a spreadsheet calculates it, and until then nothing is judged by what it was.
 */
export async function recalculate(book: FileBook, changed: readonly ChangedCells[]): Promise<void> {
  const places = await dependents(book, changed);
  if (places.length === 0) return;
  for (const place of places)
    for (const [row, column] of cellsOf(place)) place.sheet.recalculated.add(keyOf(row, column));
  for (const place of places) if (place.fills) emptyArray(place);
  // An array formula of the file's own means what its program made of it: that program answers it.
  await answerFormulas(
    book,
    places.filter(({ sheet, row, column, fills }) => !fills || sheet.cell(row, column).spill !== undefined),
  );
}

const keyOf = (row: number, column: number): string => `${String(row)},${String(column)}`;

/** The cells whose values a formula gives. */
function cellsOf({ row, column, fills }: PlacedFormula): (readonly [row: number, column: number])[] {
  if (!fills) return [[row, column]];
  return Array.from({ length: fills.rows * fills.columns }, (_, at) => [
    fills.row + Math.floor(at / fills.columns),
    fills.column + (at % fills.columns),
  ]);
}

/** Takes away what an array formula gave; whoever looks at it has no answer either. */
function emptyArray(place: PlacedFormula): void {
  for (const [row, column] of cellsOf(place)) {
    const { error: _, ...kept } = place.sheet.cell(row, column);
    place.sheet.put(row, column, { ...kept, value: '', unknown: true });
  }
}

/** Once nothing of the file is changed any more, its formulas have again the very values that the file gives. */
export function forgetRecalculated(book: FileBook): void {
  const isOurs = (sheet: FileSheet) => (row: number, column: number) => !sheet.recalculated.has(keyOf(row, column));
  const isChanged = book.sheets.some((sheet) => {
    const changedHere = isOurs(sheet);
    return [...sheet.changed].some(([row, line]) => [...line.keys()].some((column) => changedHere(row, column)));
  });
  if (isChanged) return;
  for (const sheet of book.sheets) {
    for (const [row, line] of [...sheet.changed])
      for (const column of [...line.keys()]) sheet.put(row, column, undefined);
    sheet.recalculated.clear();
  }
}

async function dependents(book: FileBook, changed: readonly ChangedCells[]): Promise<PlacedFormula[]> {
  const touched = new Touched();
  for (const { sheet, area } of changed) touched.addArea(sheet, area);
  const isOpenTouched = changed.some(({ heldSomething }) => heldSomething);
  const found: PlacedFormula[] = [];
  let left = changed.length === 0 ? [] : await lookingFormulas(book, changed);
  for (let before = -1; before < found.length && left.length > 0;) {
    before = found.length;
    const rest: Looking[] = [];
    for (const one of left) {
      if ((one.looks.isOpen && isOpenTouched) || touched.meets(one.looks)) {
        // At once, so that a column of formulas that lean on the row above is done in one go.
        for (const [row, column] of cellsOf(one)) touched.add({ sheet: one.sheet, row, column });
        found.push(one);
      } else rest.push(one);
    }
    left = rest;
  }
  return found;
}

interface Looking extends PlacedFormula {
  readonly looks: Precedents;
}

/** Every formula of the workbook, but for those that were themselves written just now. */
async function lookingFormulas(book: FileBook, written: readonly SheetArea[]): Promise<Looking[]> {
  const breath = breathing();
  const found: Looking[] = [];
  const own = new Touched();
  for (const { sheet, area } of written) own.addArea(sheet, area);
  for (const sheet of book.sheets) {
    for (const placed of sheet.formulas()) {
      const here = { row: placed.row, column: placed.column, rows: 1, columns: 1 };
      if (own.meets({ areas: [{ sheet, area: here }] })) continue;
      found.push({ ...placed, sheet, looks: precedentsOf(book, { ...placed, sheet }) });
      await breath();
    }
  }
  return found;
}

/** Cells that have changed, by sheet and column. */
class Touched {
  readonly #columns = new Map<FileSheet, Map<number, RowSet>>();

  addArea(sheet: FileSheet, { row, column, rows, columns }: Area): void {
    for (let c = column; c < column + columns; c++)
      for (let r = row; r < row + rows; r++) this.add({ sheet, row: r, column: c });
  }

  add({ sheet, row, column }: FormulaPlace): void {
    const columns = this.#columns.get(sheet) ?? new Map<number, RowSet>();
    const rows = columns.get(column) ?? new RowSet();
    rows.add(row);
    this.#columns.set(sheet, columns.set(column, rows));
  }

  meets({ areas }: Pick<Precedents, 'areas'>): boolean {
    return areas.some(({ sheet, area }) => {
      for (const [column, rows] of this.#columns.get(sheet) ?? [])
        if (column >= area.column && column < area.column + area.columns && rows.meets(area.row, area.rows))
          return true;
      return false;
    });
  }
}
