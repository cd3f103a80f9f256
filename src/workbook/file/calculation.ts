import type { Surroundings } from '../../formula/calculate/call';
import { calculate } from '../../formula/calculate/calculate';
import { treeOfFormula } from '../../formula/calculate/parse';
import { isError, isGrid, NoAnswer, type Scalar, type Value } from '../../formula/calculate/values';
import { holdsCell } from '../../sheet/area';
import { sheetReceipts } from '../plannedSheets';
import type { WriteReceipt } from '../port';
import { breathing } from '../breath';
import type { FileBook } from './fileBook';
import type { FileCell, FileSheet } from './fileSheet';

/** A cell that holds a formula. */
export interface FormulaPlace {
  readonly sheet: FileSheet;
  readonly row: number;
  readonly column: number;
}

/** Cells that the formulas of one write may look at together; what is left is for a spreadsheet to calculate. */
const BUDGET = 40_000_000;
/** How deep formulas may lean on each other before that is left to a spreadsheet. */
const DEPTH = 200;

/** Gives formulas the values that they come to, each after those it leans on; what is not understood is left blank. */
export async function answerFormulas(book: FileBook, places: readonly FormulaPlace[]): Promise<void> {
  const answering = new Answering(book, places);
  const breath = breathing();
  for (const place of places) {
    answering.answer(place);
    await breath();
  }
}

/** The formulas of a write that the plan gave no value for. */
export function unansweredOf(book: FileBook, receipt: WriteReceipt): FormulaPlace[] {
  return sheetReceipts(receipt).flatMap(({ sheetId, areas }) => {
    const sheet = book.sheet(sheetId);
    return areas.flatMap(({ row, column, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, at) => {
        return { sheet, row: row + Math.floor(at / columns), column: column + (at % columns) };
      }).filter((place) => {
        const cell = sheet.cell(place.row, place.column);
        return cell.formula !== undefined && cell.value === '';
      }),
    );
  });
}

class Answering {
  readonly #waiting = new Map<FileSheet, Map<number, Set<number>>>();
  readonly #sheets: ReadonlyMap<string, FileSheet>;
  #left = BUDGET;
  #depth = 0;

  constructor(book: FileBook, places: readonly FormulaPlace[]) {
    this.#sheets = new Map(book.sheets.map((sheet) => [sheet.name.toLowerCase(), sheet]));
    for (const { sheet, row, column } of places) {
      const rows = this.#waiting.get(sheet) ?? new Map<number, Set<number>>();
      this.#waiting.set(sheet, rows.set(row, (rows.get(row) ?? new Set<number>()).add(column)));
    }
  }

  answer({ sheet, row, column }: FormulaPlace): void {
    if (this.#waiting.get(sheet)?.get(row)?.delete(column) !== true) return;
    const cell = sheet.cell(row, column);
    const node = cell.formula === undefined ? undefined : treeOfFormula(cell.formula.slice(1));
    this.#depth++;
    const value = node && calculate(node, this.#around({ sheet, row, column }));
    this.#depth--;
    const isTooMuch = value !== undefined && isGrid(value) && !cell.spill && value.rows * value.columns > 1;
    if (value === undefined || isTooMuch) sheet.put(row, column, unanswered(cell));
    else this.#put({ sheet, row, column }, cell, value);
  }

  #put({ sheet, row, column }: FormulaPlace, cell: FileCell, value: Exclude<Value, undefined>): void {
    const { spill } = cell;
    if (!isGrid(value)) {
      sheet.put(row, column, answered(cell, value));
      return;
    }
    sheet.put(row, column, answered(cell, value.at(0, 0) ?? 0));
    for (let r = 0; r < value.rows; r++)
      for (let c = 0; c < value.columns; c++)
        if (r + c > 0 && spill && holdsCell(spill, row + r, column + c)) {
          const { style } = sheet.cell(row + r, column + c);
          sheet.put(row + r, column + c, { ...(style ? { style } : {}), ...contentOf(value.at(r, c) ?? 0) });
        }
  }

  #around({ sheet, row, column }: FormulaPlace): Surroundings {
    const named = (name: string | undefined): FileSheet => {
      const found = name === undefined ? sheet : this.#sheets.get(name.toLowerCase());
      if (!found) throw new NoAnswer();
      return found;
    };
    return {
      row,
      column,
      valueAt: (name, r, c) => this.#valueAt({ sheet: named(name), row: r, column: c }),
      inUse: (name) => named(name).used(),
      spend: (cells) => {
        this.#left -= cells;
        if (this.#left < 0) throw new NoAnswer();
      },
    };
  }

  #valueAt(place: FormulaPlace): Scalar {
    const { sheet, row, column } = place;
    if (this.#waiting.get(sheet)?.get(row)?.has(column) === true) {
      if (this.#depth > DEPTH) throw new NoAnswer();
      this.answer(place);
    }
    const { value, formula, error, unknown } = sheet.cell(row, column);
    if (unknown === true) throw new NoAnswer();
    if (error === true) return { error: String(value) };
    if (value !== '') return value;
    if (formula === undefined) return undefined;
    // A formula that shows nothing is an empty text, not a blank.
    return '';
  }
}

function answered(cell: FileCell, value: Exclude<Scalar, undefined>): FileCell {
  const { error: _, unknown: __, ...kept } = cell;
  return { ...kept, ...contentOf(value) };
}

function unanswered(cell: FileCell): FileCell {
  const { error: _, ...kept } = cell;
  return { ...kept, value: '', unknown: true };
}

function contentOf(value: Exclude<Scalar, undefined>): FileCell {
  return isError(value) ? { value: value.error, error: true } : { value };
}
