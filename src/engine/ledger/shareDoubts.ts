import type { Cell } from './cell';
import type { UnitDoubt } from './columns/units';
import type { HeaderMatch } from './matchHeaders';
import { medianOfColumn } from './median';
import { FRACTION, percentStyle } from './percent';
import { percentHints } from './readColumn';

/** The columns of shares of which nobody can tell whether they are written in hundredths or as fractions. */
export function shareDoubts({ byField }: HeaderMatch, rows: readonly (readonly Cell[])[]): UnitDoubt[] {
  return [...byField.values()].flatMap((match) => {
    if (match.field.kind !== 'percent') return [];
    const cells = rows.map((row) => row[match.column]);
    if (percentStyle(cells, percentHints(match)).bare !== 'unknown') return [];
    return [{ match, median: medianOfColumn(rows, match.column), named: false, units: ['%', FRACTION] }];
  });
}
