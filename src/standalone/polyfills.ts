/**
 * What browsers before Chromium 110, down to 86, lack and this product uses. They come first, before any other module runs, in the page and in
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
add(globalThis, 'structuredClone', (value: unknown) => clone(value, new Map()));

/** Of what we hand over: plain objects and arrays, maps, sets, days and numbers in typed arrays. */
function clone(value: unknown, made: Map<object, unknown>): unknown {
  if (typeof value === 'function' || typeof value === 'symbol') throw new DOMException('', 'DataCloneError');
  if (typeof value !== 'object' || value === null) return value;
  if (made.has(value)) return made.get(value);
  const start = <Copy>(copy: Copy): Copy => {
    made.set(value, copy);
    return copy;
  };
  if (value instanceof Date) return start(new Date(value.getTime()));
  if (value instanceof ArrayBuffer) return start(value.slice(0));
  if (ArrayBuffer.isView(value)) return start((value as Float64Array).slice());
  if (value instanceof Map) {
    const map = start(new Map<unknown, unknown>());
    for (const [key, item] of value) map.set(clone(key, made), clone(item, made));
    return map;
  }
  if (value instanceof Set) {
    const set = start(new Set<unknown>());
    for (const item of value) set.add(clone(item, made));
    return set;
  }
  const copy = start((Array.isArray(value) ? new Array(value.length) : {}) as Record<string, unknown>);
  for (const [key, item] of Object.entries(value)) copy[key] = clone(item, made);
  return copy;
}
