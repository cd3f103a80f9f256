import type { ColumnInfo } from './columnInfo';

/**
 * So many rows must both columns have, and such shares of them lie near and close; of a column without a word of it some are the
 * same too, or nearly all go along with it: the quotient varies by no more than such a share of what the figure itself does.
 */
const LEAST = { rows: 5, alike: 3, near: 0.8, close: 0.6, same: 0.25, nearlyAll: 0.9, along: 0.3 } as const;
/** How far from one another is near, and how far is close. */
const WITHIN = { near: 2, close: 4 / 3 } as const;

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
  const { rows, near, close, same, isAlong } = compared(info, base);
  const isSame = (info.family !== 'none' || isAlong || same >= LEAST.same * rows) && same < rows;
  const isNear = near >= LEAST.near * rows && close >= LEAST.close * rows;
  // Few rows show little, unless some figures are the same or the column's own words say what it is.
  const isTold = same > 0 || info.family !== 'none';
  const least = isTold ? LEAST.alike : LEAST.rows;
  return rows >= Math.max(least, base.profile.numbers / 2) && isNear && isSame;
}

interface Compared extends Record<'rows' | 'near' | 'close' | 'same', number> {
  readonly isAlong: boolean;
}

function compared(info: ColumnInfo, base: ColumnInfo): Compared {
  const factor = info.unit && base.unit ? factorOf(info) / factorOf(base) : 1;
  const logs: number[] = [];
  const apart: number[] = [];
  info.profile.values.forEach((value, row) => {
    const other = base.profile.values[row] ?? NaN;
    if (!(value > 0) || !(other > 0)) return;
    logs.push(Math.log(other));
    apart.push(Math.log((value * factor) / other));
  });
  const within = (most: number) => apart.filter((one) => Math.abs(one) < most).length;
  const [near, close, same] = [Math.log(WITHIN.near), Math.log(WITHIN.close), 1e-4].map(within) as [
    number,
    number,
    number,
  ];
  // Two figures of different things may be near each other in many rows; hardly in nearly all, be they small or large.
  const most = Math.ceil(LEAST.nearlyAll * apart.length);
  const nearest = apart.toSorted((a, b) => Math.abs(a) - Math.abs(b)).slice(0, most);
  const isAlong = close >= most && spread(nearest) <= LEAST.along * spread(logs);
  return { rows: apart.length, near, close, same, isAlong };
}

/** The standard deviation. */
function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

/** What a column's numbers are multiplied by to be in the ledger's own unit. */
export function factorOf({ unit }: Pick<ColumnInfo, 'unit'>): number {
  return unit ? unit.times / unit.over : 1;
}
