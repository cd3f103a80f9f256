import type { Column } from '../column/column';

/** A figure that is usual for its column only in another unit, and which one. */
export interface Slip {
  readonly row: number;
  readonly field: 'landArea' | 'taxPaid';
  readonly unit: string;
}

/** Fewer rows say nothing of what is usual. */
const LEAST = 4;
const SQUARE_METRES = 2000 / 3;

/**
 * Single cells in another unit: far from what the column holds, and back among it, with the 亩均 that follows, once the unit is
 * changed. `rows` are the rows that count.
 */
export function slipsIn(land: Column | undefined, tax: Column | undefined, rows: readonly number[]): Slip[] {
  const areaAt = numberAt(land);
  const taxAt = numberAt(tax);
  const usual = {
    area: middle(rows.map(areaAt)),
    tax: middle(rows.map(taxAt)),
    perMu: middle(rows.map((row) => taxAt(row) / areaAt(row))),
  };
  return rows.flatMap((row): Slip[] => {
    const [area, paid] = [areaAt(row), taxAt(row)];
    const [ofLand, ofTax] = [landUnit(area, paid, usual), taxUnit(area, paid, usual)];
    return [
      ...(ofLand === undefined ? [] : [{ row, field: 'landArea' as const, unit: ofLand }]),
      ...(ofTax === undefined ? [] : [{ row, field: 'taxPaid' as const, unit: ofTax }]),
    ];
  });
}

interface Usual {
  readonly area: number;
  readonly tax: number;
  readonly perMu: number;
}

function landUnit(area: number, paid: number, { area: middleArea, perMu }: Usual): string | undefined {
  const far = area / middleArea;
  const isSquare = far > 20 && isNear(area / SQUARE_METRES, middleArea, 30);
  const isBare = Number.isNaN(paid) ? far > 60 : paid / area < perMu / 20 || (far > 60 && paid / area < perMu / 8);
  if (isSquare && isBare) return '平方米';
  const isHectare = far < 1 / 60 && isNear(area * 15, middleArea, 10) && paid / area > perMu * 8;
  return isHectare ? '公顷' : undefined;
}

function taxUnit(area: number, paid: number, { tax, perMu }: Usual): string | undefined {
  const byTax = paid > tax * 1000 && isNear(paid / 1e4, tax, 100);
  const byYield = paid > tax * 40 && paid / area > perMu * 200 && isNear(paid / 1e4 / area, perMu, 60);
  if (byTax || byYield) return '元';
  const bySmallTax = paid < tax / 1500 && isNear(paid * 1e4, tax, 30);
  const bySmallYield = paid / area < perMu / 1000 && isNear((paid * 1e4) / area, perMu, 15);
  const isSmall = paid > 0 && (bySmallTax || bySmallYield);
  // 亿元 are written to the 万元: a small amount of 万元 has no more than two places.
  return isSmall && !Number.isInteger(paid * 100) ? '亿元' : undefined;
}

function numberAt(column: Column | undefined): (row: number) => number {
  return (row) => (column?.kind === 'number' ? (column.values[row] ?? NaN) : NaN);
}

function isNear(value: number, usual: number, times: number): boolean {
  return value > usual / times && value < usual * times;
}

function middle(values: readonly number[]): number {
  const known = Float64Array.from(values.filter((value) => value > 0)).sort();
  return known.length < LEAST ? NaN : (known[Math.floor(known.length / 2)] ?? NaN);
}
