import type { Cell, Rows } from './cell';
import type { ColumnMatch } from './matchHeaders';
import { numberReader } from './readColumn';

const READ = { zeroIsBlank: false } as const;

/** The middle one of the 亩均, in 万元/亩, that a column of tax and one of land give together; NaN where there is none. */
export function medianPerMu(rows: Rows, tax: ColumnMatch, area: ColumnMatch): number {
  const [taxOf, areaOf] = [amountReader(tax), amountReader(area)];
  const values = rows.flatMap((row) => {
    const perMu = taxOf(row) / areaOf(row);
    return perMu > 0 && Number.isFinite(perMu) ? [perMu] : [];
  });
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** A row's amount in a column, with those that are added to it or taken off; NaN where one cannot be read. */
export function amountReader(match: ColumnMatch): (row: readonly Cell[]) => number {
  const read = numberReader(match, READ);
  const parts = [{ column: match.column, sign: 1 }, ...(match.plus ?? [])];
  return (row) =>
    parts.reduce((sum, { column, sign }) => {
      const reading = read(row[column]);
      return (
        sum +
        (reading.kind === 'value' ? sign * reading.value : parts.length > 1 && reading.kind === 'missing' ? 0 : NaN)
      );
    }, 0);
}
