import { reaches, staysWithin } from '../../src/engine/quantity/reaches';
import { inScope } from '../../src/engine/allocate/limitRows';
import {
  doneBy,
  yearOfPeriod,
  type Allocation,
  type AllocationProblem,
  type Limit,
} from '../../src/engine/allocate/problem';

/** How a limit stands under an allocation, in its own unit. */
export interface LimitReading {
  readonly id: string;
  /** What was reached or used; where work slips, what is expected to be reached. */
  readonly reading: number;
  readonly kept: boolean;
}

/** What an allocation is, read from the parcels themselves and not from the solver's model. */
export interface Verified {
  readonly limits: readonly LimitReading[];
  /** Public cost, and net benefit, discounted to the first year: wanYuan. */
  readonly cost: number;
  readonly netBenefit: number;
  readonly area: number;
  readonly count: number;
  /** Parcels taken though they must not, or too early, by a measure that is not open, or apart from their unit; and those that had to be. */
  readonly faults: readonly number[];
}

/** Reads every limit of a problem again for an allocation. */
export function verifyAllocation(problem: AllocationProblem, allocation: Allocation): Verified {
  const taken = takenParcels(allocation);
  const { parcels } = problem;
  const money = (parcel: number) => {
    const columns = parcels.measures[allocation.measure[parcel] ?? -1];
    const discount = (1 + problem.discountRate) ** yearOfPeriod(allocation.period[parcel] ?? 0, problem);
    return { cost: (columns?.cost[parcel] ?? 0) / discount, benefit: (columns?.benefit[parcel] ?? 0) / discount };
  };
  const cost = sum(taken, (parcel) => money(parcel).cost);
  return {
    limits: problem.limits.map((limit) => readLimit({ problem, allocation, taken }, limit)),
    cost,
    netBenefit: sum(taken, (parcel) => money(parcel).benefit) - cost,
    area: sum(taken, (parcel) => parcels.area[parcel] ?? 0),
    count: taken.length,
    faults: [...allocation.measure.keys()].filter((parcel) => isFault(problem, allocation, parcel)),
  };
}

function takenParcels({ measure }: Allocation): number[] {
  return [...measure.keys()].filter((parcel) => (measure[parcel] ?? -1) >= 0);
}

const sum = (rows: readonly number[], of: (row: number) => number) => rows.reduce((total, row) => total + of(row), 0);

interface Reading {
  readonly problem: AllocationProblem;
  readonly allocation: Allocation;
  readonly taken: readonly number[];
}

function readLimit({ problem, allocation, taken }: Reading, limit: Limit): LimitReading {
  const { parcels } = problem;
  const periodOf = (parcel: number) => allocation.period[parcel] ?? -1;
  const columnsOf = (parcel: number) => parcels.measures[allocation.measure[parcel] ?? -1];
  const within = taken.filter((parcel) => inScope(parcels, limit.scope, parcel));
  const area = (parcel: number) => parcels.area[parcel] ?? 0;
  if (limit.kind === 'atLeast') {
    const reading = sum(
      within,
      (parcel) => doneBy(limit, periodOf(parcel)) * (limit.quantity === 'area' ? area(parcel) : 1),
    );
    return { id: limit.id, reading, kept: reaches(reading, limit.amount) };
  }
  if (limit.kind === 'atMost') {
    const used = within.filter((parcel) => {
      const isOwn = limit.department === undefined || columnsOf(parcel)?.department === limit.department;
      return isOwn && periodOf(parcel) >= limit.from && periodOf(parcel) <= limit.through;
    });
    const amount = {
      area,
      count: () => 1,
      cost: (parcel: number) => columnsOf(parcel)?.cost[parcel] ?? 0,
      work: (parcel: number) => columnsOf(parcel)?.work[parcel] ?? 0,
    }[limit.quantity];
    const reading = sum(used, amount);
    return { id: limit.id, reading, kept: staysWithin(reading, limit.amount) };
  }
  if (limit.kind === 'shareAtMost') {
    const all = sum(taken, area);
    const reading = all === 0 ? 0 : sum(within, area) / all;
    return { id: limit.id, reading, kept: staysWithin(reading, limit.share) };
  }
  const done = within.filter((parcel) => periodOf(parcel) <= limit.through);
  const tax = limit.stock.tax - sum(done, (parcel) => columnsOf(parcel)?.taxLost[parcel] ?? 0);
  const left = limit.stock.area - sum(done, (parcel) => columnsOf(parcel)?.areaLost[parcel] ?? 0);
  return { id: limit.id, reading: tax / left, kept: reaches(tax, limit.line * left) };
}

function isFault({ parcels, periods }: AllocationProblem, allocation: Allocation, parcel: number): boolean {
  const measure = allocation.measure[parcel] ?? -1;
  const period = allocation.period[parcel] ?? -1;
  const ruling = parcels.ruling?.[parcel] ?? 0;
  if (measure < 0) return ruling === 1;
  const columns = parcels.measures[measure];
  const unit = parcels.unit?.[parcel] ?? 0;
  const apart = (other: number) => allocation.measure[other] !== measure || allocation.period[other] !== period;
  return (
    ruling === 2 ||
    columns?.allowed[parcel] !== 1 ||
    period < (parcels.earliest?.[parcel] ?? 0) ||
    period >= periods ||
    (unit !== 0 && parcels.unit?.some((code, other) => code === unit && apart(other)) === true)
  );
}
