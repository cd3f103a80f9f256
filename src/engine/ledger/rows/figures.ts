import { eachRow, type Steps } from '../../../steps/steps';
import { cellText, type Cell, type Rows } from '../cell';
import { readNumber, unitOfCell } from '../number';
import { columnUnit } from '../readColumn';
import type { Summed } from './look';

/** The amounts of the summed columns, read once for all that add them up: row by row, 0 where there is none. */
export class Figures {
  constructor(
    private readonly values: Float64Array,
    private readonly width: number,
  ) {}

  /** The amount of a row in one of the summed columns, by its place among them. */
  at(row: number, column: number): number {
    return this.values[row * this.width + column] ?? 0;
  }

  /** The places in which a row has an amount. */
  filled(row: number): number[] {
    const found: number[] = [];
    for (let column = 0; column < this.width; column++) if (this.at(row, column) !== 0) found.push(column);
    return found;
  }
}

/** Reads the summed columns of all rows. */
export function* figuresOf(rows: Rows, summed: readonly Summed[]): Steps<Figures> {
  const values = new Float64Array(rows.length * summed.length);
  let place = 0;
  yield* eachRow(rows, (row) => {
    for (const one of summed) values[place++] = valueOf(row[one.column], one);
  });
  return new Figures(values, summed.length);
}

/** A cell's number as its column is written; 0 where there is none. */
function valueOf(cell: Cell, { match }: Summed): number {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : 0;
  if (typeof cell !== 'string' || cell === '') return 0;
  const own = unitOfCell(cell);
  const reading = readNumber(cell, undefined, own?.dimension ?? 'other');
  if (reading.kind !== 'value') return 0;
  if (!own) return /[\u4e00-\u9fff]/.test(cellText(cell).replace(/^约/, '')) ? 0 : reading.value;
  const unit = match && columnUnit(match);
  return unit ? (reading.value * unit.over) / unit.times : reading.value;
}
