type Numbers = Float64Array | Int32Array | Int16Array | Int8Array;

/** A typed array that grows as numbers are pushed; its room doubles. */
export class Growing<A extends Numbers> {
  length = 0;
  private room: A;

  constructor(private readonly make: new (length: number) => A) {
    this.room = new make(1024);
  }

  push(number: number): void {
    if (this.length === this.room.length) {
      const larger = new this.make(2 * this.room.length);
      larger.set(this.room);
      this.room = larger;
    }
    this.room[this.length++] = number;
  }

  /** The numbers pushed so far. */
  done(): A {
    return this.room.slice(0, this.length) as A;
  }
}
