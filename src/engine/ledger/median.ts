import { convert, type Unit } from '../quantity/unit';
import type { Cell, Rows } from './cell';
import { readNumber } from './number';

/** The middle one of a column's numbers above 0, in `unit` where one is given; NaN where there is none. */
export function medianOfColumn(rows: Rows, column: number, unit?: Unit): number {
  const values = new Float64Array(rows.length);
  let count = 0;
  for (const row of rows) {
    const value = valueOfCell(row[column], unit);
    if (value > 0) values[count++] = value;
  }
  return middleOf(values.subarray(0, count));
}

/** The middle one of numbers, which are put in order; NaN where there is none. */
export function middleOf(values: Float64Array): number {
  return values.sort()[Math.floor(values.length / 2)] ?? NaN;
}

/** A cell's number, NaN where it has none. */
export function valueOfCell(cell: Cell, unit?: Unit): number {
  if (typeof cell === 'number') return !Number.isFinite(cell) ? NaN : unit ? convert(cell, unit) : cell;
  if (typeof cell !== 'string' || cell === '') return NaN;
  const reading = readNumber(cell, unit);
  return reading.kind === 'value' ? reading.value : NaN;
}
