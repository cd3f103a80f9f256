import { BLOCK, compileNumbers } from './compileNumbers';
import type { Comparison, ConditionTree } from './tree';
import { FALSE, TRUE, UNKNOWN, type RuleTable } from './truth';

/** Writes the truth of `count` rows from `start` on; the buffer is the closure's own and lasts until its next call. */
export type TruthBlock = (start: number, count: number) => Uint8Array;

/**
 * A condition composed into closures over blocks of rows: loops over typed arrays, buffers made once, nothing generated from text.
 * `truthAt` is the same read plainly, and a property test holds the two together.
 */
export function compileCondition(tree: ConditionTree, table: RuleTable): TruthBlock {
  switch (tree.kind) {
    case 'always': {
      const truth = new Uint8Array(BLOCK).fill(TRUE);
      return () => truth;
    }
    case 'and':
    case 'or': {
      const [first, ...rest] = tree.parts.map((part) => compileCondition(part, table));
      if (!first) throw new Error('a condition without parts');
      return rest.reduce(tree.kind === 'and' ? both : either, first);
    }
    case 'not':
      return negated(compileCondition(tree.part, table));
    case 'isOneOf':
      return membership(tree, table);
    case 'compare':
      return comparison(tree, table);
  }
}

/** Kleene's "and" is the lesser of the two. */
function both(left: TruthBlock, right: TruthBlock): TruthBlock {
  const out = new Uint8Array(BLOCK);
  return (start, count) => {
    const [a, b] = [left(start, count), right(start, count)];
    for (let row = 0; row < count; row++) {
      const [x, y] = [a[row] as number, b[row] as number];
      out[row] = x < y ? x : y;
    }
    return out;
  };
}

function either(left: TruthBlock, right: TruthBlock): TruthBlock {
  const out = new Uint8Array(BLOCK);
  return (start, count) => {
    const [a, b] = [left(start, count), right(start, count)];
    for (let row = 0; row < count; row++) {
      const [x, y] = [a[row] as number, b[row] as number];
      out[row] = x > y ? x : y;
    }
    return out;
  };
}

function negated(part: TruthBlock): TruthBlock {
  const out = new Uint8Array(BLOCK);
  return (start, count) => {
    const truth = part(start, count);
    for (let row = 0; row < count; row++) out[row] = TRUE - (truth[row] as number);
    return out;
  };
}

/** One look-up a row, by the word's code; code 0 is missing. */
function membership(tree: ConditionTree & { kind: 'isOneOf' }, table: RuleTable): TruthBlock {
  const reading = table.readings.get(tree.field);
  if (!reading) throw new Error(`no reading for "${tree.field}"`);
  const words = reading.words ?? [];
  const of = new Uint8Array(words.length + 1).fill(UNKNOWN);
  words.forEach((word, index) => (of[index + 1] = tree.words.includes(word) === tree.not ? FALSE : TRUE));
  const { values } = reading;
  const out = new Uint8Array(BLOCK);
  return (start, count) => {
    for (let row = 0; row < count; row++) out[row] = of[values[start + row] as number] as number;
    return out;
  };
}

function comparison({ op, left, right }: ConditionTree & { kind: 'compare' }, table: RuleTable): TruthBlock {
  const [a, b] = [compileNumbers(left, table), compileNumbers(right, table)];
  const out = new Uint8Array(BLOCK);
  if (b.constant !== undefined) {
    const line = b.constant;
    // A line that is missing leaves every row unknown.
    if (Number.isNaN(line)) out.fill(UNKNOWN);
    const compare = AGAINST_LINE[op];
    return (start, count) => {
      const { values, offset } = a.block(start, count);
      if (!Number.isNaN(line)) compare(values, offset, { count, line, out });
      return out;
    };
  }
  return (start, count) => {
    const [x, y] = [a.block(start, count), b.block(start, count)];
    for (let row = 0; row < count; row++) {
      const [p, q] = [x.values[x.offset + row] as number, y.values[y.offset + row] as number];
      out[row] = p !== p || q !== q ? UNKNOWN : holds(op, p, q) ? TRUE : FALSE;
    }
    return out;
  };
}

function holds(op: Comparison, a: number, b: number): boolean {
  if (op === '<=') return a <= b;
  if (op === '<') return a < b;
  if (op === '>=') return a >= b;
  if (op === '>') return a > b;
  return (a === b) === (op === '=');
}

interface Against {
  readonly count: number;
  readonly line: number;
  readonly out: Uint8Array;
}

type AgainstLine = (values: Float64Array | Uint16Array, offset: number, given: Against) => void;

/** Without branches: 2 x holds + unknown (performance.md measured a factor of four). One loop a comparison. */
const AGAINST_LINE: Readonly<Record<Comparison, AgainstLine>> = {
  '<=': (values, offset, { count, line, out }) => {
    for (let row = 0; row < count; row++) {
      const x = values[offset + row] as number;
      out[row] = (+(x <= line) << 1) | +(x !== x);
    }
  },
  '<': (values, offset, { count, line, out }) => {
    for (let row = 0; row < count; row++) {
      const x = values[offset + row] as number;
      out[row] = (+(x < line) << 1) | +(x !== x);
    }
  },
  '>=': (values, offset, { count, line, out }) => {
    for (let row = 0; row < count; row++) {
      const x = values[offset + row] as number;
      out[row] = (+(x >= line) << 1) | +(x !== x);
    }
  },
  '>': (values, offset, { count, line, out }) => {
    for (let row = 0; row < count; row++) {
      const x = values[offset + row] as number;
      out[row] = (+(x > line) << 1) | +(x !== x);
    }
  },
  '=': (values, offset, { count, line, out }) => {
    for (let row = 0; row < count; row++) {
      const x = values[offset + row] as number;
      out[row] = (+(x === line) << 1) | +(x !== x);
    }
  },
  '!=': (values, offset, { count, line, out }) => {
    for (let row = 0; row < count; row++) {
      const x = values[offset + row] as number;
      const missing = +(x !== x);
      out[row] = ((+(x !== line) & (missing ^ 1)) << 1) | missing;
    }
  },
};
