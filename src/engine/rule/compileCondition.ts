import { byBranches } from './branches';
import { BLOCK, compileNumbers, wholeWords } from './compileNumbers';
import { PACK_AGAINST, packBetween, packCodes } from './packKernels';
import { LOWER_BITS, ROWS_A_WORD, negatedWord, packedTruths, truthIn } from './packedTruth';
import type { ConditionTree } from './tree';
import { fieldsIn, type CompareTree, type WordTree } from './treeParts';
import { FALSE, TRUE, UNKNOWN, type RuleReading, type RuleTable } from './truth';

/** A condition over blocks of rows. The words are the condition's own and last until its next block. */
export interface CompiledCondition {
  /** The packed truth of `count` rows from `start` on; rows of the last word beyond `count` say nothing. */
  readonly block: (start: number, count: number) => Int32Array;
  /** The fields, as bits, for want of which a row of the block last read is unknown; 0 where it is not. */
  readonly missing: (row: number) => number;
}

/**
 * Conditions composed into closures over blocks of rows: loops over typed arrays, buffers made once, nothing generated from text.
 * What several conditions have in common is read once a block. `truthAt` is the same read plainly, `missingAt` of the tests is
 * the same of what is missing, and property tests hold them together.
 */
export class ConditionCompiler {
  private readonly known = new Map<string, CompiledCondition>();

  constructor(private readonly table: RuleTable) {}

  compile(tree: ConditionTree): CompiledCondition {
    const key = JSON.stringify(tree);
    const own = this.known.get(key) ?? this.compose(tree);
    this.known.set(key, own);
    return own;
  }

  private compose(tree: ConditionTree): CompiledCondition {
    switch (tree.kind) {
      case 'always':
        return { block: always(), missing: () => 0 };
      case 'and':
      case 'or':
        return joined(
          tree.kind,
          tree.parts.map((part) => this.compile(part)),
        );
      case 'not':
        return negated(this.compile(tree.part));
      case 'isOneOf':
        return leaf(membership(tree, this.table), missingIn([tree.field], this.table));
      case 'compare': {
        const branches = byBranches(tree);
        if (branches) return this.compile(branches);
        const fields = [...fieldsIn(tree.left), ...fieldsIn(tree.right)];
        return leaf(comparison(tree, this.table), missingIn(fields, this.table));
      }
    }
  }
}

/** The truth of a condition for every row of a table. */
export function truthColumn(tree: ConditionTree, table: RuleTable): Uint8Array {
  const { block } = new ConditionCompiler(table).compile(tree);
  const truth = new Uint8Array(table.rows);
  for (let start = 0; start < table.rows; start += BLOCK) {
    const count = Math.min(BLOCK, table.rows - start);
    const words = block(start, count);
    for (let row = 0; row < count; row++) truth[start + row] = truthIn(words, row);
  }
  return truth;
}

const WORDS = BLOCK / ROWS_A_WORD;
const newWords = (): Int32Array => new Int32Array(WORDS);
const wordsFor = (count: number): number => Math.ceil(count / ROWS_A_WORD);

function always(): CompiledCondition['block'] {
  const words = newWords().fill(-1);
  return () => words;
}

type Fill = (start: number, count: number, out: Int32Array) => void;

/** Reads a block once, however often it is asked for it. */
function onceABlock(fill: Fill): { block: CompiledCondition['block']; words: Int32Array } {
  const words = newWords();
  let [from, read] = [-1, -1];
  return {
    words,
    block: (start, count) => {
      if (from !== start || read !== count) fill(start, count, words);
      [from, read] = [start, count];
      return words;
    },
  };
}

function leaf(fill: Fill, bitsAt: (row: number) => number): CompiledCondition {
  let from = 0;
  const { block, words } = onceABlock((start, count, out) => {
    from = start;
    fill(start, count, out);
  });
  return { block, missing: (row) => (truthIn(words, row) === UNKNOWN ? bitsAt(from + row) : 0) };
}

function joined(kind: 'and' | 'or', parts: readonly CompiledCondition[]): CompiledCondition {
  if (parts.length === 0) throw new Error('a condition without parts');
  const { block, words } = onceABlock((start, count, out) => {
    const length = wordsFor(count);
    parts.forEach((part, at) => {
      const own = part.block(start, count);
      if (at === 0) out.set(length === WORDS ? own : own.subarray(0, length));
      else if (kind === 'and') for (let word = 0; word < length; word++) (out[word] as number) &= own[word] as number;
      else for (let word = 0; word < length; word++) (out[word] as number) |= own[word] as number;
    });
  });
  return {
    block,
    missing: (row) => (truthIn(words, row) === UNKNOWN ? parts.reduce((bits, part) => bits | part.missing(row), 0) : 0),
  };
}

function negated(part: CompiledCondition): CompiledCondition {
  const { block } = onceABlock((start, count, out) => {
    const own = part.block(start, count);
    for (let word = 0; word < wordsFor(count); word++) out[word] = negatedWord(own[word] as number);
  });
  return { block, missing: part.missing };
}

/** One look-up a row, by the word's code. */
function membership(tree: WordTree, table: RuleTable): Fill {
  const reading = readingIn(table, tree.field);
  const of = packedTruths((reading.words ?? []).map((word) => (tree.words.includes(word) === tree.not ? FALSE : TRUE)));
  // Codes of words are a Uint16Array; a reading that is not has none of these words.
  const codes = reading.values instanceof Uint16Array ? reading.values : new Uint16Array(reading.values.length);
  return (start, count, out) => {
    const { values, offset } = wholeWords(codes, start, count);
    packCodes(of, values, { from: offset, out, words: wordsFor(count) });
  };
}

function readingIn(table: RuleTable, name: string): RuleReading {
  const reading = table.readings.get(name);
  if (!reading) throw new Error(`no reading for "${name}"`);
  return reading;
}

function comparison({ op, left, right }: CompareTree, table: RuleTable): Fill {
  const [a, b] = [compileNumbers(left, table), compileNumbers(right, table)];
  const line = b.constant;
  // A line that is missing leaves every row unknown.
  if (line !== undefined && Number.isNaN(line)) return (_, count, out) => out.fill(LOWER_BITS, 0, wordsFor(count));
  if (line !== undefined) {
    const pack = PACK_AGAINST[op];
    return (start, count, out) => {
      const { values, offset } = a.block(start, count);
      pack(values, offset, { line, out, words: wordsFor(count) });
    };
  }
  return (start, count, out) => packBetween(op, [a.block(start, count), b.block(start, count)], out, wordsFor(count));
}

/** The bits of the fields that are missing in a row, whatever the condition makes of it. */
export function missingIn(fields: readonly string[], { readings }: RuleTable): (row: number) => number {
  const columns = fields.map((name) => readings.get(name)?.missing);
  return (row) => columns.reduce((bits, column) => bits | (column?.[row] ?? 0), 0);
}
