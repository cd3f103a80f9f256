/**
 * What browsers before Chromium 110 lack and this product uses. They come first, before any other module runs, in the page and in
 * its workers. Each does what the standard says for the calls there are; none replaces what a browser has.
 */

type Sorter = (a: unknown, b: unknown) => number;
type TypedArray = Float64Array;

const TYPED = Object.getPrototypeOf(Float64Array.prototype) as TypedArray;

function add(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLast(this: ArrayLike<unknown>, holds: (value: unknown, index: number, all: unknown) => boolean): unknown {
  for (let index = this.length - 1; index >= 0; index--) if (holds(this[index], index, this)) return this[index];
  return undefined;
}

function findLastIndex(
  this: ArrayLike<unknown>,
  holds: (value: unknown, index: number, all: unknown) => boolean,
): number {
  for (let index = this.length - 1; index >= 0; index--) if (holds(this[index], index, this)) return index;
  return -1;
}

add(Array.prototype, 'toSorted', function toSorted(this: unknown[], order?: Sorter) {
  return Array.from(this).sort(order);
});
add(Array.prototype, 'toReversed', function toReversed(this: unknown[]) {
  return Array.from(this).reverse();
});
add(Array.prototype, 'toSpliced', function toSpliced(this: unknown[], ...how: [number, number, ...unknown[]]) {
  const copy = Array.from(this);
  copy.splice(...how);
  return copy;
});
add(Array.prototype, 'with', function withValue(this: unknown[], index: number, value: unknown) {
  const copy = Array.from(this);
  copy[index < 0 ? copy.length + index : index] = value;
  return copy;
});
add(TYPED, 'toSorted', function toSorted(this: TypedArray, order?: Sorter) {
  return this.slice().sort(order);
});
add(TYPED, 'toReversed', function toReversed(this: TypedArray) {
  return this.slice().reverse();
});
add(TYPED, 'with', function withValue(this: TypedArray, index: number, value: number) {
  const copy = this.slice();
  copy[index < 0 ? copy.length + index : index] = value;
  return copy;
});
for (const target of [Array.prototype, TYPED, String.prototype]) add(target, 'at', at);
for (const target of [Array.prototype, TYPED]) {
  add(target, 'findLast', findLast);
  add(target, 'findLastIndex', findLastIndex);
}
add(Object, 'hasOwn', (target: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(target, key));
