import type { ColumnInfo } from './columnInfo';

/**
 * So many rows must both columns have, and such shares of them lie near and close; of a column without a word of it some are the
 * same too, or nearly all beside it.
 */
const LEAST = { rows: 5, alike: 3, near: 0.8, close: 0.6, same: 0.25, beside: 0.9 } as const;
/** How far from one another is near, how far is close, and how far beside. */
const WITHIN = { near: 2, close: 4 / 3, beside: 1.15 } as const;

/**
 * 用地面积 | 核减后面积, 税收（万元） | 审核数: a column that goes along with a known figure row by row is another figure of the same
 * thing, whatever it is called.
 */
export function withMirrors(infos: readonly ColumnInfo[]): ColumnInfo[] {
  const bases = infos.filter(
    ({ family, kind }) => (family === 'tax' || family === 'area') && (kind === 'plain' || kind === 'version'),
  );
  return infos.map((info) => {
    const base = mayBeFigure(info) ? bases.find((one) => isMirror(info, one)) : undefined;
    if (!base) return info;
    const { family, unit } = base;
    return { ...info, family, kind: 'version', ...(unit && !info.unit ? { unit } : {}) };
  });
}

/** 其中：厂房用地: it says itself what it is a part of. */
export function saysPart({ path }: Pick<ColumnInfo, 'path'>): boolean {
  return path.some(({ text }) => text.includes('其中'));
}

function mayBeFigure(info: ColumnInfo): boolean {
  const { family, kind, named, profile } = info;
  if (saysPart(info)) return false;
  if (family === 'tax' || family === 'area') return kind === 'unknown';
  const isElsewhere = kind === 'rate' || kind === 'past' || kind === 'plan';
  return family === 'none' && named === undefined && !isElsewhere && !profile.isSequence;
}

function isMirror(info: ColumnInfo, base: ColumnInfo): boolean {
  const isOfOther = info.year !== undefined && base.year !== undefined && info.year !== base.year;
  const isApart = info.family !== 'none' && info.family !== base.family;
  const isOtherUnit = info.unit !== undefined && base.unit !== undefined && info.unit.dimension !== base.unit.dimension;
  if (info === base || isApart || isOfOther || isOtherUnit) return false;
  const { rows, near, close, same, beside } = compared(info, base);
  // Two figures of different things may be near each other in many rows; hardly in all, and to the last place in some.
  const isBeside = same > 0 && beside >= LEAST.beside * rows;
  const isSame = (info.family !== 'none' || isBeside || same >= LEAST.same * rows) && same < rows;
  const isNear = near >= LEAST.near * rows && close >= LEAST.close * rows;
  const least = same > 0 ? LEAST.alike : LEAST.rows;
  return rows >= Math.max(least, base.profile.numbers / 2) && isNear && isSame;
}

type Shares = Record<'rows' | 'near' | 'close' | 'beside' | 'same', number>;

function compared(info: ColumnInfo, base: ColumnInfo): Shares {
  const factor = info.unit && base.unit ? factorOf(info) / factorOf(base) : 1;
  const found: Shares = { rows: 0, near: 0, close: 0, beside: 0, same: 0 };
  info.profile.values.forEach((value, row) => {
    const other = base.profile.values[row] ?? NaN;
    if (!(value > 0) || !(other > 0)) return;
    const apart = Math.abs(Math.log((value * factor) / other));
    found.rows++;
    if (apart < Math.log(WITHIN.near)) found.near++;
    if (apart < Math.log(WITHIN.close)) found.close++;
    if (apart < Math.log(WITHIN.beside)) found.beside++;
    if (apart < 1e-4) found.same++;
  });
  return found;
}

/** What a column's numbers are multiplied by to be in the ledger's own unit. */
export function factorOf({ unit }: Pick<ColumnInfo, 'unit'>): number {
  return unit ? unit.times / unit.over : 1;
}
