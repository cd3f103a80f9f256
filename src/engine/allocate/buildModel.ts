import type { ChoiceModel } from './choiceModel';
import { rowsOf, type RowsByScope } from './limitRows';
import { yearOfPeriod, type AllocationProblem } from './problem';
import { takenAsWhole } from './units';

/** A problem as a multiple-choice model, one row a limit, and what its groups and options stand for. */
export interface BuiltModel {
  readonly model: ChoiceModel;
  /** The parcels of each group. */
  readonly members: readonly (readonly number[])[];
  readonly measureOf: Int8Array;
  readonly periodOf: Int16Array;
}

/** What each option adds to the rows, written one after another into room for the most that there can be. */
class Options {
  length = 0;
  readonly value: Float64Array;
  readonly firstEntry: Int32Array;
  readonly row: Int32Array;
  readonly coefficient: Float64Array;
  readonly measure: Int8Array;
  readonly period: Int16Array;
  private entries = 0;
  /** Where a row of the option being written stands, for units whose parcels share rows. */
  private readonly placeOf: Int32Array;

  constructor(most: number, entries: number, rows: number) {
    this.value = new Float64Array(most);
    this.firstEntry = new Int32Array(most + 1);
    this.row = new Int32Array(entries);
    this.coefficient = new Float64Array(entries);
    this.measure = new Int8Array(most);
    this.period = new Int16Array(most);
    this.placeOf = new Int32Array(rows).fill(-1);
  }

  add(row: number, amount: number): void {
    if (amount === 0) return;
    const known = this.placeOf[row] ?? -1;
    if (known >= (this.firstEntry[this.length] ?? 0)) {
      this.coefficient[known] = (this.coefficient[known] ?? 0) + amount;
      return;
    }
    this.placeOf[row] = this.entries;
    this.row[this.entries] = row;
    this.coefficient[this.entries++] = amount;
  }

  close(value: number, measure: number, period: number): void {
    this.value[this.length] = value;
    this.measure[this.length] = measure;
    this.period[this.length++] = period;
    this.firstEntry[this.length] = this.entries;
  }

  /** What was written, without the room left over. */
  done() {
    const [options, entries] = [this.length, this.entries];
    return {
      value: this.value.slice(0, options),
      firstEntry: this.firstEntry.slice(0, options + 1),
      row: this.row.slice(0, entries),
      coefficient: this.coefficient.slice(0, entries),
    };
  }
}

/**
 * Writes a problem as a multiple-choice model. A parcel, or a renewal unit as a whole, is a group; a measure in a period is an
 * option. Targets are turned round so that every row is "at most".
 */
export function buildModel(problem: AllocationProblem): BuiltModel {
  const rows = rowsOf(problem);
  const members = takenAsWhole(problem.parcels);
  const { ruling, measures, count } = problem.parcels;
  const each = measures.length * problem.periods;
  const options = new Options(members.length * each, count * each * rows.most, rows.limit.length);
  const firstOption = new Int32Array(members.length + 1);
  for (const [group, parcels] of members.entries()) {
    addOptions(problem, { rows, options }, parcels);
    firstOption[group + 1] = options.length;
  }
  return {
    members,
    measureOf: options.measure,
    periodOf: options.period,
    model: {
      groups: members.length,
      firstOption,
      mustChoose: Uint8Array.from(members, (parcels) => Number(parcels.some((parcel) => ruling?.[parcel] === 1))),
      ...options.done(),
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
        for (const terms of rows.terms({ parcel, measure, period })) {
          for (const { row, part, column } of terms) options.add(row, part * (column[parcel] ?? 0));
        }
      }
      options.close(value, measure, period);
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
  return (gain - cost) / (1 + problem.discountRate) ** yearOfPeriod(period, problem);
}
