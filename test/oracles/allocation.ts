import type { Allocation, AllocationProblem, Limit, Scope } from '../../src/engine/allocate/problem';

/** A parcel taken: which, by which measure, in which period. */
interface Taken {
  readonly parcel: number;
  readonly measure: number;
  readonly period: number;
}

/** Every allocation that the parcels themselves allow, one after another (docs/model.md, 10). */
export function* allAllocations(problem: AllocationProblem): Generator<readonly Taken[]> {
  yield* withUnits(problem, unitsOf(problem), 0, []);
}

function* withUnits(
  problem: AllocationProblem,
  units: readonly (readonly number[])[],
  at: number,
  before: readonly Taken[],
): Generator<readonly Taken[]> {
  const unit = units[at];
  if (!unit) {
    yield before;
    return;
  }
  const { ruling } = problem.parcels;
  if (!unit.some((parcel) => ruling?.[parcel] === 1)) yield* withUnits(problem, units, at + 1, before);
  if (unit.some((parcel) => ruling?.[parcel] === 2)) return;
  for (const [measure] of problem.parcels.measures.entries())
    for (let period = 0; period < problem.periods; period++) {
      if (!unit.every((parcel) => isOpen(problem, { parcel, measure, period }))) continue;
      const taken = unit.map((parcel) => ({ parcel, measure, period }));
      yield* withUnits(problem, units, at + 1, [...before, ...taken]);
    }
}

function unitsOf({ parcels }: AllocationProblem): number[][] {
  const units = new Map<string, number[]>();
  for (let parcel = 0; parcel < parcels.count; parcel++) {
    const code = parcels.unit?.[parcel] ?? 0;
    const key = code === 0 ? `alone ${String(parcel)}` : `unit ${String(code)}`;
    units.set(key, [...(units.get(key) ?? []), parcel]);
  }
  return [...units.values()];
}

function isOpen({ parcels }: AllocationProblem, { parcel, measure, period }: Taken): boolean {
  const columns = parcels.measures[measure];
  return (
    columns?.allowed[parcel] === 1 &&
    Number.isFinite(columns.cost[parcel]) &&
    period >= (parcels.earliest?.[parcel] ?? 0)
  );
}

const NOISE = 1e-9;

/** How far an allocation is from keeping a limit, in the limit's own unit (of tax per mu: in tax); 0 where it keeps it. */
export function brokenBy(problem: AllocationProblem, limit: Limit, taken: readonly Taken[]): number {
  const over = excess(problem, limit, taken);
  return over > NOISE * Math.max(1, sizeOf(limit)) ? over : 0;
}

function sizeOf(limit: Limit): number {
  if (limit.kind === 'shareAtMost') return 1;
  return Math.abs(limit.kind === 'taxPerMuAtLeast' ? limit.stock.tax - limit.line * limit.stock.area : limit.amount);
}

function excess({ parcels }: AllocationProblem, limit: Limit, taken: readonly Taken[]): number {
  const sum = (some: readonly Taken[], of: (one: Taken) => number) => some.reduce((total, one) => total + of(one), 0);
  const area = ({ parcel }: Taken) => parcels.area[parcel] ?? NaN;
  const inScope = (scope: Scope) => (one: Taken) => {
    if (scope.kind === 'all') return true;
    return (scope.kind === 'township' ? parcels.township : parcels.cluster)?.[one.parcel] === scope.code;
  };
  const own = taken.filter(inScope(limit.scope));
  switch (limit.kind) {
    case 'atLeast': {
      const part = ({ period }: Taken) => {
        if (period > limit.through) return 0;
        const late = limit.through - period;
        return limit.doneShare ? (limit.doneShare[Math.min(late, limit.doneShare.length - 1)] ?? 0) : 1;
      };
      return limit.amount - sum(own, (one) => part(one) * (limit.quantity === 'area' ? area(one) : 1));
    }
    case 'atMost': {
      const within = own.filter(
        ({ period, measure }) =>
          period >= limit.from &&
          period <= limit.through &&
          (limit.department === undefined || parcels.measures[measure]?.department === limit.department),
      );
      const amount = (one: Taken) => {
        if (limit.quantity === 'area') return area(one);
        return limit.quantity === 'count' ? 1 : (parcels.measures[one.measure]?.[limit.quantity][one.parcel] ?? NaN);
      };
      return sum(within, amount) - limit.amount;
    }
    case 'shareAtMost':
      return sum(own, area) - limit.share * sum(taken, area);
    case 'taxPerMuAtLeast': {
      const done = own.filter(({ period }) => period <= limit.through);
      const lost = (column: 'taxLost' | 'areaLost') =>
        sum(done, ({ parcel, measure }) => parcels.measures[measure]?.[column][parcel] ?? NaN);
      return limit.line * (limit.stock.area - lost('areaLost')) - (limit.stock.tax - lost('taxLost'));
    }
  }
}

/** What an allocation is worth to the objective. */
export function worthOf(
  { parcels, objective, discountRate, periodsPerYear }: AllocationProblem,
  taken: readonly Taken[],
): number {
  return taken.reduce((sum, { parcel, measure, period }) => {
    const columns = parcels.measures[measure];
    const gain = objective === 'leastCost' ? 0 : (columns?.benefit[parcel] ?? NaN);
    return sum + (gain - (columns?.cost[parcel] ?? NaN)) / (1 + discountRate) ** Math.floor(period / periodsPerYear);
  }, 0);
}

/** An answer's allocation as a list of what is taken. */
export function takenOf({ measure, period }: Allocation): Taken[] {
  return [...measure.entries()].flatMap(([parcel, of]) =>
    of < 0 ? [] : [{ parcel, measure: of, period: period[parcel] ?? -1 }],
  );
}

/** Whether a limit is a target. */
export const isTarget = ({ kind }: Limit) => kind === 'atLeast' || kind === 'taxPerMuAtLeast';

/** All that can be said of a small problem by looking at every allocation. */
export interface Enumerated {
  /** The best worth, undefined where no allocation keeps every limit. */
  readonly best: number | undefined;
  /** What each target lacks, for every allocation that keeps the other limits. */
  readonly lacks: readonly (readonly number[])[];
  /** By how much each other limit is passed, for every allocation that meets the targets. */
  readonly passes: readonly (readonly number[])[];
}

/** Looks at every allocation. */
export function enumerated(problem: AllocationProblem): Enumerated {
  const [targets, others] = [problem.limits.filter(isTarget), problem.limits.filter((limit) => !isTarget(limit))];
  let best: number | undefined;
  const [lacks, passes]: [number[][], number[][]] = [[], []];
  for (const taken of allAllocations(problem)) {
    const lacking = targets.map((limit) => brokenBy(problem, limit, taken));
    const passing = others.map((limit) => brokenBy(problem, limit, taken));
    const [met, kept] = [lacking.every((by) => by === 0), passing.every((by) => by === 0)];
    if (kept) lacks.push(lacking);
    if (met) passes.push(passing);
    if (met && kept) best = Math.max(best ?? -Infinity, worthOf(problem, taken));
  }
  return { best, lacks, passes };
}

/** Whether one vector is nowhere greater than another and somewhere less, by more than noise. */
export function dominates(less: readonly number[], more: readonly number[]): boolean {
  const near = (at: number) => 1e-6 * Math.max(1, Math.abs(more[at] ?? 0));
  return (
    less.every((own, at) => own <= (more[at] ?? NaN) + near(at)) &&
    less.some((own, at) => own < (more[at] ?? NaN) - near(at))
  );
}
