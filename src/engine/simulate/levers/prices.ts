import { cellOf, type PreparedParcels } from '../prepareParcels';
import type { Lever, Need } from './lever';

/** A surcharge for each grade, A to D. */
export type GradeRates = readonly [number, number, number, number];

/** Differential prices by grade: yuan per kWh, per tonne of water, and per m2 of land a year. */
export interface PriceLever {
  readonly electricity?: GradeRates;
  readonly water?: GradeRates;
  readonly landUseTax?: GradeRates;
}

/** From a rebate of 100 yuan to a surcharge of 1,000. */
const isRate = (rate: number) => rate >= -100 && rate <= 1000;

function needsOf({ electricity, water }: PriceLever): Need[] {
  const needs: Need[] = [['grade']];
  if (electricity) needs.push(['electricity']);
  if (water) needs.push(['water']);
  return needs;
}

/** What an enterprise pays a year above the common prices by its grade, wanYuan; nothing where grade or amount is not known. */
function surchargeOf(prices: PriceLever, { columns, squareMetresPerMu }: PreparedParcels, row: number): number {
  const grade = columns.grade?.[row] ?? 0;
  if (grade === 0) return 0;
  const yuan = (rates: GradeRates | undefined, amount: number) =>
    rates && !Number.isNaN(amount) ? (rates[grade - 1] ?? 0) * amount : 0;
  const sum =
    yuan(prices.electricity, cellOf(columns.electricity, row)) +
    yuan(prices.water, cellOf(columns.water, row)) +
    yuan(prices.landUseTax, cellOf(columns.landArea, row) * squareMetresPerMu);
  return sum / 10_000;
}

/** 差别化价格. */
export const PRICES: Lever<PriceLever, 'priceRates'> = {
  start: {},
  needs: needsOf,
  check: ({ electricity, water, landUseTax }) => [
    [[electricity, water, landUseTax].every((rates) => !rates || rates.every(isRate)), 'priceRates'],
  ],
  surcharge: surchargeOf,
};
