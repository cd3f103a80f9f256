import type { ChoiceModel } from './choiceModel';
import { rowScale } from './lagrange';

/** A model seen from its rows. Made once for a model, as many repairs ask for it. */
export interface ModelRows {
  readonly scale: Float64Array;
  /** The groups that have an option in a row. */
  readonly groups: (row: number) => Int32Array;
  /** Writes what each option adds to a row into a column of zeros. */
  readonly fill: (row: number, column: Float64Array) => void;
  /** Makes the column zeros again. */
  readonly clear: (row: number, column: Float64Array) => void;
}

/** Turns a model's entries round. */
export function indexRows(model: ChoiceModel): ModelRows {
  const { value, firstEntry, row, coefficient, limit } = model;
  const first = new Int32Array(limit.length + 1);
  for (const at of row) first[at + 1] = (first[at + 1] ?? 0) + 1;
  for (let at = 0; at < limit.length; at++) first[at + 1] = (first[at + 1] ?? 0) + (first[at] ?? 0);
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
  const options = (at: number) => option.subarray(first[at], first[at + 1]);
  const groupOf = groupsOfOptions(model);
  return {
    scale: rowScale(model),
    groups: (at) => groupsIn(options(at), groupOf),
    fill: (at, column) => {
      const from = first[at] ?? 0;
      for (const [place, own] of options(at).entries()) column[own] = amount[from + place] ?? 0;
    },
    clear: (at, column) => {
      for (const own of options(at)) column[own] = 0;
    },
  };
}

function groupsOfOptions({ groups, firstOption, value }: ChoiceModel): Int32Array {
  const groupOf = new Int32Array(value.length);
  for (let group = 0; group < groups; group++) groupOf.fill(group, firstOption[group], firstOption[group + 1]);
  return groupOf;
}

/** The groups of options in the model's order, each once. */
function groupsIn(options: Int32Array, groupOf: Int32Array): Int32Array {
  const groups = new Int32Array(options.length);
  let count = 0;
  for (const option of options) {
    const group = groupOf[option] ?? 0;
    if (count === 0 || groups[count - 1] !== group) groups[count++] = group;
  }
  return groups.subarray(0, count);
}
