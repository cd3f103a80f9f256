import { choose, NONE, tolerance, type Choice, type ChoiceModel } from './choiceModel';
import { rowScale } from './lagrange';
import { reducedValue } from './reducedValue';

/** Rounds over the rows that are over their limits before giving up. */
const ROUNDS = 8;

/**
 * Moves a choice towards keeping every limit: row by row, most over first, the moves that lose least (at the given prices) for
 * what they take off the row, as long as no other row gets worse. Returns whether all limits are kept; the choice is changed.
 */
export function repair(model: ChoiceModel, choice: Choice, prices: Float64Array): boolean {
  const touching = groupsByRow(model);
  const scale = rowScale(model);
  for (let round = 0; round < ROUNDS; round++) {
    const broken = brokenRows(model, choice, scale);
    if (broken.length === 0) return true;
    let moved = false;
    for (const row of broken) moved = relieve(model, choice, { row, prices, groups: touching(row) }) || moved;
    if (!moved) return false;
  }
  return brokenRows(model, choice, scale).length === 0;
}

/** Rows over their limits, the one that is furthest over in proportion first. */
function brokenRows({ limit }: ChoiceModel, { activity }: Choice, scale: Float64Array): number[] {
  const over = (row: number) => (activity[row] ?? 0) - (limit[row] ?? 0);
  return [...limit.keys()]
    .filter((row) => over(row) > tolerance(limit[row] ?? 0))
    .sort((a, b) => over(b) * (scale[b] ?? 0) - over(a) * (scale[a] ?? 0));
}

interface Relief {
  readonly row: number;
  readonly prices: Float64Array;
  readonly groups: Int32Array;
}

/** Takes a row down to its limit by the cheapest moves; whether anything moved. */
function relieve(model: ChoiceModel, choice: Choice, { row, prices, groups }: Relief): boolean {
  const moves = movesOff(model, choice, { row, prices, groups });
  const limit = model.limit[row] ?? 0;
  const changes = new RowChanges(model);
  let moved = false;
  for (const at of moves.order) {
    const [group, option] = [moves.group[at] ?? 0, moves.option[at] ?? NONE];
    if ((choice.activity[row] ?? 0) <= limit + tolerance(limit)) break;
    const before = choice.option[group] ?? NONE;
    // The moves were found on the first choice: a group moved since is left alone.
    if (before === option || !changes.allowed(choice, before, option)) continue;
    choose(model, choice, group, option);
    moved = true;
  }
  return moved;
}

/** Moves of groups to other options, the one that loses least for each unit taken off the row first. */
interface Moves {
  readonly order: Int32Array;
  readonly group: Int32Array;
  readonly option: Int32Array;
}

/** For each group the move that takes something off a row, by what is lost for each unit taken off. */
function movesOff(model: ChoiceModel, choice: Choice, { row, prices, groups }: Relief): Moves {
  const loss = new Float64Array(groups.length);
  const group = new Int32Array(groups.length);
  const option = new Int32Array(groups.length);
  let count = 0;
  for (const candidate of groups) {
    const before = choice.option[candidate] ?? NONE;
    const used = entryIn(model, before, row);
    const worth = reducedValue(model, before, prices);
    const end = model.firstOption[candidate + 1] ?? 0;
    loss[count] = Infinity;
    const first = model.mustChoose[candidate] === 1 ? (model.firstOption[candidate] ?? 0) : NONE;
    for (let after = first; after < end; after = after === NONE ? (model.firstOption[candidate] ?? 0) : after + 1) {
      const off = used - entryIn(model, after, row);
      if (off <= 0) continue;
      const lossPerUnit = (worth - reducedValue(model, after, prices)) / off;
      if (lossPerUnit >= (loss[count] ?? 0)) continue;
      loss[count] = lossPerUnit;
      option[count] = after;
    }
    group[count] = candidate;
    if (loss[count] !== Infinity) count++;
  }
  const order = Int32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => (loss[a] ?? 0) - (loss[b] ?? 0) || a - b,
  );
  return { order, group, option };
}

/** What an option adds to a row. */
export function entryIn({ firstEntry, row, coefficient }: ChoiceModel, option: number, wanted: number): number {
  if (option === NONE) return 0;
  for (let entry = firstEntry[option] ?? 0; entry < (firstEntry[option + 1] ?? 0); entry++) {
    if (row[entry] === wanted) return coefficient[entry] ?? 0;
  }
  return 0;
}

/** Says whether a change of option makes no row worse that is, or would be, over its limit. */
export class RowChanges {
  private readonly change: Float64Array;
  private readonly touched: number[] = [];

  constructor(private readonly model: ChoiceModel) {
    this.change = new Float64Array(model.limit.length);
  }

  allowed({ activity }: Choice, before: number, after: number): boolean {
    this.note(before, -1);
    this.note(after, 1);
    let ok = true;
    for (const row of this.touched) {
      const change = this.change[row] ?? 0;
      this.change[row] = 0;
      const limit = this.model.limit[row] ?? 0;
      if (change > 0 && (activity[row] ?? 0) + change > limit + tolerance(limit)) ok = false;
    }
    this.touched.length = 0;
    return ok;
  }

  private note(option: number, sign: 1 | -1): void {
    if (option === NONE) return;
    const { firstEntry, row, coefficient } = this.model;
    for (let entry = firstEntry[option] ?? 0; entry < (firstEntry[option + 1] ?? 0); entry++) {
      const at = row[entry] ?? 0;
      if (this.change[at] === 0) this.touched.push(at);
      this.change[at] = (this.change[at] ?? 0) + sign * (coefficient[entry] ?? 0);
    }
  }
}

/** The groups that have an option in each row. */
function groupsByRow(model: ChoiceModel): (row: number) => Int32Array {
  const rows = model.limit.length;
  const count = new Int32Array(rows + 1);
  forEachGroupRow(model, (_, row) => (count[row + 1] = (count[row + 1] ?? 0) + 1));
  for (let row = 0; row < rows; row++) count[row + 1] = (count[row + 1] ?? 0) + (count[row] ?? 0);
  const groups = new Int32Array(count[rows] ?? 0);
  const next = count.slice();
  forEachGroupRow(model, (group, row) => {
    groups[next[row] ?? 0] = group;
    next[row] = (next[row] ?? 0) + 1;
  });
  return (row) => groups.subarray(count[row], count[row + 1]);
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
