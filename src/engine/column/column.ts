/** A column of numbers; NaN is missing. */
export interface NumberColumn {
  readonly kind: 'number';
  readonly values: Float64Array;
}

/** A column of words by dictionary: code 0 is missing, code k is `words[k - 1]`. */
export interface WordColumn {
  readonly kind: 'word';
  readonly codes: Uint16Array;
  readonly words: readonly string[];
}

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

/** Collects words row by row into a column; at most 65,535 different ones. */
export class WordBuilder {
  readonly codes: Uint16Array;
  private readonly known = new Map<string, number>();

  constructor(rows: number, words: readonly string[] = []) {
    this.codes = new Uint16Array(rows);
    for (const word of words) this.known.set(word, this.known.size + 1);
  }

  set(row: number, word: string): void {
    let code = this.known.get(word);
    if (code === undefined) this.known.set(word, (code = this.known.size + 1));
    this.codes[row] = code;
  }

  build(): WordColumn {
    return { kind: 'word', codes: this.codes, words: [...this.known.keys()] };
  }
}
