import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';

/** A cell's value as Office gives it; a blank is ''. */
export type OfficeValue = string | number | boolean;

/** What a cell shows while its function is being evaluated elsewhere. */
export const BUSY = '#BUSY!';

const ERRORS: ReadonlySet<string> = new Set([
  '#DIV/0!',
  '#N/A',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#REF!',
  '#VALUE!',
  '#SPILL!',
  '#CALC!',
  '#CONNECT!',
  '#GETTING_DATA',
  BUSY,
]);

/** Whether the text is one of Excel's error values. */
export function isErrorText(value: unknown): value is string {
  return typeof value === 'string' && ERRORS.has(value);
}

/** A cell's value; the grid keeps booleans as 0 and 1 with a type. */
export function officeValueOf(cell: Nullable<ICellData>): OfficeValue {
  const value = cell?.v;
  if (value === undefined || value === null) return '';
  if (cell?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === 'TRUE';
  return value;
}

/** Excel's name for a value's type. */
export function valueType(value: OfficeValue): 'Empty' | 'Double' | 'Boolean' | 'Error' | 'String' {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return isErrorText(value) ? 'Error' : 'String';
}
