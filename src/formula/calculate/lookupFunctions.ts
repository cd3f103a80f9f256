import type { Call, FunctionTable } from './call';
import { criterionOf, type Criterion } from './criteria';
import { compare, Failing, isError, isGrid, NoAnswer, numberOf, single, sound, type Grid, type Value } from './values';

function gridAt(call: Call, index: number): Grid {
  const value = call.value(index);
  return isGrid(value) ? value : { rows: 1, columns: 1, at: () => value };
}

interface Condition {
  readonly grid: Grid;
  readonly meets: Criterion;
}

/** Pairs of a range and a criterion from an argument on. */
function conditions(call: Call, from: number): Condition[] {
  const found: Condition[] = [];
  for (let index = from; index + 1 < call.count; index += 2)
    found.push({ grid: gridAt(call, index), meets: criterionOf(single(call.value(index + 1))) });
  return found;
}

/** The places that meet every condition. */
function* meeting(all: readonly Condition[]): Generator<readonly [row: number, column: number]> {
  const rows = Math.max(...all.map(({ grid }) => grid.rows));
  const columns = Math.max(...all.map(({ grid }) => grid.columns));
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      if (all.every(({ grid, meets }) => meets(grid.at(row, column)))) yield [row, column];
}

function sumOver(places: Iterable<readonly [number, number]>, grid: Grid): number {
  let sum = 0;
  for (const [row, column] of places) {
    const value = sound(grid.at(row, column));
    if (typeof value === 'number') sum += value;
  }
  return sum;
}

const countOf = (places: Iterable<unknown>): number => [...places].length;

/** The place of a value in a row or column, counted from 1: exactly, or the last that does not exceed it in a sorted one. */
function match(call: Call): Value {
  const wanted = single(call.value(0));
  const grid = gridAt(call, 1);
  const kind = call.given(2) ? Math.sign(numberOf(single(call.value(2)))) : 1;
  if (typeof wanted === 'string' && kind === 0 && /[*?~]/.test(wanted)) throw new NoAnswer();
  if (kind < 0) throw new NoAnswer();
  let found = 0;
  for (let at = 0; at < grid.rows * grid.columns; at++) {
    const value = grid.columns === 1 ? grid.at(at, 0) : grid.at(0, at);
    if (value === undefined || isError(value) || typeof value !== typeof sound(wanted)) continue;
    const order = compare(value, wanted);
    if (order === 0 && kind === 0) return at + 1;
    if (kind > 0 && order > 0) break;
    if (kind > 0) found = at + 1;
  }
  if (found === 0) throw new Failing('#N/A');
  return found;
}

function index(call: Call): Value {
  const grid = gridAt(call, 0);
  const first = call.given(1) ? numberOf(single(call.value(1))) : 0;
  const second = call.given(2) ? numberOf(single(call.value(2))) : undefined;
  // In a single row the one number given is a column.
  const [row, column] = second === undefined && grid.rows === 1 && first > 1 ? [1, first] : [first, second ?? 1];
  if (row < 1 || column < 1) throw new NoAnswer();
  return grid.at(Math.trunc(row) - 1, Math.trunc(column) - 1);
}

function placeOf(call: Call, side: 'row' | 'column'): number {
  if (call.count === 0) return call.around[side] + 1;
  const node = call.node(0);
  if (node?.kind !== 'cells') throw new NoAnswer();
  return node.area[side] + 1;
}

/** Functions that look cells up. */
export const LOOKUPS: FunctionTable = {
  COUNTIF: (call) => countOf(meeting(conditions(call, 0))),
  COUNTIFS: (call) => countOf(meeting(conditions(call, 0))),
  SUMIF: (call) => sumOver(meeting(conditions(call, 0).slice(0, 1)), gridAt(call, call.given(2) ? 2 : 0)),
  SUMIFS: (call) => sumOver(meeting(conditions(call, 1)), gridAt(call, 0)),
  MATCH: match,
  INDEX: index,
  ROW: (call) => placeOf(call, 'row'),
  COLUMN: (call) => placeOf(call, 'column'),
};
