import { NONE, type ChoiceModel } from './choiceModel';

/** What an option is worth after paying for what it uses; nothing chosen is worth 0. */
export function reducedValue(
  { value, firstEntry, row, coefficient }: ChoiceModel,
  option: number,
  prices: Float64Array,
): number {
  if (option === NONE) return 0;
  let left = value[option] ?? 0;
  for (let entry = firstEntry[option] ?? 0; entry < (firstEntry[option + 1] ?? 0); entry++) {
    left -= (prices[row[entry] ?? 0] ?? 0) * (coefficient[entry] ?? 0);
  }
  return left;
}

/** What every option is worth after paying for what it uses. */
export function reducedValues(model: ChoiceModel, prices: Float64Array): Float64Array {
  return model.value.map((_, option) => reducedValue(model, option, prices));
}

/** How sure the prices are of each group: what the best option is worth more than the second best. */
function marginsAt(model: ChoiceModel, prices: Float64Array): Float64Array {
  return Float64Array.from({ length: model.groups }, (_, group) => {
    const must = model.mustChoose[group] === 1;
    let [best, second] = must ? [-Infinity, -Infinity] : [0, -Infinity];
    for (let option = model.firstOption[group] ?? 0; option < (model.firstOption[group + 1] ?? 0); option++) {
      const worth = reducedValue(model, option, prices);
      if (worth > best) [best, second] = [worth, best];
      else if (worth > second) second = worth;
    }
    return best - second;
  });
}

/** The groups that the prices are least sure of, in the model's order. */
export function leastSure(model: ChoiceModel, prices: Float64Array, count: number): Int32Array {
  const margins = marginsAt(model, prices);
  const order = [...margins.keys()].sort((a, b) => (margins[a] ?? 0) - (margins[b] ?? 0) || a - b);
  return Int32Array.from(order.slice(0, count)).sort();
}
