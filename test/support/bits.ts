/** FNV-1a over the bytes of numbers: one bit changed anywhere changes it. */
export function hashOfBits(arrays: readonly Float64Array[]): string {
  let hash = 0x811c9dc5;
  for (const array of arrays)
    for (const byte of new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
      hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

const REAL = new Float64Array(1);
const BITS = new BigInt64Array(REAL.buffer);

function placeOf(value: number): bigint {
  REAL[0] = value;
  const bits = BITS[0] ?? 0n;
  return bits < 0n ? -0x8000000000000000n - bits : bits;
}

/** How many floating-point numbers lie between two. */
export function ulpsBetween(a: number, b: number): number {
  if (Object.is(a, b) || a === b) return 0;
  const between = placeOf(a) - placeOf(b);
  return Number(between < 0n ? -between : between);
}
