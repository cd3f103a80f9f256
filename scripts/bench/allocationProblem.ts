import type { AllocationProblem, Limit } from '../../src/engine/allocate/index';

/** How large a made-up county is, and how tight its limits are: 1 leaves little room, smaller leaves more. */
export interface CountySize {
  readonly parcels: number;
  readonly years: number;
  readonly townships: number;
  readonly tightness: number;
  readonly seed: number;
}

/**
 * A made-up county with a yearly target, a yearly fund, two departments' capacity by year, and every township's floor and cap:
 * the funds are just enough for the tightness asked for. Seeded, so that it is the same in every run.
 */
export function countyProblem({ parcels, years, townships, tightness, seed }: CountySize): AllocationProblem {
  const random = sequence(seed);
  const column = (of: (row: number) => number) => Float64Array.from({ length: parcels }, (_, row) => of(row));
  const area = column(() => Math.round((3 + 60 * random() ** 2) * 10) / 10);
  const township = Uint16Array.from({ length: parcels }, () => 1 + Math.floor(townships * random() ** 1.4));
  const taxPaid = column((row) => (area[row] ?? 0) * 12 * random());
  const costPerMu = column(() => 40 + 60 * random());
  const cost = column((row) => (area[row] ?? 0) * (costPerMu[row] ?? 0));
  const benefit = column((row) => (area[row] ?? 0) * 110 * random());
  const work = column(() => 1 + Math.floor(3 * random()));
  const total = area.reduce((sum, own) => sum + own, 0);
  const stock = Array.from({ length: townships + 1 }, (_, code) =>
    area.reduce((sum, own, row) => sum + (township[row] === code ? own : 0), 0),
  );
  const target = 0.3 * total;
  const meanCost = cost.reduce((sum, own) => sum + own, 0) / total;
  const limits: Limit[] = [];
  for (let year = 0; year < years; year++) {
    const [from, through] = [year, year];
    const amount = (target * (year + 1)) / years;
    limits.push({ id: `target ${year}`, kind: 'atLeast', quantity: 'area', scope: { kind: 'all' }, through, amount });
    const fund = ((target * meanCost) / years) * (1.25 - 0.35 * tightness);
    limits.push({
      id: `fund ${year}`,
      kind: 'atMost',
      quantity: 'cost',
      scope: { kind: 'all' },
      from,
      through,
      amount: fund,
    });
    const cases = ((0.3 * parcels * 2) / years) * (1.5 - 0.4 * tightness);
    limits.push({
      id: `work ${year}`,
      kind: 'atMost',
      quantity: 'work',
      scope: { kind: 'all' },
      from,
      through,
      amount: cases,
      department: 0,
    });
  }
  for (let code = 1; code <= townships; code++) {
    const scope = { kind: 'township', code } as const;
    const floor = { kind: 'atLeast', quantity: 'area', scope, through: years - 1 } as const;
    limits.push({ id: `floor ${code}`, ...floor, amount: (stock[code] ?? 0) * (0.1 + 0.1 * tightness) });
    for (let year = 0; year < years; year++) {
      const cap = { kind: 'atMost', quantity: 'area', scope, from: year, through: year } as const;
      limits.push({
        id: `cap ${code} ${year}`,
        ...cap,
        amount: ((stock[code] ?? 0) * (0.6 - 0.2 * tightness)) / years,
      });
    }
  }
  const nothing = new Float64Array(parcels);
  const measure = {
    measure: 'dispose',
    allowed: new Uint8Array(parcels).fill(1),
    taxLost: taxPaid,
    areaLost: nothing,
  } as const;
  return {
    parcels: {
      ...{ count: parcels, area, taxPaid, township },
      measures: [{ ...measure, cost, benefit, department: 0, work }],
    },
    ...{ periods: years, periodsPerYear: 1, objective: 'mostNetBenefit', discountRate: 0.05, limits },
  };
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function sequence(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
