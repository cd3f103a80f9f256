/** Rows of a column, asked for one by one or by whole ranges. */
export class RowSet {
  #words = new Uint32Array(0);

  add(row: number): void {
    const word = row >>> 5;
    if (word >= this.#words.length) this.#grow(word + 1);
    this.#words[word] = (this.#words[word] ?? 0) | (1 << (row & 31));
  }

  /** Whether any of `count` rows from `first` on is among them. */
  meets(first: number, count: number): boolean {
    const last = Math.min(first + count, this.#words.length * 32) - 1;
    for (let word = first >>> 5; word <= last >>> 5; word++) {
      const from = word === first >>> 5 ? first & 31 : 0;
      const to = word === last >>> 5 ? last & 31 : 31;
      const mask = (0xffffffff << from) & (0xffffffff >>> (31 - to));
      if (((this.#words[word] ?? 0) & mask) !== 0) return true;
    }
    return false;
  }

  #grow(least: number): void {
    const words = new Uint32Array(Math.max(least, this.#words.length * 2));
    words.set(this.#words);
    this.#words = words;
  }
}
