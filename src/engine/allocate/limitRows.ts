import { reaches } from '../quantity/reaches';
import { doneBy, type AllocationParcels, type AllocationProblem, type Limit, type Scope } from './problem';

/** One parcel taken by one measure in one period. */
export interface ParcelTaken {
  readonly parcel: number;
  readonly measure: number;
  readonly period: number;
}

/** The limits as rows "sum of amounts <= limit", found quickly by the scope of a parcel. */
export interface RowsByScope {
  readonly limit: readonly number[];
  /** The terms that say what one parcel taken adds to each row that it touches, no row twice. */
  readonly terms: (taken: ParcelTaken) => readonly (readonly Term[])[];
  /** No parcel taken touches more rows. */
  readonly most: number;
}

/** What a row takes of a parcel under one measure in one period: a part of a column. */
export interface Term {
  readonly row: number;
  readonly part: number;
  readonly column: ArrayLike<number>;
}

/** The terms that concern every parcel, those of one township, those of one cluster. */
interface Terms {
  readonly all: Term[];
  readonly township: Map<number, Term[]>;
  readonly cluster: Map<number, Term[]>;
}

/** Every limit of a problem is one row. Which rows a measure touches in a period is settled once, not for each parcel. */
export function rowsOf(problem: AllocationProblem): RowsByScope {
  const { parcels, limits } = problem;
  const terms = parcels.measures.map((_, measure) => termsOf(problem, measure));
  const none: readonly Term[] = [];
  const longest = (lists: ReadonlyMap<number, readonly Term[]>) =>
    Math.max(0, ...[...lists.values()].map(({ length }) => length));
  const lengths = terms.flat().map(({ all, township, cluster }) => all.length + longest(township) + longest(cluster));
  return {
    limit: limits.map(limitOf),
    most: Math.max(0, ...lengths),
    terms({ parcel, measure, period }) {
      const of = terms[measure]?.[period];
      if (!of) return [];
      const own = of.township.get(parcels.township[parcel] ?? 0) ?? none;
      return [of.all, own, of.cluster.get(parcels.cluster?.[parcel] ?? 0) ?? none];
    },
  };
}

/** The terms of a measure, period by period. */
function termsOf({ parcels, limits, periods }: AllocationProblem, measure: number): readonly Terms[] {
  const columns = limits.map((limit) => columnOf(parcels, limit, measure));
  return Array.from({ length: periods }, (_, period) => {
    const terms: Terms = { all: [], township: new Map(), cluster: new Map() };
    for (const [row, limit] of limits.entries()) {
      const part = partOf(parcels, limit, { measure, period });
      if (part !== 0) listOf(terms, scopeOf(limit)).push({ row, part, column: columns[row] ?? [] });
    }
    return terms;
  });
}

/** A share looks at all parcels: those outside its scope count in the whole. */
const scopeOf = (limit: Limit): Scope => (limit.kind === 'shareAtMost' ? { kind: 'all' } : limit.scope);

function listOf(terms: Terms, scope: Scope): Term[] {
  if (scope.kind === 'all') return terms.all;
  const lists = terms[scope.kind];
  const known = lists.get(scope.code);
  if (known) return known;
  const list: Term[] = [];
  lists.set(scope.code, list);
  return list;
}

/** The right side of a limit written as "at most". */
function limitOf(limit: Limit): number {
  switch (limit.kind) {
    case 'atLeast':
      return -limit.amount;
    case 'atMost':
      // What is left of a cap may be less than nothing by rounding alone, and nothing keeps within that.
      return limit.amount < 0 && reaches(limit.amount, 0) ? 0 : limit.amount;
    case 'shareAtMost':
      return 0;
    case 'taxPerMuAtLeast':
      // (tax - lost) >= line * (area - lost area), turned round.
      return limit.stock.tax - limit.line * limit.stock.area;
  }
}

/** The part of its column that a parcel taken in a period adds to the left side of a limit written as "at most". */
function partOf(
  { measures }: AllocationParcels,
  limit: Limit,
  { measure, period }: Pick<ParcelTaken, 'measure' | 'period'>,
): number {
  switch (limit.kind) {
    case 'atLeast':
      return -doneBy(limit, period);
    case 'atMost': {
      const isOther = limit.department !== undefined && limit.department !== measures[measure]?.department;
      return period < limit.from || period > limit.through || isOther ? 0 : 1;
    }
    case 'shareAtMost':
      return 1;
    case 'taxPerMuAtLeast':
      return period > limit.through ? 0 : 1;
  }
}

/** What a limit counts of each parcel. */
function columnOf(parcels: AllocationParcels, limit: Limit, measure: number): ArrayLike<number> {
  const columns = parcels.measures[measure];
  const { area, count } = parcels;
  switch (limit.kind) {
    case 'atLeast':
    case 'atMost':
      if (limit.quantity === 'area') return area;
      return limit.quantity === 'count' ? new Uint8Array(count).fill(1) : (columns?.[limit.quantity] ?? []);
    case 'shareAtMost':
      return area.map((own, parcel) => own * (Number(inScope(parcels, limit.scope, parcel)) - limit.share));
    case 'taxPerMuAtLeast':
      return area.map((_, parcel) => (columns?.taxLost[parcel] ?? 0) - limit.line * (columns?.areaLost[parcel] ?? 0));
  }
}

/** Whether a parcel belongs to a scope. */
export function inScope(parcels: AllocationParcels, scope: Scope, parcel: number): boolean {
  if (scope.kind === 'all') return true;
  const codes = scope.kind === 'township' ? parcels.township : parcels.cluster;
  return codes?.[parcel] === scope.code;
}
