import { roundReading } from '../quantity/roundReading';
import { cellText, type Cell, type Rows } from './cell';
import type { ColumnMatch } from './matchHeaders';
import { columnUnit, numberReader } from './readColumn';

/** A column's cells as numbers in its own unit, NaN where there is none; `typed` marks numbers kept as text. */
export interface Amounts {
  readonly values: Float64Array;
  readonly typed: Uint8Array;
}

/** Reads every row of a column, totals included, in the unit the column itself is kept in. */
export function amountsOf(rows: Rows, match: ColumnMatch): Amounts {
  const read = numberReader(match, { zeroIsBlank: false });
  const values = new Float64Array(rows.length).fill(NaN);
  const typed = new Uint8Array(rows.length);
  rows.forEach((row, index) => {
    const cell = row[match.column];
    const reading = read(cell);
    if (reading.kind !== 'value') return;
    values[index] = inColumnUnit(reading.value, match);
    typed[index] = typeof cell === 'string' ? 1 : 0;
  });
  return { values, typed };
}

/** A number in 亩, ㎡, 万元 or 万元/亩 as the column writes it. */
export function inColumnUnit(value: number, match: ColumnMatch): number {
  const unit = columnUnit(match);
  return unit ? (value * unit.over) / unit.times : value;
}

/** How far a cell may lie from its true value by rounding to the decimals it shows. */
export function roundingOf(cell: Cell, value: number): number {
  const text = typeof cell === 'number' ? String(roundReading(cell)) : cellText(cell);
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals + 1e-9 * Math.abs(value);
}
