import type { SheetFormat } from '../../src/sheet/sheet';
import type { CellValue, Selection, SheetPlan, WorkbookChange, WritePlan } from '../../src/workbook/port';
import { PortError } from '../../src/workbook/portError';
import { areaName } from '../../src/sheet/address';
import type { Area } from '../../src/sheet/area';

/** The values of an area, '' where blank. */
export type Lookup = (area: Area) => readonly (readonly CellValue[])[];

/** What a formula gives, row by row; throw to refuse it. */
export type Calculate = (formula: string, valuesAt: Lookup) => readonly (readonly CellValue[])[];

/** A cell holds a constant or a formula with its value; `from` is the cell (as "row,column") that spilled it. */
export interface MemoryCell {
  readonly value: CellValue;
  readonly formula?: string;
  readonly from?: string;
}

export interface MemorySheet {
  readonly id: string;
  name: string;
  visible: boolean;
  protected: boolean;
  frozenRows: number;
  /** What a write set of a sheet it added, besides cells. */
  setUp?: SheetPlan & Pick<WritePlan, 'more'>;
  readonly cells: Map<string, MemoryCell>;
  readonly formats: Map<string, SheetFormat>;
  readonly widths: Map<number, number>;
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  readonly merges: readonly Area[];
  readonly tables: readonly { readonly name: string; readonly area: Area }[];
}

/** A sheet as a test states it: `cells` from A1, a string beginning with "=" being a formula. */
export interface MemorySheetInput {
  readonly name: string;
  readonly cells?: readonly (readonly CellValue[])[];
  readonly visible?: boolean;
  readonly protected?: boolean;
  readonly hiddenColumns?: readonly number[];
  readonly hiddenRows?: readonly number[];
  readonly merges?: readonly Area[];
  readonly tables?: MemorySheet['tables'];
  readonly numberFormats?: readonly { readonly area: Area; readonly numberFormat: string }[];
}

/** The width, in points, of a column nobody set. */
const STANDARD_WIDTH = 48;

/** A workbook in memory, and what people do to it: the ground under the memory port. */
export class MemoryBook {
  readonly sheets: MemorySheet[] = [];
  readonly settings = new Map<string, string>();
  readonly customXml = new Map<string, string>();
  /** Files that were opened as other workbooks. */
  readonly copies: Uint8Array[] = [];
  /** The formulas of the workbook's names. */
  readonly names = new Map<string, string>();
  readonly selectionListeners = new Set<(selection: Selection) => void>();
  readonly changeListeners = new Set<(change: WorkbookChange) => void>();
  /** Texts that no write may hold, with the code of the refusal. */
  readonly refused = new Map<CellValue, string>();
  activeId: string;
  selected: Area = { row: 0, column: 0, rows: 1, columns: 1 };
  selectedAreas: readonly Area[] = [this.selected];
  #nextId = 1;

  constructor(
    inputs: readonly MemorySheetInput[],
    readonly calculate: Calculate,
  ) {
    const [first] = inputs.map((input) => this.#addInput(input));
    this.activeId = (first ?? this.#addInput({ name: 'Sheet1' })).id;
  }

  /** A sheet by id or name; throws ItemNotFound. */
  sheet(key: string): MemorySheet {
    const found = this.sheets.find(({ id, name }) => id === key || name === key);
    if (found === undefined) throw new PortError('ItemNotFound', `no sheet ${key}`);
    return found;
  }

  add(input: MemorySheetInput): MemorySheet {
    const sheet = this.#addInput(input);
    this.#tell({ sheetId: sheet.id, address: '' });
    return sheet;
  }

  remove(key: string): void {
    const { id } = this.sheet(key);
    const index = this.sheets.findIndex((sheet) => sheet.id === id);
    this.sheets.splice(index, 1);
    if (this.activeId === id) this.activeId = this.sheets[0]?.id ?? '';
    this.#tell({ sheetId: id, address: '' });
  }

  /** A person types into a cell: "=..." is a formula, '' clears. */
  edit(key: string, at: readonly [row: number, column: number], input: CellValue): void {
    const sheet = this.sheet(key);
    this.put(sheet, at, input);
    this.#tell({ sheetId: sheet.id, address: areaName({ row: at[0], column: at[1], rows: 1, columns: 1 }) });
  }

  /** A person selects cells, going to their sheet. */
  select(key: string, area: Area): void {
    const { id } = this.sheet(key);
    const moved = id !== this.activeId;
    this.activeId = id;
    this.selected = area;
    this.selectedAreas = [area];
    if (moved) this.#tell({ sheetId: id, address: '' });
    for (const listener of this.selectionListeners) listener({ sheetId: id, area });
  }

  /** Several areas at once, as Excel selects them from 1.18 on. */
  selectAreas(key: string, areas: readonly Area[]): number {
    const [first] = areas;
    if (first) this.select(key, first);
    if (first) this.selectedAreas = areas;
    return areas.length;
  }

  /** Sets a cell without telling anybody; a formula is calculated and spills over blank cells. */
  put(sheet: MemorySheet, [row, column]: readonly [number, number], input: CellValue, asText = false): void {
    const code = this.refused.get(input);
    if (code !== undefined) throw new PortError(code, `refused: ${input}`);
    this.clearCell(sheet, row, column);
    if (input === '') return;
    const isFormula = !asText && typeof input === 'string' && input.startsWith('=');
    if (!isFormula) return void sheet.cells.set(`${row},${column}`, { value: input });
    const result = this.calculate(input, (area) => memoryValues(sheet, area));
    sheet.cells.set(`${row},${column}`, { value: result[0]?.[0] ?? '', formula: input });
    this.#spill(sheet, [row, column], result);
  }

  /** Clears a cell, and with a formula what it spilled. */
  clearCell(sheet: MemorySheet, row: number, column: number): void {
    const key = `${row},${column}`;
    const hadFormula = sheet.cells.get(key)?.formula !== undefined;
    sheet.cells.delete(key);
    if (!hadFormula) return;
    for (const [other, cell] of [...sheet.cells]) if (cell.from === key) sheet.cells.delete(other);
  }

  width(sheet: MemorySheet, column: number): number {
    return sheet.widths.get(column) ?? STANDARD_WIDTH;
  }

  #spill(
    sheet: MemorySheet,
    [row, column]: readonly [number, number],
    result: readonly (readonly CellValue[])[],
  ): void {
    const from = `${row},${column}`;
    for (const [r, line] of result.entries()) {
      for (const [c, value] of line.entries()) {
        if (r + c > 0) sheet.cells.set(`${row + r},${column + c}`, { value, from });
      }
    }
  }

  #addInput(input: MemorySheetInput): MemorySheet {
    const { cells = [], numberFormats = [], ...given } = input;
    const sheet: MemorySheet = {
      ...{ visible: true, protected: false, hiddenColumns: [], hiddenRows: [], merges: [], tables: [] },
      ...given,
      ...{ id: `{${this.#nextId++}}`, frozenRows: 0, cells: new Map(), formats: new Map(), widths: new Map() },
    };
    this.sheets.push(sheet);
    for (const { area, numberFormat } of numberFormats) {
      for (let row = area.row; row < area.row + area.rows; row++)
        for (let column = area.column; column < area.column + area.columns; column++)
          sheet.formats.set(`${row},${column}`, { numberFormat });
    }
    for (const [row, line] of cells.entries()) {
      for (const [column, value] of line.entries()) this.put(sheet, [row, column], value);
    }
    return sheet;
  }

  #tell(change: WorkbookChange): void {
    for (const listener of this.changeListeners) listener(change);
  }
}

/** The values of an area, '' where blank. */
export function memoryValues(sheet: MemorySheet, area: Area): CellValue[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from({ length: area.columns }, (_, c) => sheet.cells.get(`${area.row + r},${area.column + c}`)?.value ?? ''),
  );
}

/** The number formats of an area. */
export function memoryFormats(sheet: MemorySheet, area: Area): string[][] {
  return Array.from({ length: area.rows }, (_, r) =>
    Array.from(
      { length: area.columns },
      (__, c) => sheet.formats.get(`${area.row + r},${area.column + c}`)?.numberFormat ?? 'General',
    ),
  );
}
