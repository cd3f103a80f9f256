/** A column of numbers; NaN is missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** A column of words by dictionary: code 0 is missing, code k is `words[k - 1]`. */
export interface WordColumn {
  readonly kind: 'word';
  readonly codes: WordCodes;
  readonly words: readonly string[];
}

/** Two bytes a row, or four where there are more different words than two can number. */
export type WordCodes = Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

export type Column = NumberColumn | WordColumn;

/** A column of numbers, all missing. */
export function numberColumn(rows: number): NumberColumn {
  return { kind: 'number', values: new Float64Array(rows).fill(NaN) };
}

/** The code of a word, 0 where the column has never seen it. */
export function codeOf(column: WordColumn, word: string): number {
  return column.words.indexOf(word) + 1;
}

/** The word of a row, or undefined where it is missing. */
export function wordAt(column: WordColumn, row: number): string | undefined {
  return column.words[(column.codes[row] ?? 0) - 1];
}

const MOST_IN_TWO_BYTES = 0xffff;

/** Collects words row by row into a column. */
export class WordBuilder {
  private codes: WordCodes;
  private readonly known = new Map<string, number>();

  /** Of so many rows, all missing; or going on from a column, which stays as it is. */
  constructor(from: number | WordColumn) {
    this.codes = typeof from === 'number' ? new Uint16Array(from) : from.codes.slice();
    if (typeof from !== 'number') for (const word of from.words) this.known.set(word, this.known.size + 1);
  }

  /** Gives the word's code. */
  set(row: number, word: string): number {
    const code = this.known.get(word) ?? this.added(word);
    this.codes[row] = code;
    return code;
  }

  /** A word already seen, by its code. */
  setCode(row: number, code: number): void {
    this.codes[row] = code;
  }

  build(): WordColumn {
    return { kind: 'word', codes: this.codes, words: [...this.known.keys()] };
  }

  private added(word: string): number {
    const code = this.known.size + 1;
    this.known.set(word, code);
    if (code === MOST_IN_TWO_BYTES + 1) this.codes = Uint32Array.from(this.codes);
    return code;
  }
}
