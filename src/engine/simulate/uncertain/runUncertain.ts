import { assumptionValues } from '../assumption';
import type { Progress } from '../progress';
import { drawBlock, type DrawnBlock, type DrawingFailure, prepareDraws } from './drawBlock';
import { isEnough } from './stopRule';
import { summarise, type UncertainResult } from './summary';
import { blockCount, type UncertainInput } from './uncertainInput';

/** How a run of draws ends by itself. */
export type UncertainOutcome = { readonly kind: 'drawn'; readonly result: UncertainResult } | DrawingFailure;

/** The first blocks that are enough by the input's stop rule, or all of them. */
export function enoughBlocks(input: UncertainInput, blocks: readonly DrawnBlock[]): readonly DrawnBlock[] {
  const { stop, firstDay, assumptions } = input;
  if (!stop) return blocks;
  const given = { firstYear: Number(firstDay.slice(0, 4)), years: assumptionValues(assumptions).horizon + 1 };
  for (let count = 1; count <= blocks.length; count++) {
    const first = blocks.slice(0, count);
    if (isEnough(first, stop, given)) return first;
  }
  return blocks;
}

/** Draws a scenario block after block on this thread: what several workers come to as well, bit for bit. */
export function* runUncertain(input: UncertainInput): Generator<Progress, UncertainOutcome> {
  const drawable = yield* prepareDraws(input);
  if (drawable.kind === 'failed') return drawable;
  const years = drawable.parameters.values.horizon + 1;
  const given = { firstYear: drawable.firstYear, years };
  const blocks: DrawnBlock[] = [];
  for (let block = 0; block < blockCount(input); block++) {
    blocks.push(yield* drawBlock(drawable, block));
    if (input.stop && isEnough(blocks, input.stop, given)) break;
  }
  return { kind: 'drawn', result: yield* summarise(drawable, blocks, input.targets) };
}
