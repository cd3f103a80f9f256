import type { GradeRates, PriceLever } from './levers';
import { cellOf, type PreparedParcels } from './prepareParcels';

/** What an enterprise pays a year above the common prices by its grade, wanYuan; nothing where grade or amount is not known. */
export function surchargeOf(prices: PriceLever, parcels: PreparedParcels, row: number): number {
  const { columns } = parcels;
  const grade = columns.grade?.[row] ?? 0;
  if (grade === 0) return 0;
  const yuan = (rates: GradeRates | undefined, amount: number) =>
    rates && !Number.isNaN(amount) ? (rates[grade - 1] ?? 0) * amount : 0;
  const squareMetres = cellOf(columns.landArea, row) * parcels.squareMetresPerMu;
  const sum =
    yuan(prices.electricity, cellOf(columns.electricity, row)) +
    yuan(prices.water, cellOf(columns.water, row)) +
    yuan(prices.landUseTax, squareMetres);
  return sum / 10_000;
}
