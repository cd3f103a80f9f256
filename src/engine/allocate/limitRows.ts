import { doneBy, type AllocationParcels, type AllocationProblem, type Limit, type Scope } from './problem';

/** One parcel taken by one measure in one period. */
export interface Taken {
  readonly parcel: number;
  readonly measure: number;
  readonly period: number;
}

/** The limits as rows "sum of amounts <= limit", found quickly by the scope of a parcel. */
export interface RowsByScope {
  readonly limit: readonly number[];
  forEachEntry(taken: Taken, add: (row: number, amount: number) => void): void;
}

/** Every limit of a problem is one row. */
export function rowsOf(problem: AllocationProblem): RowsByScope {
  const { parcels, limits } = problem;
  const everywhere: number[] = [];
  const byTownship = new Map<number, number[]>();
  const byCluster = new Map<number, number[]>();
  for (const [row, limit] of limits.entries()) {
    // A share looks at all parcels: those outside its scope count in the whole.
    const scope: Scope = limit.kind === 'shareAtMost' ? { kind: 'all' } : limit.scope;
    if (scope.kind === 'all') everywhere.push(row);
    else listOf(scope.kind === 'township' ? byTownship : byCluster, scope.code).push(row);
  }
  const none: readonly number[] = [];
  return {
    limit: limits.map(limitOf),
    forEachEntry(taken, add) {
      const { parcel } = taken;
      const addRows = (rows: readonly number[]) => {
        for (const row of rows) {
          const limit = limits[row];
          if (limit) add(row, amountOf(parcels, limit, taken));
        }
      };
      addRows(everywhere);
      addRows(byTownship.get(parcels.township[parcel] ?? 0) ?? none);
      addRows(byCluster.get(parcels.cluster?.[parcel] ?? 0) ?? none);
    },
  };
}

function listOf(lists: Map<number, number[]>, code: number): number[] {
  const known = lists.get(code);
  if (known) return known;
  const list: number[] = [];
  lists.set(code, list);
  return list;
}

/** The right side of a limit written as "at most". */
function limitOf(limit: Limit): number {
  switch (limit.kind) {
    case 'atLeast':
      return -limit.amount;
    case 'atMost':
      return limit.amount;
    case 'shareAtMost':
      return 0;
    case 'taxPerMuAtLeast':
      // (tax - lost) >= line * (area - lost area), turned round.
      return limit.stock.tax - limit.line * limit.stock.area;
  }
}

/** What one parcel taken adds to the left side of a limit written as "at most". */
export function amountOf(parcels: AllocationParcels, limit: Limit, { parcel, measure, period }: Taken): number {
  const columns = parcels.measures[measure];
  const area = parcels.area[parcel] ?? 0;
  switch (limit.kind) {
    case 'atLeast':
      return -doneBy(limit, period) * (limit.quantity === 'area' ? area : 1);
    case 'atMost': {
      const isOther = limit.department !== undefined && limit.department !== columns?.department;
      if (period < limit.from || period > limit.through || isOther) return 0;
      if (limit.quantity === 'area') return area;
      return limit.quantity === 'count' ? 1 : (columns?.[limit.quantity][parcel] ?? 0);
    }
    case 'shareAtMost':
      return inScope(parcels, limit.scope, parcel) ? area * (1 - limit.share) : -area * limit.share;
    case 'taxPerMuAtLeast':
      return period > limit.through
        ? 0
        : (columns?.taxLost[parcel] ?? 0) - limit.line * (columns?.areaLost[parcel] ?? 0);
  }
}

/** Whether a parcel belongs to a scope. */
export function inScope(parcels: AllocationParcels, scope: Scope, parcel: number): boolean {
  if (scope.kind === 'all') return true;
  const codes = scope.kind === 'township' ? parcels.township : parcels.cluster;
  return codes?.[parcel] === scope.code;
}
