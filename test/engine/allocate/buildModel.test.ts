import { describe, expect, it } from 'vitest';
import { countyProblem, sequence } from '../../../scripts/bench/allocationProblem';
import { buildModel } from '../../../src/engine/allocate/buildModel';
import { choiceOf, NONE } from '../../../src/engine/allocate/choiceModel';
import type { Allocation, AllocationProblem, Limit } from '../../../src/engine/allocate/problem';
import { verifyAllocation } from '../../oracles/verifyAllocation';
import { seedOf } from '../../support/seeds';

/** A county with a limit of every kind, two measures and three renewal units. */
function everyKind(seed: number): AllocationProblem {
  const county = countyProblem({ parcels: 40, years: 3, townships: 3, tightness: 0.5, seed });
  const { parcels } = county;
  const [dispose] = parcels.measures;
  if (!dispose) throw new Error('no measure');
  const nothing = new Float64Array(parcels.count);
  const renew = { ...dispose, measure: 'renew' as const, cost: dispose.cost.map((cost) => cost / 2), department: 1 };
  const tax = parcels.taxPaid.reduce((sum, own) => sum + own, 0);
  const area = parcels.area.reduce((sum, own) => sum + own, 0);
  const all = { kind: 'all' } as const;
  const extra: Limit[] = [
    { id: 'share', kind: 'shareAtMost', scope: { kind: 'township', code: 2 }, share: 0.4 },
    { id: 'tax', kind: 'taxPerMuAtLeast', scope: all, through: 1, line: 5, stock: { tax, area } },
    {
      ...{
        id: 'slips',
        kind: 'atLeast',
        quantity: 'count',
        scope: { kind: 'cluster', code: 1 },
        through: 2,
        amount: 2,
      },
      doneShare: [0.5, 0.8, 1],
    },
    { id: 'cases', kind: 'atMost', quantity: 'work', scope: all, from: 1, through: 2, amount: 30, department: 1 },
  ];
  return {
    ...county,
    limits: [...county.limits, ...extra],
    parcels: {
      ...parcels,
      cluster: Uint16Array.from({ length: 40 }, (_, row) => row % 3),
      unit: Uint32Array.from({ length: 40 }, (_, row) => (row % 5 === 0 ? 1 + (row % 3) : 0)),
      measures: [
        { ...dispose, areaLost: parcels.area },
        { ...renew, taxLost: nothing },
      ],
    },
  };
}

describe('a problem written as a model', () => {
  it.each([1, 2, 3, 4, 5].map(seedOf))('adds up what the parcels themselves say, seed %i', (seed) => {
    const problem = everyKind(seed);
    const { model, members, measureOf, periodOf } = buildModel(problem);
    const random = sequence(seed);
    const option = Int32Array.from({ length: model.groups }, (_, group) => {
      const first = model.firstOption[group] ?? 0;
      const options = (model.firstOption[group + 1] ?? 0) - first;
      return random() < 0.3 ? NONE : first + Math.floor(options * random());
    });
    const allocation: Allocation = { measure: new Int8Array(40).fill(NONE), period: new Int16Array(40).fill(NONE) };
    for (const [group, parcels] of members.entries()) {
      for (const parcel of parcels) {
        allocation.measure[parcel] = measureOf[option[group] ?? NONE] ?? NONE;
        allocation.period[parcel] = periodOf[option[group] ?? NONE] ?? NONE;
      }
    }
    const { activity, value } = choiceOf(model, option);
    const verified = verifyAllocation(problem, allocation);
    expect(value).toBeCloseTo(verified.netBenefit, 6);
    expect(verified.faults).toEqual([]);
    for (const [row, limit] of problem.limits.entries()) {
      const reading = verified.limits[row]?.reading ?? NaN;
      if (limit.kind === 'atLeast') expect(activity[row]).toBeCloseTo(-reading, 8);
      if (limit.kind === 'atMost') expect(activity[row]).toBeCloseTo(reading, 8);
      const kept = (activity[row] ?? 0) <= (model.limit[row] ?? 0) + 1e-9;
      if (limit.kind === 'shareAtMost' || limit.kind === 'taxPerMuAtLeast')
        expect(kept).toBe(verified.limits[row]?.kept);
    }
  });
});
