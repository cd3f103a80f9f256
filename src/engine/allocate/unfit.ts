import { noiseOf } from '../quantity/reaches';
import type { ChoiceModel } from './choiceModel';
import { priceOut, rowScale, searchPrices } from './lagrange';

/** Steps of the search for a proof; where there is one it is mostly near the prices of the first walk. */
const STEPS = 40;
/** What its first steps aim to gain: half of a limit. */
const REACH = 0.5;

/**
 * Whether prices prove that no choice keeps every limit: if whatever is chosen were worth nothing, every choice would still have to
 * pay more than all the limits would bring (a certificate after Farkas, of the linear relaxation).
 */
export function isProvenUnfit(model: ChoiceModel, prices: Float64Array): boolean {
  const noise = prices.reduce((sum, price, row) => sum + price * noiseOf(model.limit[row] ?? 0), 0);
  return priceOut(worthless(model), prices).bound < -noise;
}

/** Looks for such prices from others on; yields after every step. Where none are found nothing is proven. */
export function* searchUnfit(model: ChoiceModel, from: Float64Array): Generator<void, boolean> {
  const greatest = rowScale(model);
  const top = from.reduce((most, price, row) => Math.max(most, price / (greatest[row] ?? 1)), 0);
  if (top === 0) return false;
  const prices = from.map((price) => price / top);
  const searching = searchPrices(worthless(model), { iterations: STEPS, from: prices, greatest, reach: REACH });
  for (let step = searching.next(); ; step = searching.next()) {
    if (step.done) return isProvenUnfit(model, step.value.prices);
    yield;
  }
}

const worthless = (model: ChoiceModel): ChoiceModel => ({ ...model, value: new Float64Array(model.value.length) });
