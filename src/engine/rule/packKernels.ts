import type { NumberBlock } from './compileNumbers';
import { ROWS_A_WORD } from './packedTruth';
import type { Comparison } from './tree';

/** Truth by a word's code, four rows a step; whole words from `from` on. */
export function packCodes(of: Uint8Array, values: Uint16Array, { from, out, words }: PackFrom): void {
  let at = from;
  for (let word = 0; word < words; word++) {
    let packed = 0;
    for (let shift = 0; shift < 32; shift += 8, at += 4) {
      const a = of[values[at] as number] as number;
      const b = of[values[at + 1] as number] as number;
      const c = of[values[at + 2] as number] as number;
      const d = of[values[at + 3] as number] as number;
      packed |= (a | (b << 2) | (c << 4) | (d << 6)) << shift;
    }
    out[word] = packed;
  }
}

interface PackFrom {
  readonly from: number;
  readonly out: Int32Array;
  readonly words: number;
}

/** Numbers held against one line: whole words of rows from `from` on. */
export type PackAgainst = (values: Float64Array, from: number, into: PackInto) => void;

interface PackInto {
  readonly line: number;
  readonly out: Int32Array;
  readonly words: number;
}

/** One loop a comparison: true where it holds, not false where its opposite does not hold, which NaN never does. */
export const PACK_AGAINST: Readonly<Record<Comparison, PackAgainst>> = {
  '<=': (values, from, { line, out, words }) => {
    let at = from;
    for (let word = 0; word < words; word++) {
      let packed = 0;
      for (let shift = 0; shift < 32; shift += 4, at += 2) {
        const [x, y] = [values[at] as number, values[at + 1] as number];
        packed |= ((+(x <= line) << 1) | +!(x > line) | (+(y <= line) << 3) | (+!(y > line) << 2)) << shift;
      }
      out[word] = packed;
    }
  },
  '<': (values, from, { line, out, words }) => {
    let at = from;
    for (let word = 0; word < words; word++) {
      let packed = 0;
      for (let shift = 0; shift < 32; shift += 4, at += 2) {
        const [x, y] = [values[at] as number, values[at + 1] as number];
        packed |= ((+(x < line) << 1) | +!(x >= line) | (+(y < line) << 3) | (+!(y >= line) << 2)) << shift;
      }
      out[word] = packed;
    }
  },
  '>=': (values, from, { line, out, words }) => {
    let at = from;
    for (let word = 0; word < words; word++) {
      let packed = 0;
      for (let shift = 0; shift < 32; shift += 4, at += 2) {
        const [x, y] = [values[at] as number, values[at + 1] as number];
        packed |= ((+(x >= line) << 1) | +!(x < line) | (+(y >= line) << 3) | (+!(y < line) << 2)) << shift;
      }
      out[word] = packed;
    }
  },
  '>': (values, from, { line, out, words }) => {
    let at = from;
    for (let word = 0; word < words; word++) {
      let packed = 0;
      for (let shift = 0; shift < 32; shift += 4, at += 2) {
        const [x, y] = [values[at] as number, values[at + 1] as number];
        packed |= ((+(x > line) << 1) | +!(x <= line) | (+(y > line) << 3) | (+!(y <= line) << 2)) << shift;
      }
      out[word] = packed;
    }
  },
  '=': (values, from, { line, out, words }) => {
    let at = from;
    for (let word = 0; word < words; word++) {
      let packed = 0;
      for (let shift = 0; shift < 32; shift += 2, at++) {
        const x = values[at] as number;
        const holds = +(x === line);
        packed |= ((holds << 1) | holds | +(x !== x)) << shift;
      }
      out[word] = packed;
    }
  },
  '!=': (values, from, { line, out, words }) => {
    let at = from;
    for (let word = 0; word < words; word++) {
      let packed = 0;
      for (let shift = 0; shift < 32; shift += 2, at++) {
        const x = values[at] as number;
        const differs = +(x !== line);
        packed |= (((differs & +(x === x)) << 1) | differs) << shift;
      }
      out[word] = packed;
    }
  },
};

/** Numbers against numbers, row by row: the rare form, plainly. */
export function packBetween(
  op: Comparison,
  [left, right]: readonly [NumberBlock, NumberBlock],
  out: Int32Array,
  words: number,
): void {
  for (let word = 0; word < words; word++) {
    let packed = 0;
    for (let place = 0; place < ROWS_A_WORD; place++) {
      const row = word * ROWS_A_WORD + place;
      const x = left.values[left.offset + row] as number;
      const y = right.values[right.offset + row] as number;
      packed |= (x !== x || y !== y ? 1 : holds(op, x, y) ? 3 : 0) << (place << 1);
    }
    out[word] = packed;
  }
}

function holds(op: Comparison, a: number, b: number): boolean {
  if (op === '<=') return a <= b;
  if (op === '<') return a < b;
  if (op === '>=') return a >= b;
  if (op === '>') return a > b;
  return (a === b) === (op === '=');
}
