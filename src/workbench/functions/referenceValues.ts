import type { ICellData, Nullable } from '@univerjs/core';
import type { BaseReferenceObject } from '@univerjs/engine-formula';
import type { Matrix } from '../book/matrix';
import { officeValueOf, type OfficeValue } from '../book/value';

/** A cell an argument refers to: its value, or null where it is blank. */
export type ReferencedValue = OfficeValue | null;

/** The cells of a reference, row by row; null where the reference itself is wrong. */
export function referenceValues(reference: BaseReferenceObject): ReferencedValue[][] | null {
  if (reference.isMultiArea() || (reference.getForcedSheetName() !== '' && !reference.getForcedSheetId())) return null;
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  if (!(startRow >= 0 && startColumn >= 0)) return null;
  const at = cellLookup(reference);
  const grid: ReferencedValue[][] = [];
  for (let row = startRow; row <= endRow; row++) {
    const line: ReferencedValue[] = [];
    for (let column = startColumn; column <= endColumn; column++) line.push(at(row, column));
    grid.push(line);
  }
  return grid;
}

/**
 * Reads the raw cells in the engine's own order of precedence: results of the running calculation, spilled values, the
 * sheet. Going through the engine's value objects takes ten times as long.
 */
function cellLookup(reference: BaseReferenceObject): (row: number, column: number) => ReferencedValue {
  const matrixOf = (source: { getMatrix: () => unknown } | null | undefined) =>
    source?.getMatrix() as Matrix | undefined;
  const running = matrixOf(reference.getCurrentRuntimeSheetData());
  const runningSpills = matrixOf(reference.getCurrentRuntimeActiveArrayFormulaCellData());
  const spills = matrixOf(reference.getCurrentActiveArrayFormulaCellData());
  const cells = matrixOf(reference.getCurrentActiveSheetData().cellData);
  return (row, column) => {
    const computed = running?.[row]?.[column] ?? runningSpills?.[row]?.[column];
    if (computed) return computedValue(computed);
    // A spill that is being calculated anew is no longer there; the engine knows.
    if (spills?.[row]?.[column]) return computedValue(reference.getCellData(row, column));
    return ownValue(cells?.[row]?.[column]);
  };
}

function computedValue(cell: Nullable<ICellData>): ReferencedValue {
  return cell?.v === undefined || cell.v === null ? null : officeValueOf(cell);
}

/** A formula may answer an empty text; a cell without one is blank. */
function ownValue(cell: Nullable<ICellData>): ReferencedValue {
  const value = officeValueOf(cell);
  return value === '' && !cell?.f && !cell?.si ? null : value;
}
