import { NONE, type ChoiceModel } from './choiceModel';
import { coreProgram } from './coreProgram';
import type { LinearSolver } from './linearSolver';

/** How large a sample, how long, and the price of a unit over each limit. */
export interface Sampling {
  readonly sample: number;
  readonly seconds: number;
  readonly penalty: Float64Array;
}

/** The duals of a linear program over every so-manieth group, with limits in proportion: a good beginning, and cheap. */
export function samplePrices(
  model: ChoiceModel,
  solver: LinearSolver,
  { sample, seconds, penalty }: Sampling,
): Float64Array | undefined {
  const every = Math.ceil(model.groups / sample);
  const groups = Int32Array.from({ length: Math.ceil(model.groups / every) }, (_, at) => at * every);
  const part = groups.length / model.groups;
  const sampled: ChoiceModel = { ...model, limit: model.limit.map((limit) => limit * part) };
  const core = { groups, fixed: new Int32Array(model.groups).fill(NONE) };
  const answer = solver.solve(coreProgram(sampled, core, { whole: false, penalty }).program, { seconds });
  return 'x' in answer ? pricesOf(answer.rowPrice, model) : undefined;
}

/** The prices of a program's limits; its rows for groups come after them. */
export function pricesOf(rowPrice: Float64Array | undefined, { limit }: ChoiceModel): Float64Array | undefined {
  return rowPrice?.slice(0, limit.length).map((price) => Math.max(0, price));
}
