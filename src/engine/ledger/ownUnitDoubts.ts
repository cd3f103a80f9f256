import type { Rows } from './cell';
import type { AskedUnit } from './columns/units';
import type { HeaderMatch } from './matchHeaders';
import { medianOfColumn } from './median';
import { metersOf } from './numberUnit';
import { FRACTION, percentStyle } from './percent';
import { percentHints } from './readColumn';

/** From so many on a year's current or water is more likely counted one by one than in ten thousands. */
const LIKELY_SINGLES = 5000;

/**
 * The columns whose figures do not say what they are in: shares of which nobody can tell whether they are written in hundredths or as
 * fractions, and meters whose header says neither 度 nor 万度.
 */
export function ownUnitDoubts(headers: HeaderMatch, rows: Rows): AskedUnit[] {
  return [...headers.byField.values()].flatMap((match): AskedUnit[] => {
    const units = match.field.kind === 'percent' ? shareUnits(match, rows) : meterUnits(match, headers);
    if (units.length === 0) return [];
    const median = medianOfColumn(rows, match.column);
    const likely = match.field.kind === 'percent' || median >= LIKELY_SINGLES ? units : units.toReversed();
    return [{ match, median, named: false, units: likely }];
  });
}

type Match = AskedUnit['match'];

function shareUnits(match: Match, rows: Rows): readonly string[] {
  const cells = rows.map((row) => row[match.column]);
  return percentStyle(cells, percentHints(match)).bare === 'unknown' ? ['%', FRACTION] : [];
}

function meterUnits({ field, unit, column }: Match, { units }: HeaderMatch): readonly string[] {
  return unit === undefined && units[column] === undefined ? metersOf(field) : [];
}
