import { noiseOf } from '../quantity/reaches';
import { chooseOption, NONE, type GroupChoice, type ChoiceModel } from './choiceModel';
import { inOrder } from './inOrder';
import { reducedValues } from './reducedValue';
import { RowChanges } from './rowChanges';
import type { ModelRows } from './modelRows';

/** Rounds over the rows that are over their limits before giving up. */
const ROUNDS = 8;
/** Room made in a full row, as a multiple of what the moves that it blocked would have taken. */
const ROOM = 1.5;

/**
 * After so many moves in a row that other rows forbid a row is given up for this round: where limits cannot all be kept, tens of
 * thousands are forbidden, and each was asked.
 */
const PATIENCE = 300;

/** What a repair goes by. */
export interface RepairGuide {
  readonly index: ModelRows;
  readonly prices: Float64Array;
}

/**
 * Moves a choice towards keeping every limit: row by row, most over first, the moves that lose least (at the given prices) for
 * what they take off the row, as long as no other row gets worse. When nothing moves any more, room is made in the full rows that
 * stand in the way. Returns whether all limits are kept; the choice is changed.
 */
export function repair(model: ChoiceModel, choice: GroupChoice, { index, prices }: RepairGuide): boolean {
  const broken = () => brokenRows(model, choice, index.scale);
  const relief = { index, worth: reducedValues(model, prices), used: new Float64Array(model.value.length) };
  for (let round = 0; round < ROUNDS; round++) {
    const rows = broken();
    if (rows.length === 0) return true;
    if (someOf(rows, (row) => relieve(model, choice, { ...relief, row }))) continue;
    const rooms = rows.flatMap((row) => [...roomWanted(model, choice, { ...relief, row })]);
    if (!someOf(rooms, ([row, room]) => relieve(model, choice, { ...relief, row, room: ROOM * room }))) return false;
  }
  return broken().length === 0;
}

/** Whether something is done by any of them; all have their turn. */
function someOf<T>(all: readonly T[], done: (one: T) => boolean): boolean {
  return all.map(done).includes(true);
}

/** Rows over their limits, the one that is furthest over in proportion first. */
function brokenRows({ limit }: ChoiceModel, { activity }: GroupChoice, scale: Float64Array): number[] {
  const over = (row: number) => (activity[row] ?? 0) - (limit[row] ?? 0);
  return [...limit.keys()]
    .filter((row) => over(row) > noiseOf(limit[row] ?? 0))
    .sort((a, b) => over(b) * (scale[b] ?? 0) - over(a) * (scale[a] ?? 0));
}

interface Relief {
  readonly row: number;
  /** How far under its limit the row is wanted. */
  readonly room?: number;
  readonly index: ModelRows;
  /** What each option is worth at the prices. */
  readonly worth: Float64Array;
  /** Zeros, to write what each option adds to the row. */
  readonly used: Float64Array;
}

/** Takes a row down to its limit by the cheapest moves; whether anything moved. */
function relieve(model: ChoiceModel, choice: GroupChoice, relief: Relief): boolean {
  const changes = new RowChanges(model);
  let moved = false;
  let forbidden = 0;
  forEachMove(model, choice, relief, ({ group, before, after }) => {
    if (!changes.allowed(choice, before, after)) return ++forbidden < PATIENCE;
    forbidden = 0;
    chooseOption(model, choice, group, after);
    return (moved = true);
  });
  return moved;
}

/** The full rows that forbid the best of the moves that a row still needs, with what these would take of them. */
function roomWanted(model: ChoiceModel, choice: GroupChoice, relief: Relief): ReadonlyMap<number, number> {
  const changes = new RowChanges(model);
  const wanted = new Map<number, number>();
  let left = overBy(model, choice, relief);
  forEachMove(model, choice, relief, ({ before, after, off }) => {
    if (left <= 0) return false;
    left -= off;
    for (const { row, change } of changes.blocking(choice, before, after)) {
      wanted.set(row, (wanted.get(row) ?? 0) + change);
    }
    return true;
  });
  return wanted;
}

const overBy = ({ limit }: ChoiceModel, { activity }: GroupChoice, { row, room = 0 }: Relief) =>
  (activity[row] ?? 0) + room - (limit[row] ?? 0) - noiseOf(limit[row] ?? 0);

interface Move {
  readonly group: number;
  readonly before: number;
  readonly after: number;
  /** What it takes off the row. */
  readonly off: number;
}

/** The moves that take something off a row, the cheapest first, until the row is down or `take` wants no more. */
function forEachMove(model: ChoiceModel, choice: GroupChoice, relief: Relief, take: (move: Move) => boolean): void {
  const { row, index, used } = relief;
  index.fill(row, used);
  const moves = movesOff(model, choice, relief);
  index.clear(row, used);
  for (const at of inOrder(moves.loss, moves.count)) {
    if (overBy(model, choice, relief) <= 0) return;
    const [group, after] = [moves.group[at] ?? 0, moves.option[at] ?? NONE];
    const before = choice.option[group] ?? NONE;
    // The moves were found on the first choice: a group moved since is left alone.
    if (before !== after && !take({ group, before, after, off: moves.off[at] ?? 0 })) return;
  }
}

/** Moves of groups to other options, and what each loses for a unit that it takes off the row. */
interface Moves {
  readonly count: number;
  readonly loss: Float64Array;
  readonly off: Float64Array;
  readonly group: Int32Array;
  readonly option: Int32Array;
}

/** For each group the move that takes something off a row, by what is lost for each unit taken off. */
function movesOff(model: ChoiceModel, choice: GroupChoice, { row, index, worth, used }: Relief): Moves {
  const groups = index.groups(row);
  const loss = new Float64Array(groups.length);
  const off = new Float64Array(groups.length);
  const group = new Int32Array(groups.length);
  const option = new Int32Array(groups.length);
  let count = 0;
  for (const candidate of groups) {
    const before = choice.option[candidate] ?? NONE;
    const usedNow = before === NONE ? 0 : (used[before] ?? 0);
    const worthNow = before === NONE ? 0 : (worth[before] ?? 0);
    let least = Infinity;
    const consider = (after: number, takes: number, lost: number) => {
      if (takes <= 0 || lost / takes >= least) return;
      least = lost / takes;
      off[count] = takes;
      option[count] = after;
    };
    if (model.mustChoose[candidate] !== 1) consider(NONE, usedNow, worthNow);
    const end = model.firstOption[candidate + 1] ?? 0;
    for (let after = model.firstOption[candidate] ?? 0; after < end; after++) {
      consider(after, usedNow - (used[after] ?? 0), worthNow - (worth[after] ?? 0));
    }
    if (least === Infinity) continue;
    loss[count] = least;
    group[count++] = candidate;
  }
  return { count, loss, off, group, option };
}
