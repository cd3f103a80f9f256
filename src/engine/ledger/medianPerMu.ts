import type { Cell, Rows } from './cell';
import type { ColumnMatch } from './matchHeaders';
import { middleOf } from './median';
import { numberReader, plainReader } from './readColumn';

const READ = { zeroIsBlank: false } as const;

/** The middle one of the 亩均, in 万元/亩, that a column of tax and one of land give together; NaN where there is none. */
export function medianPerMu(rows: Rows, tax: ColumnMatch, area: ColumnMatch): number {
  const [taxOf, areaOf] = [amountReader(tax), amountReader(area)];
  const values = Float64Array.from(rows, (row) => taxOf(row) / areaOf(row));
  return middleOf(values.filter((perMu) => perMu > 0 && Number.isFinite(perMu)));
}

/** A row's amount in a column, with those that are added to it or taken off; NaN where one cannot be read. */
export function amountReader(match: ColumnMatch): (row: readonly Cell[]) => number {
  const [read, plain] = [numberReader(match, READ), plainReader(match)];
  const parts = [{ column: match.column, sign: 1 }, ...(match.plus ?? [])];
  const amountIn = (cell: Cell) => {
    if (plain && typeof cell === 'number' && Number.isFinite(cell)) return plain(cell);
    const reading = read(cell);
    if (reading.kind === 'value') return reading.value;
    return parts.length > 1 && reading.kind === 'missing' ? 0 : NaN;
  };
  return (row) => {
    let sum = 0;
    for (const { column, sign } of parts) sum += sign * amountIn(row[column]);
    return sum;
  };
}
