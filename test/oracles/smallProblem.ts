import type { AllocationProblem, Limit, MeasureColumns, Scope } from '../../src/engine/allocate/problem';
import { seededRandom } from '../support/sample/seededRandom';

/** A problem of two to five parcels with limits of every kind, units, phases and rulings among them. */
export function smallProblem(seed: number): AllocationProblem {
  const random = seededRandom(seed * 7919 + 1);
  const whole = (low: number, high: number) => low + Math.floor((high - low + 1) * random());
  const tenths = (low: number, high: number) => Math.round(10 * (low + (high - low) * random())) / 10;
  const pick = <T>(all: readonly T[]) => all[whole(0, all.length - 1)] as T;
  const count = whole(2, 5);
  const periods = whole(1, count > 4 ? 2 : 3);
  const column = (low: number, high: number) => Float64Array.from({ length: count }, () => tenths(low, high));
  const codes = (most: number) => Uint16Array.from({ length: count }, () => whole(0, most));
  const area = column(2, 30);
  const measures = (['dispose', 'renew', 'upgrade'] as const)
    .slice(0, whole(1, count > 4 ? 2 : 3))
    .map((measure, at): MeasureColumns => ({
      measure,
      allowed: Uint8Array.from({ length: count }, () => Number(random() < 0.85)),
      cost: column(5, 120).map((cost) => (random() < 0.05 ? NaN : cost)),
      ...{ benefit: column(-20, 200), taxLost: column(-40, 60), areaLost: area.map((own) => (at === 0 ? own : 0)) },
      ...{ department: at, work: Float64Array.from({ length: count }, () => pick([0.5, 1, 2])) },
    }));
  const scope = (): Scope =>
    pick<Scope>([{ kind: 'all' }, { kind: 'township', code: 1 }, { kind: 'cluster', code: 2 }]);
  const limits = Array.from({ length: whole(2, 5) }, (_, at): Limit => {
    const through = whole(0, periods - 1);
    const own = { id: `L${String(at)}`, scope: scope() };
    switch (pick(['area', 'count', 'done', 'fund', 'work', 'cap', 'share', 'perMu'] as const)) {
      case 'area':
        return { ...own, kind: 'atLeast', quantity: 'area', through, amount: tenths(5, 60) };
      case 'count':
        return { ...own, kind: 'atLeast', quantity: 'count', through, amount: whole(1, 3) };
      case 'done':
        return { ...own, kind: 'atLeast', quantity: 'area', through, amount: tenths(5, 40), doneShare: [0.5, 0.75, 1] };
      case 'fund':
        return { ...own, kind: 'atMost', quantity: 'cost', from: 0, through, amount: tenths(10, 200) };
      case 'work':
        return { ...own, kind: 'atMost', quantity: 'work', from: through, through, amount: whole(1, 3), department: 0 };
      case 'cap':
        return {
          ...own,
          kind: 'atMost',
          quantity: pick(['area', 'count'] as const),
          from: 0,
          through,
          amount: tenths(1, 40),
        };
      case 'share':
        return { ...own, kind: 'shareAtMost', share: tenths(0.3, 0.9) };
      case 'perMu':
        return {
          ...own,
          ...{ kind: 'taxPerMuAtLeast', through, line: tenths(2, 14) },
          stock: { tax: tenths(200, 1500), area: tenths(60, 150) },
        };
    }
  });
  return {
    parcels: {
      ...{ count, area, taxPaid: column(0, 200), township: codes(2), cluster: codes(2) },
      ...(random() < 0.4 ? { unit: Uint32Array.from({ length: count }, () => whole(0, 2)) } : {}),
      ...(random() < 0.3 ? { ruling: Uint8Array.from({ length: count }, () => pick([0, 0, 0, 1, 2])) } : {}),
      ...(random() < 0.3 ? { earliest: Uint8Array.from({ length: count }, () => whole(0, periods - 1)) } : {}),
      measures,
    },
    ...{ periods, periodsPerYear: pick([1, 4]), discountRate: pick([0, 0.05]), limits },
    objective: pick(['leastCost', 'mostNetBenefit'] as const),
  };
}
