import { TRUE, UNKNOWN } from './truth';

/**
 * Truth of rows packed two bits a row, 16 rows a word: false 00, unknown 01, true 11. So "and" is &, "or" is |, for 16 rows at once
 * (Kleene), and a word is made without branches.
 */
export const ROWS_A_WORD = 16;
/** The lower bit of each of a word's rows: it holds where the row is not false. */
export const LOWER_BITS = 0x55555555;

const CODE = [0, 1, 3] as const;

/** The truth of a row of packed words, as `truthAt` gives it. */
export function truthIn(words: Int32Array, row: number): number {
  const two = ((words[row >>> 4] as number) >>> ((row & 15) << 1)) & 3;
  return two === CODE[TRUE] ? TRUE : two;
}

/** "Not": true and false change places, unknown stays. */
export function negatedWord(word: number): number {
  return ((~word >>> 1) & LOWER_BITS) | ((~word & LOWER_BITS) << 1);
}

/** What the truth of each of a column's codes is, packed; code 0 is missing. */
export function packedTruths(truths: readonly number[]): Uint8Array {
  return Uint8Array.from([UNKNOWN, ...truths], (truth) => CODE[truth] ?? 0);
}
