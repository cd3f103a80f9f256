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
  for (const { group, option } of moves) {
    if ((choice.activity[row] ?? 0) <= limit + tolerance(limit)) break;
    const before = choice.option[group] ?? NONE;
    // The moves were found on the first choice: a group moved since is left alone.
    if (before === option || !changes.allowed(choice, before, option)) continue;
    choose(model, choice, group, option);
    moved = true;
  }
  return moved;
}

interface Move {
  readonly group: number;
  readonly option: number;
  readonly lossPerUnit: number;
}

/** For each group the move that takes something off a row, by what is lost for each unit taken off. */
function movesOff(model: ChoiceModel, choice: Choice, { row, prices, groups }: Relief): Move[] {
  const moves: Move[] = [];
  for (const group of groups) {
    const before = choice.option[group] ?? NONE;
    const used = entryIn(model, before, row);
    const worth = reducedValue(model, before, prices);
    let best: Move | undefined;
    const consider = (option: number) => {
      const off = used - entryIn(model, option, row);
      if (off <= 0) return;
      const lossPerUnit = (worth - reducedValue(model, option, prices)) / off;
      if (!best || lossPerUnit < best.lossPerUnit) best = { group, option, lossPerUnit };
    };
    if (model.mustChoose[group] !== 1) consider(NONE);
    for (let option = model.firstOption[group] ?? 0; option < (model.firstOption[group + 1] ?? 0); option++)
      consider(option);
    if (best) moves.push(best);
  }
  return moves.sort((a, b) => a.lossPerUnit - b.lossPerUnit);
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

/** Finds the groups that have an option in a row; listed once, when first asked. */
function groupsByRow({ groups, firstOption, firstEntry, row, limit }: ChoiceModel): (row: number) => Int32Array {
  const lists: number[][] = Array.from(limit, () => []);
  for (let group = 0; group < groups; group++) {
    const begin = firstEntry[firstOption[group] ?? 0] ?? 0;
    const end = firstEntry[firstOption[group + 1] ?? 0] ?? 0;
    for (let entry = begin; entry < end; entry++) {
      const list = lists[row[entry] ?? 0];
      if (list?.at(-1) !== group) list?.push(group);
    }
  }
  const made = lists.map((list) => Int32Array.from(list));
  return (at) => made[at] ?? new Int32Array(0);
}
