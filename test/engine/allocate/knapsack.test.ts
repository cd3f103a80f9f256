import { describe, expect, it } from 'vitest';
import { allocate } from '../../../src/engine/allocate/allocate';
import type { AllocationProblem } from '../../../src/engine/allocate/problem';
import { solver } from './solver';

/**
 * Public instances with a known optimum: KNAPSACK_01, Florida State University (people.sc.fsu.edu/~jburkardt/datasets/knapsack_01),
 * P01, P02, P07 and P08.
 */
const INSTANCES = [
  {
    name: 'P01',
    capacity: 165,
    weights: [23, 31, 29, 44, 53, 38, 63, 85, 89, 82],
    profits: [92, 57, 49, 68, 60, 43, 67, 84, 87, 72],
    optimum: 309,
  },
  { name: 'P02', capacity: 26, weights: [12, 7, 11, 8, 9], profits: [24, 13, 23, 15, 16], optimum: 51 },
  {
    name: 'P07',
    capacity: 750,
    weights: [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
    profits: [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
    optimum: 1458,
  },
  {
    name: 'P08',
    capacity: 6404180,
    weights: [
      382745, 799601, 909247, 729069, 467902, 44328, 34610, 698150, 823460, 903959, 853665, 551830, 610856, 670702,
      488960, 951111, 323046, 446298, 931161, 31385, 496951, 264724, 224916, 169684,
    ],
    profits: [
      825594, 1677009, 1676628, 1523970, 943972, 97426, 69666, 1296457, 1679693, 1902996, 1844992, 1049289, 1252836,
      1319836, 953277, 2067538, 675367, 853655, 1826027, 65731, 901489, 577243, 466257, 369261,
    ],
    optimum: 13549094,
  },
];

describe('public knapsack instances', () => {
  it.each(INSTANCES)('$name: the optimum is found and proven', async ({ capacity, weights, profits, optimum }) => {
    const searching = allocate(knapsack({ capacity, weights, profits }), await solver, EXACT);
    let step = searching.next();
    while (!step.done) step = searching.next();
    expect(step.value).toMatchObject({ kind: 'done' });
    if (step.value.kind !== 'done') return;
    expect(step.value.value).toBeCloseTo(optimum, 6);
    expect(step.value.bound).toBeLessThan(optimum + 0.5);
  });
});

const EXACT = { gap: 0, iterations: 60, sample: 1200, linearCore: 600, wholeCore: 250, seconds: 20 };

function knapsack({
  capacity,
  weights,
  profits,
}: {
  readonly capacity: number;
  readonly weights: readonly number[];
  readonly profits: readonly number[];
}): AllocationProblem {
  const count = weights.length;
  const nothing = new Float64Array(count);
  return {
    parcels: {
      count,
      ...{ area: nothing, taxPaid: nothing, township: new Uint16Array(count) },
      measures: [
        {
          ...{
            measure: 'dispose',
            allowed: new Uint8Array(count).fill(1),
            cost: nothing,
            benefit: Float64Array.from(profits),
          },
          ...{ taxLost: nothing, areaLost: nothing, department: 0, work: Float64Array.from(weights) },
        },
      ],
    },
    ...{ periods: 1, periodsPerYear: 1, objective: 'mostNetBenefit', discountRate: 0 },
    limits: [
      {
        id: 'capacity',
        kind: 'atMost',
        quantity: 'work',
        scope: { kind: 'all' },
        from: 0,
        through: 0,
        amount: capacity,
      },
    ],
  };
}
