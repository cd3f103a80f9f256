import { firstDraws, prepareDraws } from '../../src/engine/simulate/index';
import { seededRandom } from '../../test/support/sample/seededRandom';
import { benchInput } from './monteCarlo';
import { bestOf } from './time';

/** Drives a computation to its end. */
function finish<R>(steps: Generator<unknown, R>): R {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** What a worker does for one move of a slider over 10,000 parcels: the plan, and the first draws of it. */
export function benchSlider(): string {
  const draw = seededRandom(5);
  const { parcels, ...input } = benchInput();
  const inefficient = Float64Array.from(parcels.landArea, () => Number(draw() < 0.3));
  const asked = [
    { metric: 'taxPerMu', year: 10 },
    { metric: 'disposedArea', year: 3 },
  ] as const;
  const at = (share: number) => {
    const disposal = { share, byYear: 2027 };
    const moved = {
      ...{ ...input, parcels: { ...parcels, inefficient }, assumptions: { horizon: 10 } },
      levers: { ...input.levers, disposal },
    };
    const drawable = finish(prepareDraws(moved));
    if (drawable.kind !== 'drawable') throw new Error(drawable.code);
    finish(firstDraws(drawable, asked));
  };
  let turn = 0;
  const ms = bestOf(7, () => at(0.3 + 0.01 * turn++));
  return `a slider over 10,000 parcels, plan and first draws: ${ms.toFixed(0)} ms`;
}
