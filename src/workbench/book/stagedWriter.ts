import { IUndoRedoService, type CustomData, type ICellData, type IStyleData } from '@univerjs/core';
import {
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetRangeValuesUndoMutationFactory,
  SetStyleCommand,
} from '@univerjs/sheets';
import type { BookContext } from './bookContext';
import { cellInput, dependsOnFormat } from './cellInput';
import type { CellReader } from './cellReader';
import type { Matrix } from './matrix';
import { GENERAL, isTextFormat } from './numberText';
import { nextSharedId, sharedFormula, shareFormulas } from './shareFormulas';
import type { OfficeValue } from './value';
import type { Area } from '../../sheet/area';

interface Staged {
  readonly cells: Matrix;
  count: number;
  bottom: number;
  right: number;
}

/** Above this many cells a write cannot be undone: the undo record would cost more than the write. */
const UNDO_LIMIT = 60_000;
const FIRST_CELL = { startRow: 0, startColumn: 0, endRow: 0, endColumn: 0 };

/**
 * Collects writes and hands them to the grid as one change a sheet, before anything is read and at the end of a request:
 * office.js cuts a large write into hundreds of pieces.
 */
export class StagedWriter {
  private readonly staged = new Map<string, Staged>();

  constructor(
    private readonly context: BookContext,
    private readonly reader: CellReader,
  ) {
    context.flush = () => this.flush();
  }

  /** Writes values or formulas; null leaves a cell alone, '' clears it. The grid must have the area's shape. */
  values(sheetId: string, area: Area, grid: readonly (readonly (OfficeValue | null)[])[]): void {
    const staged = this.stage(sheetId, area);
    for (const [r, line] of grid.entries()) {
      for (const [c, value] of line.entries()) {
        if (value !== null) this.value(sheetId, { staged, row: area.row + r, column: area.column + c }, value);
      }
    }
  }

  /** Copies a line over the lines of an area in the same columns: a formula becomes one that all of them share, moved with each row. */
  fill(
    sheetId: string,
    { from, over }: { readonly from: Area; readonly over: Area },
    line: readonly OfficeValue[],
  ): void {
    const staged = this.stage(sheetId, over);
    for (const [c, value] of line.entries()) {
      const column = over.column + c;
      const id = typeof value === 'string' && value.startsWith('=') ? nextSharedId() : undefined;
      if (id !== undefined) patch(staged, { row: from.row, column }, sharedFormula(id, String(value)));
      for (let row = over.row; row < over.row + over.rows; row++) {
        if (id === undefined) this.value(sheetId, { staged, row, column }, value);
        else patch(staged, { row, column }, sharedFormula(id));
      }
    }
  }

  /** Writes a part of a style to each cell; null values take the part away, `undefined` leaves a cell alone. */
  styles(sheetId: string, area: Area, style: (row: number, column: number) => Partial<IStyleData> | undefined): void {
    const staged = this.stage(sheetId, area);
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        const part = style(row, column);
        if (part !== undefined) patch(staged, { row, column }, { s: part });
      }
    }
  }

  /** Keeps something of ours on each cell; null takes it away. */
  custom(sheetId: string, area: Area, value: CustomData | null): void {
    const staged = this.stage(sheetId, area);
    for (let row = area.row; row < area.row + area.rows; row++) {
      for (let column = area.column; column < area.column + area.columns; column++) {
        patch(staged, { row, column }, { custom: value });
      }
    }
  }

  /** The style a cell will have once what is staged is written. */
  styleAt(sheetId: string, row: number, column: number): Partial<IStyleData> | undefined {
    const own = this.reader.styleOf(this.reader.matrix(sheetId)[row]?.[column]);
    const staged = this.staged.get(sheetId)?.cells[row]?.[column]?.s;
    return typeof staged === 'object' && staged !== null ? merged(own ?? {}, staged) : own;
  }

  /** Takes every format away from the cells. */
  clearStyles(sheetId: string, area: Area): void {
    const staged = this.stage(sheetId, area);
    for (let row = area.row; row < area.row + area.rows; row++) {
      const line = (staged.cells[row] ??= {});
      for (let column = area.column; column < area.column + area.columns; column++) {
        line[column] = { ...line[column], s: null, custom: null };
      }
    }
    this.flush(); // a format staged later must not be merged with what was taken away
  }

  /** Everything staged becomes one change a sheet: one step of undo, one event. */
  flush(): void {
    for (const [sheetId, staged] of [...this.staged]) {
      this.staged.delete(sheetId);
      if (this.context.workbook.getSheetBySheetId(sheetId)) this.commit(sheetId, staged);
    }
  }

  private commit(sheetId: string, staged: Staged): void {
    this.grow(sheetId, staged);
    const { contents, looks } = divide(staged.cells);
    shareFormulas(contents);
    const undoable = staged.count <= UNDO_LIMIT;
    if (!isEmpty(contents)) this.writeContents(sheetId, contents, undoable);
    if (!isEmpty(looks)) this.writeLooks(sheetId, looks, undoable);
  }

  private writeContents(sheetId: string, value: Matrix, undoable: boolean): void {
    if (undoable) this.context.run(SetRangeValuesCommand.id, { subUnitId: sheetId, range: FIRST_CELL, value });
    else this.context.run(SetRangeValuesMutation.id, { subUnitId: sheetId, cellValue: value });
  }

  /** Named as a change of style, or the grid would take it for the removal of the cells' formulas. */
  private writeLooks(sheetId: string, cellValue: Matrix, undoable: boolean): void {
    const { unitId, injector } = this.context;
    const params = { unitId, subUnitId: sheetId, cellValue, trigger: SetStyleCommand.id };
    const undo = undoable ? SetRangeValuesUndoMutationFactory(injector, params) : null;
    this.context.run(SetRangeValuesMutation.id, params);
    if (undo === null) return;
    injector.get(IUndoRedoService).pushUndoRedo({
      unitID: unitId,
      undoMutations: [{ id: SetRangeValuesMutation.id, params: { ...undo, trigger: SetStyleCommand.id } }],
      redoMutations: [{ id: SetRangeValuesMutation.id, params }],
    });
  }

  private grow(sheetId: string, { bottom, right }: Staged): void {
    const sheet = this.context.sheet(sheetId);
    if (bottom > sheet.getRowCount()) sheet.setRowCount(bottom + 20);
    if (right > sheet.getColumnCount()) sheet.setColumnCount(right + 5);
  }

  private stage(sheetId: string, area: Area): Staged {
    const staged = this.staged.get(sheetId) ?? { cells: {}, count: 0, bottom: 0, right: 0 };
    this.staged.set(sheetId, staged);
    staged.count += area.rows * area.columns;
    staged.bottom = Math.max(staged.bottom, area.row + area.rows);
    staged.right = Math.max(staged.right, area.column + area.columns);
    return staged;
  }

  private value(sheetId: string, at: { staged: Staged; row: number; column: number }, value: OfficeValue): void {
    const pattern = dependsOnFormat(value) ? this.pattern(sheetId, at) : GENERAL;
    const input = cellInput(value, isTextFormat(pattern));
    const part: ICellData = { ...input.cell };
    if (input.pattern !== undefined && pattern === GENERAL) part.s = { n: { pattern: input.pattern } };
    patch(at.staged, at, part);
  }

  /** The number format a cell will have: what is staged comes before what it has. */
  private pattern(sheetId: string, at: { staged: Staged; row: number; column: number }): string {
    const staged = at.staged.cells[at.row]?.[at.column]?.s;
    const pattern = typeof staged === 'object' ? staged?.n?.pattern : undefined;
    if (pattern !== undefined) return pattern;
    return this.reader.styleOf(this.reader.matrix(sheetId)[at.row]?.[at.column])?.n?.pattern ?? GENERAL;
  }
}

function patch(staged: Staged, at: { row: number; column: number }, part: ICellData): void {
  const line = (staged.cells[at.row] ??= {});
  const before = line[at.column];
  if (!before) {
    line[at.column] = part;
    return;
  }
  const style = mergeStyles(before.s, part.s);
  line[at.column] = { ...before, ...part, ...(style === undefined ? {} : { s: style }) };
}

function mergeStyles(before: ICellData['s'], after: ICellData['s']): ICellData['s'] {
  if (typeof before !== 'object' || before === null) return after ?? before;
  if (typeof after !== 'object' || after === null) return after === undefined ? before : after;
  return merged(before, after);
}

function merged(before: IStyleData, after: IStyleData): IStyleData {
  return { ...before, ...after, ...(before.bd && after.bd ? { bd: { ...before.bd, ...after.bd } } : {}) };
}

/** Cells that get content, and cells that only change their looks. */
function divide(cells: Matrix): { readonly contents: Matrix; readonly looks: Matrix } {
  const contents: Matrix = {};
  const looks: Matrix = {};
  for (const [row, line] of Object.entries(cells)) {
    for (const [column, cell] of Object.entries(line)) {
      const into = cell && 'v' in cell ? contents : looks;
      (into[Number(row)] ??= {})[Number(column)] = cell;
    }
  }
  return { contents, looks };
}

function isEmpty(cells: Matrix): boolean {
  return Object.keys(cells).length === 0;
}
