import { PIXELS_PER_POINT, DIGIT } from '../../package/columnWidth';
import type { CellModel, SheetChange, SheetModel, StyleModel } from '../../package/model';
import { parseArea } from '../../sheet/address';
import type { Area } from '../../sheet/area';
import type { CellValue, SheetRef } from '../port';

/** A cell as it stands: blank is '', a formula carries its "=" and the value that it gave. */
export interface FileCell {
  readonly value: CellValue;
  /** The value is an error ("#N/A"), not a text that looks like one. */
  readonly error?: true;
  readonly formula?: string;
  /** The formula's value is not known: the file gives none, or it was made from what has changed since. */
  readonly unknown?: true;
  /** Where a formula spilled to; in the cell that holds it. */
  readonly spill?: Area;
  /** A number format, font and so on set by us; absent, the look that the file gives the cell. */
  readonly style?: StyleModel;
}

/** What a sheet that we added is besides its cells, as a change of the file says it. */
export type SheetMakeUp = Omit<SheetChange, 'id' | 'added' | 'cells' | 'columnWidths'>;

/** What a sheet is made from: a sheet of the file, or one that was added since. */
export interface SheetOrigin {
  readonly id: string;
  readonly name: string;
  /** Absent where the sheet was added. */
  readonly model?: SheetModel;
  readonly makeUp?: SheetMakeUp;
  readonly styles: readonly StyleModel[];
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
}

/** A formula at its place, without "="; `fills` where it is an array formula and gives all of these cells their values. */
export interface SheetFormula {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly fills?: Area;
}

/** The width, in points, of a column nobody set. */
const STANDARD_WIDTH = 48;
export const BLANK: FileCell = { value: '' };
const NO_AREA: Area = { row: 0, column: 0, rows: 0, columns: 0 };

/** A sheet of an opened file: the file's own cells, and over them the cells that were changed since. */
export class FileSheet {
  readonly id: string;
  readonly name: string;
  /** Changed cells by row and column; a cell that went back to what the file holds is not among them. */
  readonly changed = new Map<number, Map<number, FileCell>>();
  /** New widths of columns, in points. */
  readonly widths = new Map<number, number>();
  /** The formulas of the file, "row,column", that were given another value since. */
  readonly recalculated = new Set<string>();
  #used: Area | undefined;
  #ownFormulas: readonly [number, number][] | undefined;
  #own: Area | undefined;

  constructor(readonly origin: SheetOrigin) {
    this.id = origin.id;
    this.name = origin.name;
  }

  get ref(): SheetRef {
    const { model, makeUp } = this.origin;
    const visible = (makeUp?.state ?? model?.state ?? 'visible') === 'visible';
    return { id: this.id, name: this.name, visible, protected: makeUp?.protect ?? model?.protected ?? false };
  }

  cell(row: number, column: number): FileCell {
    return this.changed.get(row)?.get(column) ?? this.fileCell(row, column) ?? BLANK;
  }

  /** What the opened file holds there. */
  fileCell(row: number, column: number): FileCell | undefined {
    const cell = this.origin.model?.cells.get(row)?.get(column);
    return cell && cellOfFile(cell);
  }

  /** Every formula of the sheet as it is now. */
  *formulas(): Generator<SheetFormula> {
    this.#ownFormulas ??= formulaPlaces(this.origin.model);
    for (const [row, column] of this.#ownFormulas)
      if (this.changed.get(row)?.has(column) !== true) yield* this.#formula(row, column);
    for (const [row, line] of this.changed) for (const column of line.keys()) yield* this.#formula(row, column);
  }

  *#formula(row: number, column: number): Generator<SheetFormula> {
    const { formula, spill } = this.cell(row, column);
    if (formula === undefined) return;
    const own = this.origin.model?.cells.get(row)?.get(column);
    const range = own?.formula === formula.slice(1) ? own.arrayRange : undefined;
    const fills = spill ?? (range === undefined ? undefined : parseArea(range));
    yield { row, column, formula: formula.slice(1), ...(fills ? { fills } : {}) };
  }

  /** The look a cell has now. */
  style(row: number, column: number): StyleModel | undefined {
    const changed = this.changed.get(row)?.get(column)?.style;
    const { model, styles } = this.origin;
    return changed ?? styles[model?.cells.get(row)?.get(column)?.style ?? 0];
  }

  /** The number formats of an area's cells. */
  numberFormats({ row, column, rows, columns }: Area): string[][] {
    return Array.from({ length: rows }, (_, r) =>
      Array.from({ length: columns }, (__, c) => this.style(row + r, column + c)?.numberFormat ?? 'General'),
    );
  }

  /** Puts a cell, or lets it be again what the file holds. */
  put(row: number, column: number, cell: FileCell | undefined): void {
    this.#used = undefined;
    const line = this.changed.get(row) ?? new Map<number, FileCell>();
    if (cell) line.set(column, cell);
    else line.delete(column);
    if (line.size > 0) this.changed.set(row, line);
    else this.changed.delete(row);
  }

  /** A column's width in points. */
  width(column: number): number {
    return this.widths.get(column) ?? this.fileWidth(column);
  }

  /** The width that the file gives a column, in points. */
  fileWidth(column: number): number {
    const width = this.origin.model?.columnWidths.get(column)?.width;
    return width === undefined ? STANDARD_WIDTH : pointsOfWidth(width);
  }

  /** The cells in use: from the first that holds something to the last. */
  used(): Area {
    return (this.#used ??= this.#usedNow());
  }

  /** What an area holds, '' where blank; `of` says what of a cell. */
  lines(area: Area, of: (cell: FileCell) => CellValue): CellValue[][] {
    return Array.from({ length: area.rows }, (_, index) => this.#line(area, area.row + index, of));
  }

  #line({ column, columns }: Area, row: number, of: (cell: FileCell) => CellValue): CellValue[] {
    const line = Array.from({ length: columns }, (): CellValue => '');
    for (const [at, cell] of this.origin.model?.cells.get(row) ?? [])
      if (at >= column && at < column + columns) line[at - column] = of(cellOfFile(cell));
    for (const [at, cell] of this.changed.get(row) ?? [])
      if (at >= column && at < column + columns) line[at - column] = of(cell);
    return line;
  }

  #usedNow(): Area {
    const cleared = [...this.changed].some(([row, line]) =>
      [...line].some(([column, cell]) => isBlankCell(cell) && !isBlankCell(this.fileCell(row, column) ?? BLANK)),
    );
    const extent = new Extent();
    if (cleared) this.#extend(extent, (row, column) => this.changed.get(row)?.get(column));
    else extent.take((this.#own ??= this.#ownUsed()));
    for (const [row, line] of this.changed)
      for (const [column, cell] of line) if (!isBlankCell(cell)) extent.add(row, column);
    return extent.area();
  }

  #ownUsed(): Area {
    const extent = new Extent();
    this.#extend(extent, () => undefined);
    return extent.area();
  }

  #extend(extent: Extent, instead: (row: number, column: number) => FileCell | undefined): void {
    for (const [row, line] of this.origin.model?.cells ?? [])
      for (const [column, cell] of line) {
        const over = instead(row, column);
        if (over ? !isBlankCell(over) : holdsSomething(cell)) extent.add(row, column);
      }
  }
}

/** A formula that shows nothing is no blank. */
export function isBlankCell({ value, formula }: FileCell): boolean {
  return value === '' && formula === undefined;
}

/** The same of a cell as the file has it, of which there are millions. */
function holdsSomething({ value, formula }: CellModel): boolean {
  return (value !== null && value !== '') || formula !== undefined;
}

/** What a cell holds: its formula, or else its value. */
export function heldOf({ value, formula }: FileCell): CellValue {
  return formula ?? value;
}

export const valueOf = ({ value }: FileCell): CellValue => value;

function formulaPlaces(model: SheetModel | undefined): [number, number][] {
  const found: [number, number][] = [];
  for (const [row, line] of model?.cells ?? [])
    for (const [column, cell] of line) if (cell.formula !== undefined) found.push([row, column]);
  return found;
}

/** Read as it is asked for: a ledger has millions of cells, and few are looked at twice. */
function cellOfFile({ value, type, formula }: CellModel): FileCell {
  const content = { value: value ?? '', ...(type === 'error' ? { error: true as const } : {}) };
  if (formula === undefined) return content;
  return { ...content, formula: `=${formula}`, ...(type === 'blank' ? { unknown: true as const } : {}) };
}

const pointsOfWidth = (width: number): number => (width * DIGIT) / PIXELS_PER_POINT;

/** Grows around cells. */
class Extent {
  #top = Infinity;
  #left = Infinity;
  #bottom = -Infinity;
  #right = -Infinity;

  add(row: number, column: number): void {
    if (row < this.#top) this.#top = row;
    if (row > this.#bottom) this.#bottom = row;
    if (column < this.#left) this.#left = column;
    if (column > this.#right) this.#right = column;
  }

  take({ row, column, rows, columns }: Area): void {
    if (rows === 0) return;
    this.add(row, column);
    this.add(row + rows - 1, column + columns - 1);
  }

  area(): Area {
    if (this.#bottom < 0) return NO_AREA;
    return {
      row: this.#top,
      column: this.#left,
      rows: this.#bottom - this.#top + 1,
      columns: this.#right - this.#left + 1,
    };
  }
}
