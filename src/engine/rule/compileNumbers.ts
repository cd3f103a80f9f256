import { ROWS_A_WORD } from './packedTruth';
import { ruleNumberAt } from './truthAt';
import type { Arithmetic, NumberTree } from './tree';
import type { RuleTable } from './truth';

/** Rows are taken in blocks small enough for the processor's cache. */
export const BLOCK = 4096;

/** Numbers of a block: row i of it is `values[offset + i]`; NaN is missing. */
export interface NumberBlock {
  readonly values: Float64Array;
  readonly offset: number;
}

/** A number-valued part of a rule over blocks of rows; `constant` where it is the same in every row. */
export interface CompiledNumbers {
  readonly block: (start: number, count: number) => NumberBlock;
  readonly constant?: number;
}

/** Composes a number-valued part into closures over blocks. Columns are read where they stand, constants are folded. */
export function compileNumbers(tree: NumberTree, table: RuleTable): CompiledNumbers {
  switch (tree.kind) {
    case 'number':
      return constant(tree.value);
    case 'value':
      return constant(table.values.get(tree.name) ?? NaN);
    case 'field': {
      const read = table.readings.get(tree.name)?.values;
      if (!read) throw new Error(`no reading for "${tree.name}"`);
      const values = read instanceof Float64Array ? read : Float64Array.from(read);
      return { block: (start, count) => wholeWords(values, start, count) };
    }
    case 'arithmetic':
      return arithmetic(tree.op, compileNumbers(tree.left, table), compileNumbers(tree.right, table));
    default:
      return plainly(tree, table);
  }
}

/** Parts that few rules have are read row by row. */
function plainly(tree: NumberTree, table: RuleTable): CompiledNumbers {
  const out = new Float64Array(BLOCK);
  const answer: NumberBlock = { values: out, offset: 0 };
  return {
    block: (start, count) => {
      for (let row = 0; row < count; row++) out[row] = ruleNumberAt(tree, table, start + row);
      return answer;
    },
  };
}

/** Rows of a block where they stand; a last block that is no whole number of words is copied, so that loops may read whole words. */
export function wholeWords<Values extends Float64Array | Uint16Array>(
  values: Values,
  start: number,
  count: number,
): { readonly values: Values; readonly offset: number } {
  if (count % ROWS_A_WORD === 0) return { values, offset: start };
  const copy = (values instanceof Float64Array ? new Float64Array(BLOCK) : new Uint16Array(BLOCK)) as Values;
  copy.set(values.subarray(start, start + count));
  return { values: copy, offset: 0 };
}

function constant(value: number): CompiledNumbers {
  const values = new Float64Array(BLOCK).fill(value);
  return { constant: value, block: () => ({ values, offset: 0 }) };
}

/** The numbers of a formula for every row of a table. */
export function formulaColumn(tree: NumberTree, table: RuleTable): Float64Array {
  const { block } = compileNumbers(tree, table);
  const column = new Float64Array(table.rows);
  for (let start = 0; start < table.rows; start += BLOCK) {
    const count = Math.min(BLOCK, table.rows - start);
    const { values, offset } = block(start, count);
    column.set(values.subarray(offset, offset + count), start);
  }
  return column;
}

function arithmetic(op: Arithmetic, left: CompiledNumbers, right: CompiledNumbers): CompiledNumbers {
  if (left.constant !== undefined && right.constant !== undefined) {
    return constant(calculate(op, left.constant, right.constant));
  }
  const out = new Float64Array(BLOCK);
  const answer: NumberBlock = { values: out, offset: 0 };
  const loop = LOOPS[op];
  return {
    block: (start, count) => {
      loop(left.block(start, count), right.block(start, count), { out, count });
      return answer;
    },
  };
}

function calculate(op: Arithmetic, a: number, b: number): number {
  if (op === '+') return a + b;
  if (op === '-') return a - b;
  if (op === '*') return a * b;
  return b === 0 ? NaN : a / b;
}

type Loop = (a: NumberBlock, b: NumberBlock, into: { readonly out: Float64Array; readonly count: number }) => void;

const LOOPS: Readonly<Record<Arithmetic, Loop>> = {
  '+': ({ values: a, offset: i }, { values: b, offset: j }, { out, count }) => {
    for (let row = 0; row < count; row++) out[row] = (a[i + row] as number) + (b[j + row] as number);
  },
  '-': ({ values: a, offset: i }, { values: b, offset: j }, { out, count }) => {
    for (let row = 0; row < count; row++) out[row] = (a[i + row] as number) - (b[j + row] as number);
  },
  '*': ({ values: a, offset: i }, { values: b, offset: j }, { out, count }) => {
    for (let row = 0; row < count; row++) out[row] = (a[i + row] as number) * (b[j + row] as number);
  },
  // A divisor of 0 is missing, not infinite: an area of 0 says nothing about the yield.
  '/': ({ values: a, offset: i }, { values: b, offset: j }, { out, count }) => {
    for (let row = 0; row < count; row++) {
      const y = b[j + row] as number;
      out[row] = y === 0 ? NaN : (a[i + row] as number) / y;
    }
  },
};
