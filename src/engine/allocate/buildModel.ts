import type { ChoiceModel } from './choiceModel';
import { Growing } from './growing';
import { rowsOf, type RowsByScope } from './limitRows';
import { yearOf, type AllocationProblem } from './problem';
import { unitsOf } from './units';

/** A problem as a multiple-choice model, one row a limit, and what its groups and options stand for. */
export interface BuiltModel {
  readonly model: ChoiceModel;
  /** The parcels of each group. */
  readonly members: readonly (readonly number[])[];
  readonly measureOf: Int8Array;
  readonly periodOf: Int16Array;
}

/** What each option adds to the rows, gathered one after another. */
class Options {
  readonly value = new Growing(Float64Array);
  readonly firstEntry = new Growing(Int32Array);
  readonly row = new Growing(Int32Array);
  readonly coefficient = new Growing(Float64Array);
  readonly measure = new Growing(Int8Array);
  readonly period = new Growing(Int16Array);
  /** Sums of the option being gathered, by row, and the rows it has touched. */
  private readonly sums: Float64Array;
  private readonly touched: number[] = [];

  constructor(rows: number) {
    this.sums = new Float64Array(rows);
    this.firstEntry.push(0);
  }

  add(row: number, amount: number): void {
    if (amount === 0) return;
    if (this.sums[row] === 0) this.touched.push(row);
    this.sums[row] = (this.sums[row] ?? 0) + amount;
  }

  close(option: { readonly value: number; readonly measure: number; readonly period: number }): void {
    for (const row of this.touched) {
      const sum = this.sums[row] ?? 0;
      this.sums[row] = 0;
      if (sum === 0) continue;
      this.row.push(row);
      this.coefficient.push(sum);
    }
    this.touched.length = 0;
    this.value.push(option.value);
    this.measure.push(option.measure);
    this.period.push(option.period);
    this.firstEntry.push(this.row.length);
  }
}

/**
 * Writes a problem as a multiple-choice model. A parcel, or a renewal unit as a whole, is a group; a measure in a period is an
 * option. Targets are turned round so that every row is "at most".
 */
export function buildModel(problem: AllocationProblem): BuiltModel {
  const rows = rowsOf(problem);
  const members = unitsOf(problem.parcels);
  const options = new Options(rows.limit.length);
  const firstOption = [0];
  for (const parcels of members) {
    addOptions(problem, { rows, options }, parcels);
    firstOption.push(options.value.length);
  }
  const { ruling } = problem.parcels;
  return {
    members,
    measureOf: options.measure.done(),
    periodOf: options.period.done(),
    model: {
      groups: members.length,
      firstOption: Int32Array.from(firstOption),
      mustChoose: Uint8Array.from(members, (parcels) => Number(parcels.some((parcel) => ruling?.[parcel] === 1))),
      value: options.value.done(),
      firstEntry: options.firstEntry.done(),
      row: options.row.done(),
      coefficient: options.coefficient.done(),
      limit: Float64Array.from(rows.limit),
    },
  };
}

interface Building {
  readonly rows: RowsByScope;
  readonly options: Options;
}

function addOptions(problem: AllocationProblem, { rows, options }: Building, parcels: readonly number[]): void {
  const { ruling, earliest, measures } = problem.parcels;
  if (parcels.some((parcel) => ruling?.[parcel] === 2)) return;
  const first = Math.max(0, ...parcels.map((parcel) => earliest?.[parcel] ?? 0));
  for (const [measure, columns] of measures.entries()) {
    const open = parcels.every((parcel) => columns.allowed[parcel] === 1 && Number.isFinite(columns.cost[parcel]));
    for (let period = first; open && period < problem.periods; period++) {
      let value = 0;
      for (const parcel of parcels) {
        value += valueOf(problem, { parcel, measure, period });
        rows.forEachEntry({ parcel, measure, period }, (row, amount) => options.add(row, amount));
      }
      options.close({ value, measure, period });
    }
  }
}

/** What an option is worth to the objective: wanYuan, discounted to the first year. */
function valueOf(
  problem: AllocationProblem,
  { parcel, measure, period }: { readonly parcel: number; readonly measure: number; readonly period: number },
): number {
  const columns = problem.parcels.measures[measure];
  const cost = columns?.cost[parcel] ?? 0;
  const gain = problem.objective === 'leastCost' ? 0 : (columns?.benefit[parcel] ?? 0);
  return (gain - cost) / (1 + problem.discountRate) ** yearOf(period, problem);
}
