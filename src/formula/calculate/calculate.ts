import type { Call, Surroundings } from './call';
import { SHEET_FUNCTIONS } from './functions';
import type { Node, OperatorSign } from './parse';
import { compare, Failing, isGrid, NoAnswer, numberOf, textOf, type Grid, type Scalar, type Value } from './values';

/** What a formula gives, more values than one as a rectangle; undefined where that is left to a spreadsheet. */
export function calculate(node: Node, around: Surroundings): Value {
  try {
    // Several cells in the place of one: spreadsheets do not agree on which is shown.
    if (node.kind === 'cells' && node.area.rows * node.area.columns > 1) return undefined;
    // A reference to a blank cell shows 0.
    return valueOf(node, around) ?? 0;
  } catch (error) {
    if (error instanceof Failing) return { error: error.code };
    if (error instanceof NoAnswer) return undefined;
    throw error;
  }
}

function valueOf(node: Node, around: Surroundings): Value {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'error':
      return { error: node.code };
    case 'nothing':
      return undefined;
    case 'cells':
      return cells(node, around);
    case 'negative':
      return each(valueOf(node.of, around), (value) => -numberOf(value));
    case 'percent':
      return each(valueOf(node.of, around), (value) => numberOf(value) / 100);
    case 'operation':
      return pairs(valueOf(node.left, around), valueOf(node.right, around), OPERATIONS[node.sign]);
    case 'call':
      return called(node, around);
  }
}

function called({ name, args }: Node & { readonly kind: 'call' }, around: Surroundings): Value {
  const own = SHEET_FUNCTIONS[name];
  if (!own) throw new NoAnswer();
  const call: Call = {
    count: args.length,
    around,
    given: (index) => (args[index]?.kind ?? 'nothing') !== 'nothing',
    node: (index) => args[index],
    value: (index) => valueOf(args[index] ?? { kind: 'nothing' }, around),
  };
  return own(call);
}

function cells({ sheet, area }: Node & { readonly kind: 'cells' }, around: Surroundings): Value {
  if (area.rows === 1 && area.columns === 1) {
    around.spend(1);
    return around.valueAt(sheet, area.row, area.column);
  }
  const used = around.inUse(sheet);
  // Cut off below only: the places in a rectangle must stay what they are.
  const rows = Math.max(1, Math.min(area.rows, used.row + used.rows - area.row));
  const columns = Math.max(1, Math.min(area.columns, used.column + used.columns - area.column));
  around.spend(rows * columns);
  const at = (row: number, column: number) => around.valueAt(sheet, area.row + row, area.column + column);
  return { rows, columns, at, cells: { sheet, area } };
}

/** A value for each of a rectangle's. */
function each(value: Value, make: (value: Scalar) => Scalar): Value {
  if (!isGrid(value)) return make(value);
  return { rows: value.rows, columns: value.columns, at: (row, column) => kept(() => make(value.at(row, column))) };
}

function pairs(left: Value, right: Value, make: (a: Scalar, b: Scalar) => Scalar): Value {
  if (!isGrid(left) && !isGrid(right)) return make(left, right);
  const [a, b] = [gridOf(left), gridOf(right)];
  const [rows, columns] = [Math.max(a.rows, b.rows), Math.max(a.columns, b.columns)];
  const at = (row: number, column: number) => kept(() => make(within(a, row, column), within(b, row, column)));
  return { rows, columns, at };
}

const gridOf = (value: Value): Grid => (isGrid(value) ? value : { rows: 1, columns: 1, at: () => value });

function within(grid: Grid, row: number, column: number): Scalar {
  return grid.at(grid.rows === 1 ? 0 : row, grid.columns === 1 ? 0 : column);
}

/** An error inside a rectangle stands in its place. */
function kept(make: () => Scalar): Scalar {
  try {
    return make();
  } catch (error) {
    if (error instanceof Failing) return { error: error.code };
    throw error;
  }
}

const OPERATIONS: Readonly<Record<OperatorSign, (a: Scalar, b: Scalar) => Scalar>> = {
  '=': (a, b) => compare(a, b) === 0,
  '<>': (a, b) => compare(a, b) !== 0,
  '<': (a, b) => compare(a, b) < 0,
  '>': (a, b) => compare(a, b) > 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>=': (a, b) => compare(a, b) >= 0,
  '&': (a, b) => textOf(a) + textOf(b),
  '+': (a, b) => nearZero(numberOf(a) + numberOf(b), a),
  '-': (a, b) => nearZero(numberOf(a) - numberOf(b), a),
  '*': (a, b) => numberOf(a) * numberOf(b),
  '/': (a, b) => {
    const [above, below] = [numberOf(a), numberOf(b)];
    if (below === 0) throw new Failing('#DIV/0!');
    return above / below;
  },
  '^': (a, b) => {
    const power = numberOf(a) ** numberOf(b);
    if (!Number.isFinite(power)) throw new Failing('#NUM!');
    return power;
  },
};

/** Spreadsheets take a difference in the last binary digits for none. */
function nearZero(result: number, from: Scalar): number {
  return Math.abs(result) < Math.abs(numberOf(from)) * 2 ** -48 ? 0 : result;
}
