import type { CellChange, CellModel, SheetModel, StyleModel } from '../../package/model';
import { BUSY, isErrorText, type OfficeValue } from '../book/value';
import { MAX_COLUMNS } from '../../sheet/address';

/** A cell of the grid when the workbook is saved. */
export interface CurrentCell {
  readonly value: OfficeValue;
  readonly formula: boolean;
  /** Written since the file was opened, by a person or by the add-in. */
  readonly touched: boolean;
  /** The area the cell's formula spills over, if more than itself. */
  readonly spill?: string;
}

/** A sheet of the grid when the workbook is saved. */
export interface CurrentSheet {
  /** Cells that hold anything, spilled ones included. */
  readonly cells: Iterable<readonly [row: number, column: number, cell: CurrentCell]>;
  /** The formula's text without "="; costly, so asked only where it may have changed. */
  readonly formulaAt: (row: number, column: number) => string;
  /** The style to save where it differs from the file's. */
  readonly changedStyle: (row: number, column: number, before: number | undefined) => StyleModel | undefined;
}

/** Cells by row and column. */
export type SheetChanges = Map<number, Map<number, CellChange>>;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The cells whose value, formula or style differs from the file's; null where a sheet is new. */
export function sheetDiff(model: Pick<SheetModel, 'cells'> | null, current: CurrentSheet): SheetChanges {
  const changes: SheetChanges = new Map();
  const seen = new Set<number>();
  for (const [row, column, cell] of current.cells) {
    seen.add(row * MAX_COLUMNS + column);
    const change = cellDiff(model?.cells.get(row)?.get(column), { row, column, cell, current });
    if (change !== undefined) put(changes, { row, column }, change);
  }
  for (const [row, cells] of model?.cells ?? []) {
    for (const [column, before] of cells) {
      if (seen.has(row * MAX_COLUMNS + column) || isBlank(before)) continue;
      put(changes, { row, column }, { value: null, type: 'blank' });
    }
  }
  return changes;
}

function cellDiff(
  before: CellModel | undefined,
  at: Place & { readonly cell: CurrentCell; readonly current: CurrentSheet },
): CellChange | undefined {
  const style = at.current.changedStyle(at.row, at.column, before?.style);
  const content = contentDiff(before, at);
  if (content === undefined && style === undefined) return undefined;
  const kept = content ?? contentOf(at.cell, formulaText(before, at), before);
  return style === undefined ? kept : { ...kept, style };
}

function contentDiff(
  before: CellModel | undefined,
  at: Place & { readonly cell: CurrentCell; readonly current: CurrentSheet },
): CellChange | undefined {
  const formula = formulaText(before, at);
  const now = contentOf(at.cell, formula, before);
  const sameFormula = formula === before?.formula && now.arrayRange === spillOf(before);
  return sameFormula && sameValue(before, now) ? undefined : now;
}

/** The formula of a cell nobody wrote to is the file's own. */
function formulaText(
  before: CellModel | undefined,
  { row, column, cell, current }: Place & { readonly cell: CurrentCell; readonly current: CurrentSheet },
): string | undefined {
  if (!cell.formula) return undefined;
  return !cell.touched && before?.formula !== undefined ? before.formula : current.formulaAt(row, column);
}

/** A cell that waits for its answer keeps the value the file had. */
function contentOf(cell: CurrentCell, formula: string | undefined, before: CellModel | undefined): CellChange {
  const waits = cell.value === BUSY;
  const value = waits ? (before?.value ?? null) : cell.value === '' ? blankOf(formula, before) : cell.value;
  return {
    value,
    type: waits && before !== undefined ? before.type : typeOf(value),
    ...(formula === undefined ? {} : { formula }),
    ...(cell.spill === undefined ? {} : { arrayRange: cell.spill }),
  };
}

/** A formula may answer an empty text; a plain cell without a value is blank. */
function blankOf(formula: string | undefined, before: CellModel | undefined): string | null {
  return formula !== undefined && before?.value !== null ? '' : null;
}

function typeOf(value: OfficeValue | null): CellModel['type'] {
  if (value === null) return 'blank';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'boolean') return 'boolean';
  return isErrorText(value) ? 'error' : 'string';
}

function spillOf(before: CellModel | undefined): string | undefined {
  return before?.arrayRange?.includes(':') === true ? before.arrayRange : undefined;
}

/** Numbers count as equal when all fifteen digits Excel keeps are. */
function sameValue(before: CellModel | undefined, now: CellChange): boolean {
  const old = before?.value ?? null;
  if (old === now.value) return true;
  if ((old ?? '') === '' && (now.value ?? '') === '') return true;
  const numbers = typeof old === 'number' && typeof now.value === 'number';
  return numbers && old.toPrecision(15) === now.value.toPrecision(15);
}

function isBlank(cell: CellModel): boolean {
  return (cell.value === null || cell.value === '') && cell.formula === undefined;
}

function put(changes: SheetChanges, { row, column }: Place, change: CellChange): void {
  const line = changes.get(row) ?? new Map<number, CellChange>();
  line.set(column, change);
  changes.set(row, line);
}
