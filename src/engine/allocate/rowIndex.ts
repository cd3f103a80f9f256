import type { ChoiceModel } from './choiceModel';
import { rowScale } from './lagrange';

/** A model seen from its rows. Made once for a model, as many repairs ask for it. */
export interface RowIndex {
  readonly scale: Float64Array;
  /** The groups that have an option in a row. */
  readonly groups: (row: number) => Int32Array;
  /** Writes what each option adds to a row into a column of zeros. */
  readonly fill: (row: number, column: Float64Array) => void;
  /** Makes the column zeros again. */
  readonly clear: (row: number, column: Float64Array) => void;
}

/** Turns a model's entries round. */
export function indexRows(model: ChoiceModel): RowIndex {
  const entries = entriesByRow(model);
  return { scale: rowScale(model), groups: groupsByRow(model), ...entries };
}

function entriesByRow({ value, firstEntry, row, coefficient, limit }: ChoiceModel): Pick<RowIndex, 'fill' | 'clear'> {
  const first = startsOf(limit.length, (count) => row.forEach((at) => count(at)));
  const option = new Int32Array(row.length);
  const amount = new Float64Array(row.length);
  const next = first.slice();
  for (let own = 0; own < value.length; own++) {
    const end = firstEntry[own + 1] ?? 0;
    for (let entry = firstEntry[own] ?? 0; entry < end; entry++) {
      const at = row[entry] ?? 0;
      const place = next[at] ?? 0;
      next[at] = place + 1;
      option[place] = own;
      amount[place] = coefficient[entry] ?? 0;
    }
  }
  return {
    fill: (at, column) => {
      for (let place = first[at] ?? 0; place < (first[at + 1] ?? 0); place++) {
        column[option[place] ?? 0] = amount[place] ?? 0;
      }
    },
    clear: (at, column) => {
      for (let place = first[at] ?? 0; place < (first[at + 1] ?? 0); place++) column[option[place] ?? 0] = 0;
    },
  };
}

function groupsByRow(model: ChoiceModel): (row: number) => Int32Array {
  const rows = model.limit.length;
  const first = startsOf(rows, (count) => forEachGroupRow(model, (_, row) => count(row)));
  const groups = new Int32Array(first[rows] ?? 0);
  const next = first.slice();
  forEachGroupRow(model, (group, row) => {
    groups[next[row] ?? 0] = group;
    next[row] = (next[row] ?? 0) + 1;
  });
  return (row) => groups.subarray(first[row], first[row + 1]);
}

/** Where each row's part of a list begins, from how often each row is counted. */
function startsOf(rows: number, countAll: (count: (row: number) => void) => void): Int32Array {
  const first = new Int32Array(rows + 1);
  countAll((row) => (first[row + 1] = (first[row + 1] ?? 0) + 1));
  for (let row = 0; row < rows; row++) first[row + 1] = (first[row + 1] ?? 0) + (first[row] ?? 0);
  return first;
}

/** Every group with every row that one of its options touches, once. */
function forEachGroupRow(model: ChoiceModel, each: (group: number, row: number) => void): void {
  const { groups, firstOption, firstEntry, row, limit } = model;
  const last = new Int32Array(limit.length).fill(-1);
  for (let group = 0; group < groups; group++) {
    const end = firstEntry[firstOption[group + 1] ?? 0] ?? 0;
    for (let entry = firstEntry[firstOption[group] ?? 0] ?? 0; entry < end; entry++) {
      const at = row[entry] ?? 0;
      if (last[at] === group) continue;
      last[at] = group;
      each(group, at);
    }
  }
}
